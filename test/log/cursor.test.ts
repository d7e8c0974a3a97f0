import type { Database } from "../../src/database/database";
import { sealWith } from "../../src/log/cursor";
import { Log, openLog } from "../../src/log/log";
import { openTestDatabase } from "../support/database";
import { story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
});
afterEach(() => db.close());

const refused = (code: string) => expect.objectContaining({ extensions: { code } });
const opening = (cursor: string) => log.positionOf(cursor);

test("the same entry has the same cursor, on every instance and after a restart", async () => {
  await story({ db, log });
  const head = await log.head();
  const elsewhere = await openLog(db, SECRET);

  expect(await log.head()).toBe(head);
  expect(await elsewhere.head()).toBe(head);
  expect(await elsewhere.positionOf(head)).toBe(await log.headPosition());
});

test("a cursor opens to the place it was made of", async () => {
  await story({ db, log });
  const head = await log.headPosition();

  for (let position = 0; position <= head; position += 1) {
    expect(await opening(log.cursorOf(position))).toBe(position);
  }
});

test("cursors tell nothing: neither order nor distance nor that they are of one Log", () => {
  const cursors = Array.from({ length: 2_000 }, (_, position) => log.cursorOf(position));
  const changedBits = cursors.slice(1).map((cursor, index) => {
    const before = Buffer.from(cursors[index] as string, "base64url");
    return Buffer.from(cursor, "base64url").reduce((bits, byte, at) => bits + ones(byte ^ before.readUInt8(at)), 0);
  });
  const mean = changedBits.reduce((a, b) => a + b) / changedBits.length;

  expect(new Set(cursors).size).toBe(2_000);
  expect(new Set(cursors.map((cursor) => cursor.slice(0, 8))).size).toBe(2_000);
  expect(cursors.every((cursor) => /^[\w-]{22}$/.test(cursor))).toBe(true);
  expect(mean).toBeGreaterThan(60); // of 128: neighbours are as unlike as strangers
  expect(mean).toBeLessThan(68);
  expect([...cursors].sort()).not.toEqual(cursors);
});
const ones = (byte: number): number => byte.toString(2).replaceAll("0", "").length;

test.each([
  "",
  "x",
  "not a cursor of any kind",
  "AAAAAAAAAAAAAAAAAAAAAA",
  "1",
  "9007199254740991",
  "ent_01h455vb4pex5vsknk084sn02q",
  "-".repeat(64),
  "😀😀😀😀😀",
])("%j is refused with BAD_CURSOR", async (cursor) => {
  await expect(opening(cursor)).rejects.toEqual(refused("BAD_CURSOR"));
});

test("a cursor with one character changed is refused with BAD_CURSOR", async () => {
  const cursor = await log.head();
  for (let at = 0; at < cursor.length; at += 1) {
    const changed = cursor.slice(0, at) + (cursor[at] === "A" ? "B" : "A") + cursor.slice(at + 1);
    await expect(opening(changed)).rejects.toEqual(refused("BAD_CURSOR"));
  }
});

test("a cursor has one spelling only", async () => {
  const cursor = await log.head();
  for (const other of [`${cursor}=`, `${cursor}==`, ` ${cursor}`, `${cursor}\n`, `${cursor}A`, cursor.slice(0, 21)]) {
    await expect(opening(other)).rejects.toEqual(refused("BAD_CURSOR"));
  }
});

test("a cursor sealed with another secret is refused with BAD_CURSOR", async () => {
  const elsewhere = await openLog(db, "quite another secret of at least 32 bytes");

  await expect(opening(await elsewhere.head())).rejects.toEqual(refused("BAD_CURSOR"));
});

test("a cursor of another Log is refused with CURSOR_EXPIRED", async () => {
  const foreign = sealWith(SECRET).close({ log: "0123456789ab", position: 0 });

  await expect(opening(foreign)).rejects.toEqual(refused("CURSOR_EXPIRED"));
});

test("a cursor past the head is refused with CURSOR_EXPIRED", async () => {
  const next = log.cursorOf((await log.headPosition()) + 1);

  await expect(opening(next)).rejects.toEqual(refused("CURSOR_EXPIRED"));
});

test("cursors from before a restore are refused with CURSOR_EXPIRED", async () => {
  await story({ db, log });
  const before = await log.head();
  await db.source.query("UPDATE log_head SET logId = 'ba9876543210'");
  log = await openLog(db, SECRET);

  await expect(opening(before)).rejects.toEqual(refused("CURSOR_EXPIRED"));
  expect(await opening(await log.head())).toBe(await log.headPosition());
});

test("a cursor that was good once stays good while the Log grows", async () => {
  const { append, lead } = await story({ db, log });
  const then = await log.head();
  const position = await log.headPosition();
  for (let count = 0; count < 5; count += 1) await append("RoleGranted", { personId: lead.id });

  expect(await opening(then)).toBe(position);
  expect(await log.headPosition()).toBe(position + 5);
});
