import type { Database, Row } from "../../src/database/database";
import { chained, chainKey, digestOf, Link } from "../../src/log/chain";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { story } from "../support/story";
import { SECRET } from "../support/tandem";
import { Tampering, tampering } from "./a-log";

let db: Database;
let log: Log;
let last: number;
let hand: Tampering;
let asWritten: readonly Row[];
let restore: () => Promise<void>;
beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  const { append, lead } = await story({ db, log });
  await append(
    "RoleGranted",
    { personId: lead.id },
    { role: { zuletzt: "ä 🙂", first: [1, { b: 2, a: null }], at: new Date(0) } },
  );
  last = await log.headPosition();
  hand = await tampering(db);
  ({ rows: asWritten, restore } = await hand.remembered());
});
afterEach(() => restore());
afterAll(async () => {
  await hand.release();
  await db.close();
});

const verified = () => verifyLog(db, SECRET);
const clean = () => ({ entries: last, fault: null, head: { position: last, seal: asWritten.at(-1)?.chain } });
const faulty = (entries: number, fault: string) => ({ entries, fault, head: null });

test("a Log that nobody touched verifies", async () => {
  expect(last).toBeGreaterThan(15);
  expect(await verified()).toEqual(clean());
});

test("an empty Log verifies, and has no head to note down", async () => {
  await hand.cut(0);
  expect(await verified()).toEqual({ entries: 0, fault: null, head: null });
});

test("another secret verifies nothing", async () => {
  expect(await verifyLog(db, `${SECRET}!`)).toEqual(faulty(0, "Entry 1 is not the one that was written there."));
});

const NOT_THE_ONE = "Entry 5 is not the one that was written there.";
test.each([
  ["at", "'2001-01-01 00:00:00.000'", NOT_THE_ONE],
  ["actorId", "NULL", NOT_THE_ONE],
  ["kind", "'PersonDisabled'", NOT_THE_ONE],
  ["kind", "'NothingThatHappens'", NOT_THE_ONE],
  ["kind", "''", NOT_THE_ONE],
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
  ["facts", "'{no JSON'", "The facts or the reason of entry 5 were altered."],
  ["facts", "NULL", "The facts or the reason of entry 5 were altered."],
  ["reason", "'Because'", "The facts or the reason of entry 5 were altered."],
  ["reason", "''", "The facts or the reason of entry 5 were altered."],
  ["salt", "'00'", "The facts or the reason of entry 5 were altered."],
  ["salt", "NULL", "Entry 5 was erased and written anew."],
])("an entry whose %s was set to %s is found", async (column, value, fault) => {
  await hand.run(`UPDATE entry SET \`${column}\` = ${value} WHERE position = 5`);

  expect(await verified()).toEqual(faulty(4, fault));
});

// SQLite keeps in any column whatever it is given.
test.each([
  ["at", "'no moment at all'"],
  ["at", "'2017-01-23T09:00:00.000Z'"],
  ["at", "1485162000000"],
  ["subjectVersion", "'one'"],
  ["subjectVersion", "1.5"],
  ["kind", "CAST(X'506572ff' AS TEXT)"], // no UTF-8
  ["kind", "kind || CAST(X'0061' AS TEXT)"],
  ["chain", "X''"],
])("an entry whose %s became %s is found", async (column, value) => {
  if (db.kind !== "sqlite") return;
  await hand.run(`UPDATE entry SET \`${column}\` = ${value} WHERE position = 5`);

  expect(await verified()).toEqual(faulty(4, NOT_THE_ONE));
});

test("an entry that was removed is found", async () => {
  await hand.run("DELETE FROM entry WHERE position = 7");

  expect(await verified()).toEqual(faulty(6, "Entry 7 is missing: entry 8 follows entry 6."));
});

const moveUp = async (from: number) => {
  for (let position = from; position <= last; position += 1) {
    await hand.run("UPDATE entry SET position = ? WHERE position = ?", [position - 1, position]);
  }
};
const makeRoom = async (from: number) => {
  for (let position = last; position >= from; position -= 1) {
    await hand.run("UPDATE entry SET position = ? WHERE position = ?", [position + 1, position]);
  }
};

test("an entry that was removed is found when those after it moved up", async () => {
  await hand.run("DELETE FROM entry WHERE position = 7");
  await moveUp(8);

  expect(await verified()).toEqual(faulty(6, "Entry 7 is not the one that was written there."));
});

test("the first and the last entry cannot be removed unseen", async () => {
  await hand.run("DELETE FROM entry WHERE position = ?", [last]);
  expect((await verified()).fault).toBe(
    `The Log's head is at entry ${last}, and its last entry is ${last - 1}: entries are missing at its end.`,
  );

  await hand.run("DELETE FROM entry WHERE position = 1");
  expect(await verified()).toEqual(faulty(0, "Entry 1 is missing: entry 2 follows entry 0."));
});

