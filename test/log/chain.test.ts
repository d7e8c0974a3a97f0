import type { Database, Row } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let last: number;
let asWritten: readonly Row[];
let head: Row | undefined;
beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  const { append, lead } = await story({ db, log });
  await append(
    "RoleGranted",
    { personId: lead.id },
    { role: { zuletzt: "ä 🙂", first: [1, { b: 2, a: null }], at: new Date(0) } },
  );
  last = await log.headPosition();
  asWritten = await db.rows("SELECT * FROM entry ORDER BY position");
  [head] = await db.rows("SELECT position FROM log_head");
});
afterEach(async () => {
  await change("DELETE FROM entry");
  for (const row of asWritten) await insert(row);
  await change("UPDATE log_head SET position = ?", [head?.position]);
});
afterAll(() => db.close());

const change = (sql: string, values: unknown[] = []) => db.source.query(sql, values);
const insert = (row: Row) => {
  const names = Object.keys(row).map((name) => `\`${name}\``);
  return change(`INSERT INTO entry (${names}) VALUES (${names.map(() => "?")})`, Object.values(row));
};
const verified = () => verifyLog(db, SECRET);

test("a Log that nobody touched verifies", async () => {
  expect(last).toBeGreaterThan(15);
  expect(await verified()).toEqual({ entries: last, fault: null });
});

test("an empty Log verifies", async () => {
  const empty = await openTestDatabase();
  expect(await verifyLog(empty, SECRET)).toEqual({ entries: 0, fault: null });
  await empty.close();
});

test("another secret verifies nothing", async () => {
  expect(await verifyLog(db, `${SECRET}!`)).toEqual({
    entries: 0,
    fault: "Entry 1 is not the one that was written there.",
  });
});

const NOT_THE_ONE = "Entry 5 is not the one that was written there.";
test.each([
  ["at", "'2001-01-01 00:00:00.000'", NOT_THE_ONE],
  ["actorId", "NULL", NOT_THE_ONE],
  ["kind", "'PersonDisabled'", NOT_THE_ONE],
  ["subjectType", "'Pair'", NOT_THE_ONE],
  ["subjectId", "'per_another'", NOT_THE_ONE],
  ["subjectVersion", "99", NOT_THE_ONE],
  ["sees", "'programme'", NOT_THE_ONE],
  ["traineeId", "'trn_another'", NOT_THE_ONE],
  ["pairId", "'pai_another'", NOT_THE_ONE],
  ["commissionId", "'com_another'", NOT_THE_ONE],
  ["boardId", "'brd_another'", NOT_THE_ONE],
  ["personId", "'per_another'", NOT_THE_ONE],
  ["id", "'ent_another'", NOT_THE_ONE],
  ["digest", "'00'", NOT_THE_ONE],
  ["chain", "'00'", NOT_THE_ONE],
  ["facts", `'{"name":"Another"}'`, "The facts or the reason of entry 5 were altered."],
  ["facts", "NULL", "The facts or the reason of entry 5 were altered."],
  ["reason", "'Because'", "The facts or the reason of entry 5 were altered."],
  ["reason", "''", "The facts or the reason of entry 5 were altered."],
  ["salt", "'00'", "The facts or the reason of entry 5 were altered."],
  ["salt", "NULL", "Entry 5 was erased and written anew."],
])("an entry whose %s was set to %s is found", async (column, value, fault) => {
  await change(`UPDATE entry SET \`${column}\` = ${value} WHERE position = 5`);

  expect(await verified()).toEqual({ entries: 4, fault });
});

test("an entry that was removed is found", async () => {
  await change("DELETE FROM entry WHERE position = 7");

  expect(await verified()).toEqual({ entries: 6, fault: "Entry 7 is missing: entry 8 follows entry 6." });
});

test("an entry that was removed is found when those after it moved up", async () => {
  await change("DELETE FROM entry WHERE position = 7");
  for (let position = 8; position <= last; position += 1) {
    await change("UPDATE entry SET position = ? WHERE position = ?", [position - 1, position]);
  }

  expect(await verified()).toEqual({ entries: 6, fault: "Entry 7 is not the one that was written there." });
});

test("the first and the last entry cannot be removed unseen", async () => {
  await change("DELETE FROM entry WHERE position = ?", [last]);
  expect((await verified()).fault).toBe(
    `The Log's head is at entry ${last}, and its last entry is ${last - 1}: entries are missing at its end.`,
  );

  await change("DELETE FROM entry WHERE position = 1");
  expect(await verified()).toEqual({ entries: 0, fault: "Entry 1 is missing: entry 2 follows entry 0." });
});

test("a Log cut short is found though its head was moved to the cut", async () => {
  await change("DELETE FROM entry WHERE position = ?", [last]);
  await change("UPDATE log_head SET position = ?", [last - 1]);

  expect((await verified()).fault).toMatch(/^The Log's head is at entry/);
});

test("two entries that changed places are found", async () => {
  await change("UPDATE entry SET position = 0 WHERE position = 8");
  await change("UPDATE entry SET position = 8 WHERE position = 9");
  await change("UPDATE entry SET position = 9 WHERE position = 0");

  expect(await verified()).toEqual({ entries: 7, fault: "Entry 8 is not the one that was written there." });
});

test("an entry that was written beside the Log is found", async () => {
  await insert({ ...(asWritten.at(-1) as Row), position: last + 1, id: "ent_forged" });

  expect(await verified()).toEqual({
    entries: last,
    fault: `Entry ${last + 1} is not the one that was written there.`,
  });
});

test("an erased entry verifies only when a later entry says that it was erased", async () => {
  await change("UPDATE entry SET salt = NULL, reason = NULL, facts = NULL WHERE position = 5");

  expect(await verified()).toEqual({
    entries: last,
    fault: "Entry 5 has lost its facts, and no later entry says that they were erased.",
  });
});
