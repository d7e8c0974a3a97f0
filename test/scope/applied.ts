import { COMPLETE } from "../support/applying";
import { done } from "../support/change";
import { Served } from "../support/tandem";

/** Somebody writes an application, submits it, takes it back and writes it anew. */
export const applied = async (tandem: Served, applicant: string): Promise<void> => {
  const [cohort] = await tandem.db.rows("SELECT id FROM cohort ORDER BY applyBy DESC LIMIT 1");
  const window = "UPDATE cohort SET opensOn = '2001-01-01', applyBy = '2999-01-01' WHERE id = ?";
  await tandem.db.source.query(window, [cohort?.id]);
  const { cvReference: _, answers, ...rest } = COMPLETE;
  const begun = { cohortId: cohort?.id, ...rest, answers: answers.slice(1) };
  const { application } = await done(tandem, applicant, "beginApplication", begun, "application { id }");
  let expectedVersion = 0;
  const does = (mutation: string, more: object = {}) => {
    expectedVersion += 1;
    return done(tandem, applicant, mutation, { applicationId: application.id, expectedVersion, ...more });
  };
  await does("changeApplication", { cvReference: "cv.pdf" });
  await does("changeApplication", { answers: answers.slice(0, 1) });
  await does("submitApplication");
  await does("withdrawApplication");
  await does("reopenApplication");
  await does("withdrawApplication");
};

/** Somebody asks for a call, and is called. */
export const spoken = async (tandem: Served, applicant: string, lead: string): Promise<void> => {
  const [programme] = await tandem.db.rows("SELECT id FROM programme");
  const asked = { programmeId: programme?.id, question: "May I bring a review of my own?" };
  const { enquiry } = await done(tandem, applicant, "askForCall", asked, "enquiry { id }");
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await done(tandem, lead, "arrangeCall", { enquiryId: enquiry.id, at, expectedVersion: 1 });
  await done(tandem, applicant, "closeEnquiry", { enquiryId: enquiry.id, reason: "Spoken.", expectedVersion: 2 });
};
