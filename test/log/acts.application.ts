import { COMPLETE, takeApplications } from "../support/applying";
import { Acts, Input, Stage } from "./stage";

const EARLY = { cvReference: "cv.pdf", answers: [{ question: 2, text: "To meet others." }] };

/** Somebody who applies for the cohort of the story, as far as they are told to. */
const applying = async ({ told, act, db, versionOf }: Stage, said: Input = COMPLETE) => {
  await takeApplications(db, told.cohort);
  const { id: by } = await told.person("Kim Newcomer");
  const applicationId = await act(by, "beginApplication", { cohortId: told.cohort.id, ...said });
  const own = async (more: Input = {}) => ({
    by,
    input: { applicationId, expectedVersion: await versionOf(applicationId), ...more },
  });
  const does = async (mutation: string, more: Input = {}) => act(by, mutation, (await own(more)).input);
  return { by, applicationId, own, does };
};

const asking = async ({ told, act }: Stage) => {
  const { id: by } = await told.person("Kim Newcomer");
  const enquiryId = await act(by, "askForCall", { programmeId: "LT", question: "May I bring my own review?" });
  return { by, enquiryId };
};
const call = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Whoever wishes to become a trainee. */
export const APPLICATION_ACTS: Acts = {
  beginApplication: {
    "with nothing yet": async ({ told, db }) => {
      await takeApplications(db, told.cohort);
      return { by: (await told.person("Kim Newcomer")).id, input: { cohortId: "LT-2017" } };
    },
    "complete at once": async ({ told, db }) => {
      await takeApplications(db, told.cohort);
      return { by: (await told.person("Kim Newcomer")).id, input: { cohortId: "LT-2017", ...COMPLETE } };
    },
  },
  changeApplication: {
    "words and answers, some of them anew": async (stage) => {
      const { own } = await applying(stage, EARLY);
      return own({ ...COMPLETE, cvReference: "cv-2.pdf" });
    },
    "an answer alone": async (stage) => {
      const { own } = await applying(stage);
      return own({ answers: [{ question: 6, text: "Another review altogether.", effect: "HELPS" }] });
    },
  },
  submitApplication: {
    "a complete one": async (stage) => (await applying(stage)).own(),
  },
  withdrawApplication: {
    "a draft, without a word": async (stage) => (await applying(stage, EARLY)).own(),
    "one that was submitted": async (stage) => {
      const { own, does } = await applying(stage);
      await does("submitApplication");
      return own({ reason: "My employer has other plans for me." });
    },
    "one on the waiting list": async (stage) => {
      const { own, does, applicationId } = await applying(stage);
      await does("submitApplication");
      const waiting = "UPDATE application SET state = 'WAITING', waitingRank = 2 WHERE id = ?";
      await stage.db.source.query(waiting, [applicationId]);
      return own();
    },
  },
  reopenApplication: {
    "one that was withdrawn": async (stage) => {
      const { own, does } = await applying(stage);
      await does("submitApplication");
      await does("withdrawApplication");
      return own();
    },
    "one that was offered a place and withdrawn": async (stage) => {
      const { own, does, applicationId } = await applying(stage);
      await does("submitApplication");
      const offered = "UPDATE application SET decidedAt = submittedAt, decisionReason = 'Well told.', confirmBy = ?";
      await stage.db.source.query(`${offered} WHERE id = ?`, ["2031-01-01", applicationId]);
      await does("withdrawApplication");
      return own();
    },
  },

  askForCall: {
    "with all there is to say": async ({ told }) => ({
      by: (await told.person("Kim Newcomer")).id,
      input: {
        ...{ programmeId: "LT", question: "May I bring my own review?" },
        ...{ phone: "+44 20 7946 0000", preferredTimes: "Any morning." },
      },
    }),
  },
  arrangeCall: {
    "for the first time": async (stage) => {
      const { enquiryId } = await asking(stage);
      return { by: stage.told.lead.id, input: { enquiryId, at: call(2), expectedVersion: 1 } };
    },
    "at another time": async (stage) => {
      const { enquiryId } = await asking(stage);
      const { id: by } = stage.told.lead;
      await stage.act(by, "arrangeCall", { enquiryId, at: call(2), expectedVersion: 1 });
      return { by, input: { enquiryId, at: call(3), reason: "A funeral that day.", expectedVersion: 2 } };
    },
    "with another programme lead": async (stage) => {
      const { told, act, versionOf } = stage;
      const { enquiryId } = await asking(stage);
      const { id: by } = told.lead;
      const at = call(2);
      await act(by, "arrangeCall", { enquiryId, at, expectedVersion: 1 });
      const withId = told.assessor.id;
      const role = { personId: withId, role: "PROGRAMME_LEAD", expectedVersion: await versionOf(withId) };
      await act(by, "grantRole", role);
      return { by, input: { enquiryId, at, withId, expectedVersion: 2 } };
    },
  },
  closeEnquiry: {
    "by who asked": async (stage) => {
      const { by, enquiryId } = await asking(stage);
      return { by, input: { enquiryId, reason: "I found it in the guide.", expectedVersion: 1 } };
    },
    "by the programme lead": async (stage) => {
      const { enquiryId } = await asking(stage);
      return { by: stage.told.lead.id, input: { enquiryId, reason: "We have spoken.", expectedVersion: 1 } };
    },
  },
};
