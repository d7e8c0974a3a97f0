import { COMPLETE, takeApplications } from "../support/applying";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let kim: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await takeApplications(tandem.db, told.cohort);
  kim = (await told.person("Kim Newcomer")).id;
});
afterEach(() => tandem.close());

const viewer = async (by: string) =>
  (await tandem.as(by).ask("{ viewer { kinds applications { id state } tasks { kind text about { id } } } }")).data
    .viewer;

test("R54: a draft waits for its writer while there is time, and once submitted no more", async () => {
  expect(await viewer(kim)).toEqual({ kinds: [], applications: [], tasks: [] });
  const input = { cohortId: "LT-2017", ...COMPLETE };
  const { application } = await done(tandem, kim, "beginApplication", input, "application { id version reference }");
  const { id, version: expectedVersion, reference } = application;
  const text = `Submit your application ${reference} by the end of ${daysAgo(-15)}.`;
  expect(await viewer(kim)).toEqual({
    ...{ kinds: ["APPLICANT"], applications: [{ id, state: "DRAFT" }] },
    tasks: [{ kind: "SUBMIT_APPLICATION", text, about: { id } }],
  });
  await takeApplications(tandem.db, told.cohort, daysAgo(20), daysAgo(1));
  expect((await viewer(kim)).tasks).toEqual([]);
  await takeApplications(tandem.db, told.cohort, daysAgo(20), daysAgo(0));
  expect((await viewer(kim)).tasks).toHaveLength(1);
  await done(tandem, kim, "submitApplication", { applicationId: id, expectedVersion });
  expect(await viewer(kim)).toMatchObject({ applications: [{ id, state: "SUBMITTED" }], tasks: [] });
  expect((await viewer(told.lead.id)).applications).toEqual([]);
});

test("R67: who asks for a call waits for the programme leads until a time is arranged", async () => {
  const ask = { programmeId: "LT", question: "May I bring a review of my own?" };
  const { enquiry } = await done(tandem, kim, "askForCall", ask, "enquiry { id }");
  const calls = async (by: string) =>
    (await viewer(by)).tasks.filter(({ kind }: { kind: string }) => kind === "ARRANGE_CALL");
  const text = "Arrange a time to speak to Kim Newcomer.";
  expect(await calls(told.lead.id)).toEqual([{ kind: "ARRANGE_CALL", text, about: { id: enquiry.id } }]);
  expect(await calls(kim)).toEqual([]);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await done(tandem, told.lead.id, "arrangeCall", { enquiryId: enquiry.id, at, expectedVersion: 1 });
  expect(await calls(told.lead.id)).toEqual([]);
  const { id } = (await done(tandem, told.lead.id, "askForCall", ask, "enquiry { id }")).enquiry;
  expect(await calls(told.lead.id)).toEqual([]);
  const closed = { enquiryId: id, reason: "Found it.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "closeEnquiry", closed);
});
