import { ApplicationState } from "../../src/application/application-state";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { asking } from "../graph/asking";
import { openTestDatabase } from "../support/database";
import { beforeTheCourse, published, scoredBefore, submittedApplication } from "../support/selecting";
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
  await beforeTheCourse(db, told.cohort);
});
afterEach(() => db.close());

const CONFIRM = `mutation ($input: ConfirmPlaceInput!) { did: confirmPlace(input: $input) {
  application { state confirmedAt } errors { code message path } } }`;
const DECLINE = `mutation ($input: DeclinePlaceInput!) { did: declinePlace(input: $input) {
  application { state } errors { message } } }`;
const DECIDE = `mutation ($input: DecideApplicationInput!) { did: decideApplication(input: $input) {
  application { confirmBy } errors { code path } } }`;

const apply = async (name: string, more: object = {}) => {
  const { id: personId } = await told.person(name);
  return submittedApplication(db, { cohortId: told.cohort.id, personId, ...more });
};
const { OFFERED, WAITING } = ApplicationState;

// The clocks change on the last Sundays of March and October, at 01:00 UTC: one day has 23 hours, the other 25.
const DAYS = [
  { day: "2026-03-28", what: "the day before the clocks go forward", end: "2026-03-29T00:00:00.000Z" },
  { day: "2026-03-29", what: "the day they go forward", end: "2026-03-29T23:00:00.000Z" },
  { day: "2026-10-24", what: "the day before the clocks go back", end: "2026-10-24T23:00:00.000Z" },
  { day: "2026-10-25", what: "the day they go back", end: "2026-10-26T00:00:00.000Z" },
  { day: "2026-12-31", what: "the last day of a year", end: "2027-01-01T00:00:00.000Z" },
];

test.each(DAYS)(
  "R63: a place is confirmed to the last millisecond of $day, $what, in London and no later",
  async ({ day, end }) => {
    const { id: applicationId, personId } = await apply("Kim", { state: OFFERED, confirmBy: day });
    const as = asking(db, log, undefined, () => now);
    const confirming = async (at: number) => {
      now = new Date(at);
      return (await as(personId)(CONFIRM, { input: { applicationId, expectedVersion: 1 } })).data.did;
    };
    for (const late of [0, 1_000, 3_600_000]) {
      const { application, errors } = await confirming(Date.parse(end) + late);
      expect(application).toBeNull();
      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["applicationId"] }]);
      expect(errors[0].message).toMatch(`had to be confirmed by the end of ${day} in London`);
    }
    const inTime = Date.parse(end) - 1;
    expect(await confirming(inTime)).toEqual({
      ...{ application: { state: "CONFIRMED", confirmedAt: new Date(inTime).toISOString() }, errors: [] },
    });
  },
);

test.each(DAYS)("R63: an offer may still be made for $day, $what, in its last millisecond", async ({ day, end }) => {
  const second = await told.person("Lou Second");
  const criteria = [await published(db, told.programme.id, 1)];
  const kim = await apply("Kim", { submittedAt: new Date("2026-01-01T09:00:00.000Z") });
  for (const by of [told.lead, second]) await scoredBefore(db, kim, criteria, by);
  const as = asking(db, log, undefined, () => now);
  const deciding = async (at: number) => {
    now = new Date(at);
    const input = { applicationId: kim.id, decision: "OFFER", confirmBy: day, expectedVersion: 1 };
    return (await as(told.lead.id)(DECIDE, { input })).data.did;
  };
  expect(await deciding(Date.parse(end))).toMatchObject({ errors: [{ code: "INVALID_INPUT", path: ["confirmBy"] }] });
  expect(await deciding(Date.parse(end) - 1)).toEqual({ application: { confirmBy: day }, errors: [] });
});

test.each([
  { at: "2026-03-28T23:59:59.999Z", confirmBy: "2026-04-11" },
  { at: "2026-03-29T22:59:59.999Z", confirmBy: "2026-04-12" },
  { at: "2026-03-29T23:00:00.000Z", confirmBy: "2026-04-13" },
  { at: "2026-10-25T23:59:59.999Z", confirmBy: "2026-11-08" },
  { at: "2026-12-25T09:00:00.000Z", confirmBy: "2027-01-08" },
])("R63: who moves up at $at has fourteen days of London: to the end of $confirmBy", async ({ at, confirmBy }) => {
  const kim = await apply("Kim", { state: OFFERED, confirmBy: "2027-01-31" });
  const pat = await apply("Pat", { state: WAITING, waitingRank: 1 });
  now = new Date(at);
  const as = asking(db, log, undefined, () => now);
  const { data } = await as(kim.personId)(DECLINE, { input: { applicationId: kim.id, expectedVersion: 1 } });
  expect(data.did.errors).toEqual([]);
  const [row] = await db.rows("SELECT state, confirmBy FROM application WHERE id = ?", [pat.id]);
  expect(row).toEqual({ state: "OFFERED", confirmBy });
});
