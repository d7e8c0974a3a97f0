import type { Database } from "../../src/database/database";
import { openTestDatabase } from "../support/database";

jest.setTimeout(180_000); // a server commits every change of a table

let db: Database;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const SINCE = "CreateFees1764066200000";

/** Back to the tables of before fees and endorsements were things of their own. */
const undo = async (): Promise<void> => {
  const done = async () => (await db.rows("SELECT id FROM migrations WHERE name = ?", [SINCE])).length > 0;
  while (await done()) await db.source.undoLastMigration({ transaction: "each" });
};
const redo = () => db.source.runMigrations({ transaction: "each" });

const programme = (id: string, endorsedBy: string | null, endorsementNumber: string | null) =>
  db.source.query(
    `INSERT INTO programme (id, reference, name, summary, endorsedBy, endorsementNumber, contactEmail, version)
     VALUES (?, ?, 'P', 'S', ?, ?, 'p@example.org', 1)`,
    [id, id, endorsedBy, endorsementNumber],
  );
const cohort = (id: string, programmeId: string, opensOn: string, feeMinor: number) =>
  db.source.query(
    `INSERT INTO cohort (id, reference, programmeId, standardId, name, opensOn, applyBy, decisionsExpected, capacity,
       feeMinor, vatPercent, currency, version)
     VALUES (?, ?, ?, ?, 'C', ?, '2016-09-30', '2016-10', 16, ?, 20, 'GBP', 1)`,
    [id, id, programmeId, `std of ${programmeId}`, opensOn, feeMinor],
  );
const standard = (programmeId: string) =>
  db.source.query(
    `INSERT INTO standard (id, programmeId, \`number\`, courseDays, groupDays, sources, networkMeetings, everyAreaMet,
       reviewCountsFrom, assessorMayHaveSupervised) VALUES (?, ?, 1, 4, 4, 3, 3, 1, 'DRAFT_REPORT', 0)`,
    [`std of ${programmeId}`, programmeId],
  );
const endorsed = () => db.rows("SELECT id, endorsedBy, endorsementNumber FROM programme ORDER BY id");

test("R47, R48: the endorsements of programmes that are there become things of their own, and go back as they were", async () => {
  await undo();
  await programme("prg_1", "ILM", "049878");
  await programme("prg_2", null, null);
  await programme("prg_3", null, "007");
  await standard("prg_1"); // what refers to a programme stays too
  const before = await endorsed();
  await redo();

  expect(
    await db.rows("SELECT programmeId, `by`, `number`, since, `until` FROM endorsement ORDER BY programmeId"),
  ).toEqual([
    { programmeId: "prg_1", by: "ILM", number: "049878", since: null, until: null },
    { programmeId: "prg_3", by: "", number: "007", since: null, until: null },
  ]);
  await undo();
  expect(await endorsed()).toEqual(before);
  await redo();
  expect(await db.rows("SELECT id FROM standard")).toHaveLength(1);
});

test("R49: programmes that are there have had the fees of their cohorts, each from the day it opened", async () => {
  await undo();
  for (const id of ["prg_1", "prg_2"]) {
    await programme(id, null, null);
    await standard(id);
  }
  await cohort("coh_1", "prg_1", "2016-07-01", 350_000);
  await cohort("coh_2", "prg_1", "2017-07-01", 360_000);
  await cohort("coh_3", "prg_1", "2017-07-01", 370_000);
  await cohort("coh_4", "prg_2", "2016-07-01", 1);
  await redo();

  expect(
    await db.rows(
      "SELECT programmeId, appliesFrom, amountMinor, vatPercent, currency FROM fee ORDER BY programmeId, appliesFrom",
    ),
  ).toEqual([
    { programmeId: "prg_1", appliesFrom: "2016-07-01", amountMinor: 350_000, vatPercent: 20, currency: "GBP" },
    { programmeId: "prg_1", appliesFrom: "2017-07-01", amountMinor: 370_000, vatPercent: 20, currency: "GBP" },
    { programmeId: "prg_2", appliesFrom: "2016-07-01", amountMinor: 1, vatPercent: 20, currency: "GBP" },
  ]);
  await undo();
  expect(await db.rows("SELECT feeMinor FROM cohort ORDER BY id")).toMatchObject([
    ...[{ feeMinor: 350_000 }, { feeMinor: 360_000 }, { feeMinor: 370_000 }, { feeMinor: 1 }],
  ]);
  await redo();
});
