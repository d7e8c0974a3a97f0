import type { Database } from "../../src/database/database";
import { EntryKind } from "../../src/log/kinds";
import { Log, openLog } from "../../src/log/log";
import { Transaction } from "../../src/mutation/transact";
import { openTestDatabase } from "../support/database";
import { Story, story, tell } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterAll(() => db.close());

const SOME = { personId: "" };
test.each<[EntryKind, Record<string, unknown>, string | null, string]>([
  ["PersonDisabled", {}, null, "PersonDisabled asks for a reason and has none."],
  ["PersonDisabled", {}, " \n", "PersonDisabled asks for a reason and has none."],
  [
    "CourseAttendanceRecorded",
    { from: true, to: false },
    null,
    "CourseAttendanceRecorded asks for a reason and has none.",
  ],
  [
    "GroupSupervisionAttended",
    { from: false, to: true },
    "",
    "GroupSupervisionAttended asks for a reason and has none.",
  ],
  ["RoleGranted", {}, "Because.", "RoleGranted does not ask for a reason and has one."],
])("an entry %s with %j and the reason %j is not written", async (kind, facts, reason, fault) => {
  const append = (tx: Transaction) =>
    (tx.append as (...told: unknown[]) => void)(kind, told.lead, SOME, facts, ...(reason === null ? [] : [reason]));

  await expect(tell({ db, log }, told.lead.id, async (tx) => append(tx))).rejects.toThrow(fault);
});

test.each<[EntryKind, Record<string, unknown>]>([
  ["CourseAttendanceRecorded", { from: null, to: false }],
  ["CourseAttendanceRecorded", { from: true, to: true }],
  ["RoleGranted", {}],
])("an entry %s with %j needs no reason", async (kind, facts) => {
  const before = await log.headPosition();
  await tell({ db, log }, told.lead.id, async (tx) =>
    (tx.append as (...told: unknown[]) => void)(kind, told.lead, SOME, facts),
  );
  expect(await log.headPosition()).toBe(before + 1);
});