test("a Log without its entries, or without its head, is found", async () => {
  await hand.run("DELETE FROM entry");
  expect((await verified()).fault).toMatch(/its last entry is 0: entries are missing at its end\.$/);
  await restore();

  await hand.run("UPDATE log_head SET id = 2");
  expect((await verified()).fault).toBe("The Log has no head.");
  await hand.run("UPDATE log_head SET id = 1");
});

test("a Log cut short is found though its head was moved to the cut", async () => {
  await hand.run("DELETE FROM entry WHERE position = ?", [last]);
  await hand.run("UPDATE log_head SET position = ?", [last - 1]);

  expect((await verified()).fault).toBe(`The Log's head does not bear the seal of entry ${last - 1}, the last one.`);
});

test("a head that was set back in time, so that the next entry might come before the last, is found", async () => {
  await hand.run("UPDATE log_head SET at = '2001-01-01 00:00:00.000'");

  expect((await verified()).fault).toBe(`The Log's head has another time than entry ${last}, the last one.`);
});

test("two entries that changed places are found", async () => {
  await hand.run("UPDATE entry SET position = 0 WHERE position = 8");
  await hand.run("UPDATE entry SET position = 8 WHERE position = 9");
  await hand.run("UPDATE entry SET position = 9 WHERE position = 0");

  expect(await verified()).toEqual(faulty(7, "Entry 8 is not the one that was written there."));
});

/** An entry as somebody writes it who knows how it is done, and has not the key. */
const forged = (position: number, key = chainKey("a key that somebody guessed, of 32 bytes or more")): Row => {
  const [before, like] = [asWritten[position - 2], asWritten[position - 1] ?? asWritten.at(-1)] as [Row, Row];
  const [salt, facts] = ["ab".repeat(16), '{"name":"Somebody else"}'];
  const entry = { ...like, position, id: "ent_forged", salt, facts, reason: null };
  const sealed = { ...entry, digest: digestOf(salt, null, facts) };
  const at = `${String(like.at).replace(" ", "T")}Z`;
  return { ...sealed, chain: chained(key, String(before?.chain ?? ""), { ...sealed, at } as unknown as Link) };
};

test("an entry that was put in is found: at the end, in the middle, in another's place", async () => {
  await hand.insert(forged(last + 1));
  expect(await verified()).toEqual(faulty(last, `Entry ${last + 1} is not the one that was written there.`));
  await restore();

  await makeRoom(7);
  await hand.insert(forged(7));
  expect(await verified()).toEqual(faulty(6, "Entry 7 is not the one that was written there."));
  await restore();

  await hand.run("DELETE FROM entry WHERE position = 7");
  await hand.insert(forged(7));
  expect(await verified()).toEqual(faulty(6, "Entry 7 is not the one that was written there."));
});

test("an entry that was put in before the first is found", async () => {
  for (const position of [0, -1, -9_007_199_254_740_991]) {
    await hand.insert({ ...forged(last + 1), position });
    expect(await verified()).toEqual(faulty(0, `Entry ${position} was put in: the Log begins with entry 1.`));
    await restore();
  }
});

test("an entry that was copied from earlier, whole and sealed, is found", async () => {
  await hand.insert({ ...(asWritten[4] as Row), position: last + 1, id: "ent_copied" });

  expect(await verified()).toEqual(faulty(last, `Entry ${last + 1} is not the one that was written there.`));
});

test("only the secret makes an entry that verifies", async () => {
  await hand.insert(forged(last + 1, chainKey(SECRET)));
  const entry = (await hand.entries()).at(-1) as Row;
  await hand.run("UPDATE log_head SET position = ?, chain = ?", [last + 1, entry.chain ?? null]);

  expect(await verified()).toMatchObject({ entries: last + 1, fault: null });
});

test("an erased entry verifies only when a later entry says that it was erased", async () => {
  await hand.run("UPDATE entry SET salt = NULL, reason = NULL, facts = NULL WHERE position = 5");
  expect(await verified()).toEqual(
    faulty(last, "Entry 5 has lost its facts, and no later entry says that they were erased."),
  );
  await restore();

  await hand.erase([5]);
  expect(await verified()).toMatchObject({ entries: last + 1, fault: null });
});

test("a person's entries may be named by several later ones; one that none names is found", async () => {
  await hand.erase([2, 3]);
  await hand.erase([5, 6]);
  expect(await verified()).toMatchObject({ entries: last + 2, fault: null });
  await restore();

  await hand.erase([2, 3]);
  await hand.erase([5, 6], 1);
  expect((await verified()).fault).toBe("Entry 6 has lost its facts, and no later entry says that they were erased.");
});

test("an entry that says what was erased and is itself erased explains nothing", async () => {
  await hand.erase([5]);
  await hand.run("UPDATE entry SET salt = NULL, reason = NULL, facts = NULL WHERE position = ?", [last + 1]);

  expect((await verified()).fault).toMatch(/^Entry 5 has lost its facts/);
});
