import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { tellLapsed, tellReviewsDue } from "../../src/accreditation/told";
import type { Context } from "../../src/context";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { sweep } from "../../src/retention/sweep";
import { PUBLIC } from "../../src/scope/scope";
import { accreditedSince } from "../support/accredited";
import { openTestDatabase } from "../support/database";
import { onADay } from "../support/on-a-day";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let fay: Accreditation;

/** Fay's first review is due on 1 March 2028; undecided, hers lapses on 1 June. */
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  fay = await accreditedSince(db, told, "Fay", "2027-03-01");
});
afterEach(() => db.close());

const at = (day: string) => new Date(`${day}T12:00:00.000Z`);
const swept = async (day: string) => {
  const done = await sweep({ db, log, retention: { personDays: null, accessDays: null } }, at(day));
  return [done?.reviewsDue, done?.lapsed];
};
const entries = async () =>
  (
    await db.rows(
      "SELECT kind, actorId, facts FROM entry WHERE kind IN ('StatusReviewDue', 'AccreditationLapsed') ORDER BY position",
    )
  ).map(({ kind, actorId, facts }) => [kind, actorId, JSON.parse(facts as string)]);
const set = (to: Partial<Accreditation>) => db.source.manager.update(Accreditation, { id: fay.id }, to);
const reference = "LT-Fay";

test("R46: that a review is due, and that an accreditation lapsed by itself, is told once each, by nobody", async () => {
  expect(await swept("2028-02-29")).toEqual([0, 0]);
  expect([await swept("2028-03-01"), await swept("2028-03-01"), await swept("2028-05-31")]).toEqual([
    [1, 0],
    [0, 0],
    [0, 0],
  ]);
  expect([await swept("2028-06-01"), await swept("2028-06-01"), await swept("2029-06-01")]).toEqual([
    [0, 1],
    [0, 0],
    [0, 0],
  ]);
  expect(await entries()).toEqual([
    ["StatusReviewDue", null, { reference, dueOn: "2028-03-01" }],
    ["AccreditationLapsed", null, { reference, lapsedOn: "2028-06-01" }],
  ]);
  // Nobody changed it: whoever is about to is not to start again.
  expect((await db.rows("SELECT version FROM accreditation"))[0]?.version).toBe(1);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test("R46: a lapse that is restored and comes again is told again", async () => {
  expect(await swept("2028-06-01")).toEqual([0, 1]);
  const days = onADay(db, log);
  days.on("2028-06-01");
  const input = { accreditationId: fay.id, expectedVersion: 1, reason: "An oversight." };
  expect((await days.try(told.lead.id, "restoreAccreditation", input)).errors).toEqual([]);
  expect([await swept("2028-06-02"), await swept("2029-06-01"), await swept("2029-09-01")]).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
  expect((await entries()).map(([kind]) => kind)).toEqual([
    "AccreditationLapsed",
    "StatusReviewDue",
    "AccreditationLapsed",
  ]);
});

test("R46: a lapse that somebody decided is not told once more as one that came by itself", async () => {
  const days = onADay(db, log);
  days.on("2028-03-10");
  const input = { accreditationId: fay.id, expectedVersion: 1, outcome: "LAPSED", reason: "Has stopped." };
  expect((await days.try(told.lead.id, "decideStatusReview", input)).errors).toEqual([]);
  expect([await swept("2028-03-10"), await swept("2028-07-01")]).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test("R46: what was withdrawn neither becomes due nor lapses", async () => {
  await set({ withdrawnOn: "2028-01-01" });
  expect([await swept("2028-03-01"), await swept("2028-06-01")]).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

const nobody = (of: Database, day: string): Context => ({
  ...{ db: of, log, personId: null, scope: PUBLIC },
  ...{ now: at(day), opened: new Set(), loaders: new Map() },
});

test("R46: what is decided while the sweep is at it is told of by neither", async () => {
  // Read as due, and no longer so once its turn comes.
  const busy: Database = {
    ...db,
    inTurn: async (work) => {
      await set({ reviewDueOn: "2029-03-01", lapsesOn: "2029-06-01" });
      return db.inTurn(work);
    },
  };
  expect(await tellReviewsDue(nobody(busy, "2028-03-01"))).toBe(0);
  await set({ reviewDueOn: "2028-03-01", lapsesOn: "2028-06-01" });
  expect(await tellLapsed(nobody(busy, "2028-06-01"))).toBe(0);
  expect(await entries()).toEqual([]);
});

test("R46: two sweeps at the same moment tell of it once", async () => {
  const both = (tell: (ctx: Context) => Promise<number>, day: string) =>
    Promise.all([tell(nobody(db, day)), tell(nobody(db, day))]);
  expect((await both(tellReviewsDue, "2028-03-01")).sort()).toEqual([0, 1]);
  expect((await both(tellLapsed, "2028-06-01")).sort()).toEqual([0, 1]);
  expect(await entries()).toHaveLength(2);
});
