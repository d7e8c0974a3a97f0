import { Accreditation } from "../../src/accreditation/accreditation.entity";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { accreditedSince, metOn } from "../support/accredited";
import { openTestDatabase } from "../support/database";
import { onADay } from "../support/on-a-day";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let days: ReturnType<typeof onADay>;
let fay: Accreditation;
let last: string;

/** Fay's first year ends on 30 November 2027, the day of the last of her three meetings. */
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  fay = await accreditedSince(db, told, "Fay", "2026-12-01");
  for (const date of ["2027-03-01", "2027-06-01"]) await metOn(db, fay, date);
  last = await metOn(db, fay, "2027-11-30");
  days = onADay(db, log);
});
afterEach(() => db.close());

const decided = async (outcome: string, more: object = {}) => {
  days.on("2027-12-10");
  const input = { accreditationId: fay.id, expectedVersion: 1, outcome, ...more };
  expect((await days.try(told.lead.id, "decideStatusReview", input)).errors).toEqual([]);
};
const moved = async (meetingId: string, date: string) => {
  const version = await db.rows("SELECT version FROM network_meeting WHERE id = ?", [meetingId]);
  const input = { meetingId, expectedVersion: Number(version[0]?.version), date, reason: "A slip." };
  return (await days.try(told.lead.id, "changeNetworkMeeting", input)).errors;
};
const thisYear = async () => {
  const { data } = await days.askAs(told.lead.id)(`{ accreditation(id: "${fay.id}") { meetingsThisYear } }`);
  return data.accreditation.meetingsThisYear;
};
const REFUSED = [
  {
    ...{ code: "INVALID_INPUT", path: ["date"] },
    message: "date changes what counted in a year that is decided already, of somebody who was there.",
  },
];
const BARELY = { reason: "Two were missed.", conditions: "Attend two.", conditionsUntil: "2028-06-30" };

test.each([
  ["RENEWED", {}],
  ["CONDITIONAL", BARELY],
])(
  "R45, R46: a meeting that counted in a year decided as %s is not counted in the next as well",
  async (outcome, more) => {
    await decided(outcome, more);
    expect(await moved(last, "2027-12-01")).toEqual(REFUSED);
    expect(await thisYear()).toBe(0);
    expect(await moved(last, "2026-12-01")).toEqual([]); // it stays in its year, on its first day
    expect(await moved(last, "2027-11-30")).toEqual([]); // and on its last
  },
);

test("R45, R46: nor is one put into a year that is decided without it", async () => {
  const next = await metOn(db, fay, "2027-12-05");
  await decided("RENEWED");
  expect(await moved(next, "2027-11-29")).toEqual(REFUSED);
  expect(await moved(next, "2027-12-01")).toEqual([]);
  expect(await thisYear()).toBe(1);
});

test("R45: before the year is decided it moves, and afterwards for who was not there or is under review still", async () => {
  days.on("2027-12-10");
  expect(await moved(last, "2027-12-02")).toEqual([]);
  expect(await thisYear()).toBe(2);
  expect(await moved(last, "2027-11-30")).toEqual([]);

  const gus = await accreditedSince(db, told, "Gus", "2026-12-01");
  const [missed, other] = [await metOn(db, fay, "2027-11-29", { attended: false }), await metOn(db, gus, "2027-11-28")];
  await decided("RENEWED");
  expect(await moved(missed, "2027-12-03")).toEqual([]);
  expect(await moved(other, "2027-12-04")).toEqual([]);
});
