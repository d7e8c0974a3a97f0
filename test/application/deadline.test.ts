import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { asking } from "../graph/asking";
import { COMPLETE, takeApplications } from "../support/applying";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let now: Date;

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterEach(() => db.close());

const BEGIN = `mutation ($input: BeginApplicationInput!) { beginApplication(input: $input) {
  application { id version } errors { message } } }`;
const SUBMIT = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { submittedAt } errors { code ... on RuleNotMet { rule { rule because { text } } } } } }`;

// The clocks change on the last Sundays of March and October, at 01:00 UTC: one day has 23 hours, the other 25.
test.each([
  { applyBy: "2026-03-28", what: "the day before the clocks go forward", end: "2026-03-29T00:00:00.000Z" },
  { applyBy: "2026-03-29", what: "the day they go forward", end: "2026-03-29T23:00:00.000Z" },
  { applyBy: "2026-10-24", what: "the day before the clocks go back", end: "2026-10-24T23:00:00.000Z" },
  { applyBy: "2026-10-25", what: "the day they go back", end: "2026-10-26T00:00:00.000Z" },
  { applyBy: "2016-09-30", what: "a day in summer", end: "2016-09-30T23:00:00.000Z" },
  { applyBy: "2026-12-31", what: "the last day of a year", end: "2027-01-01T00:00:00.000Z" },
])("R3, R54: $applyBy, $what, lasts to its last millisecond in London and no longer", async ({ applyBy, end }) => {
  await takeApplications(db, told.cohort, "2016-01-01", applyBy);
  const as = asking(db, log, undefined, () => now);
  const { id: by } = await told.person("Kim Newcomer");
  now = new Date(Date.parse(end) - 3_600_000);
  const { data } = await as(by)(BEGIN, { input: { cohortId: told.cohort.id, ...COMPLETE } });
  const { id: applicationId, version: expectedVersion } = data.beginApplication.application;
  const submitting = async (at: number) => {
    now = new Date(at);
    return (await as(by)(SUBMIT, { input: { applicationId, expectedVersion } })).data.submitApplication;
  };

  for (const late of [0, 1_000, 3_600_000]) {
    const { application, errors } = await submitting(Date.parse(end) + late);
    expect(application).toBeNull();
    expect(errors).toMatchObject([{ code: "RULE_NOT_MET", rule: { rule: "E2" } }]);
    expect(errors[0].rule.because[0].text).toMatch(`to the end of ${applyBy} in London`);
  }
  const inTime = Date.parse(end) - 1;
  expect(await submitting(inTime)).toEqual({
    ...{ application: { submittedAt: new Date(inTime).toISOString() }, errors: [] },
  });
});

test("R3: a cohort takes applications from the first millisecond of its first day in London", async () => {
  await takeApplications(db, told.cohort, "2026-07-01", "2026-09-30");
  const as = asking(db, log, undefined, () => now);
  const { id: by } = await told.person("Kim Newcomer");
  const beginning = async (at: string) => {
    now = new Date(at);
    return (await as(by)(BEGIN, { input: { cohortId: told.cohort.id } })).data.beginApplication;
  };
  expect(await beginning("2026-06-30T22:59:59.999Z")).toMatchObject({
    ...{ application: null, errors: [{ message: "Wait until 2026-07-01: applications are not taken yet." }] },
  });
  expect(await beginning("2026-06-30T23:00:00.000Z")).toMatchObject({ application: { version: 1 }, errors: [] });
});
