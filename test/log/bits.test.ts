import type { Database, Row, Value } from "../../src/database/database";
import { EntryKind } from "../../src/log/kinds";
import { Log, NewEntry, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { aLog, Tampering, tampering } from "./a-log";

const RUNS = 1_000;
const SEED = 20_261_124;

let db: Database;
let log: Log;
let hand: Tampering;
beforeAll(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  await aLog(db, log);
  hand = await tampering(db);
});
afterAll(async () => {
  await hand.release();
  await db.close();
});

jest.setTimeout(120_000);

/** Numbers from 0 up to below 1: the same ones for the same seed (mulberry32). */
const numbersFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
const random = numbersFrom(SEED);
const below = (count: number): number => Math.floor(random() * count);
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;

/** A value with one bit changed, as SQL, and in words what was done. */
interface Flipped {
  readonly sql: string;
  readonly what: string;
}

const WIDTH: Record<string, number> = { position: 64, subjectVersion: 32 };

const flippedNumber = (column: string, value: Value): Flipped => {
  const width = WIDTH[column] as number;
  const bit = below(width);
  const sql = String(BigInt.asIntN(width, BigInt(value as number) ^ (1n << BigInt(bit))));
  return { sql, what: `bit ${bit}` };
};

/** On a server a moment is a number of milliseconds; to 42 bits, so that the year keeps four digits. */
const flippedMoment = (value: Value): Flipped => {
  const bit = below(42);
  const time = BigInt(Date.parse(`${String(value).replace(" ", "T")}Z`)) ^ (1n << BigInt(bit));
  return { sql: `'${new Date(Number(time)).toISOString().slice(0, -1).replace("T", " ")}'`, what: `bit ${bit}` };
};

/** SQLite takes any bytes for text; a server refuses what is no UTF-8, so that ASCII stays ASCII there. */
const flippedText = (value: Value): Flipped => {
  const bytes = Buffer.from(String(value));
  const places = [...bytes.keys()].filter((at) => db.kind === "sqlite" || (bytes[at] as number) < 0x80);
  const at = one(places);
  const bit = below(db.kind === "sqlite" ? 8 : 7);
  bytes.writeUInt8((bytes[at] as number) ^ (1 << bit), at);
  const sql = `CAST(X'${bytes.toString("hex")}' AS ${db.kind === "sqlite" ? "TEXT" : "CHAR"})`;
  return { sql, what: `bit ${bit} of byte ${at}` };
};

const flipped = (column: string, value: Value): Flipped => {
  if (column in WIDTH) return flippedNumber(column, value);
  return column === "at" && db.kind === "mysql" ? flippedMoment(value) : flippedText(value);
};

/** One bit of one value of one row: of an entry or, each tenth time, of the head. Null has no bit. */
const flip = async (entries: readonly Row[], head: Row): Promise<{ what: string; restore: () => Promise<void> }> => {
  const ofHead = below(10) === 0;
  const row = ofHead ? head : one(entries);
  const column = one(Object.keys(row).filter((name) => row[name] !== null && row[name] !== ""));
  const value = row[column] as Value;
  const { sql, what } = flipped(column, value);
  // The database itself refuses a position that another entry has.
  if (column === "position" && !ofHead && entries.some(({ position }) => String(position) === sql)) {
    return flip(entries, head);
  }
  const table = ofHead ? "log_head" : "entry";
  const where = (position: Value | string) => (ofHead ? "" : ` WHERE position = ${position}`);
  await hand.run(`UPDATE ${table} SET \`${column}\` = ${sql}${where(row.position as Value)}`);
  return {
    what: `${column} of ${ofHead ? "the head" : `entry ${row.position}`}, ${what}`,
    restore: () =>
      hand.run(`UPDATE ${table} SET \`${column}\` = ?${where(column === "position" ? sql : (row.position as Value))}`, [
        value,
      ]),
  };
};

test(`one bit changed anywhere is found, ${RUNS} times of ${RUNS} (seed ${SEED})`, async () => {
  const { restore: restoreAll } = await hand.remembered();
  await hand.erase([9, 14, 30]);
  const entries = await hand.entries();
  // Not its `logId`: a restore gives the Log a new one, so nothing can bind it. Another one ends cursors, no history.
  const [head] = await db.rows("SELECT position, at, chain FROM log_head");
  expect(entries.length).toBeGreaterThan(40);
  expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThan(20);

  const columns = new Set<string>();
  const missed: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { what, restore } = await flip(entries, head as Row);
    const { fault } = await verifyLog(db, SECRET);
    if (fault === null) missed.push(what);
    columns.add(what.replace(/(of (the head|entry)).*$/, "$1"));
    await restore();
  }

  expect(missed).toEqual([]);
  // Every value that an entry has was among them; no kind is about a pair by its own id.
  const stored = Object.keys(entries[0] as Row).filter((name) => entries.some((entry) => entry[name] !== null));
  expect([...columns].sort()).toEqual(
    [...stored.map((name) => `${name} of entry`), "at of the head", "chain of the head", "position of the head"].sort(),
  );
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
  await restoreAll();
});

const TEXTS = ["", "a", "ä", "🙂", "“", '"', "\\", "\n", "\u0000", "'", "e\u0301", "\u2028", "\ud800", "null", "0"];
const someText = (most: number) => Array.from({ length: 1 + below(most) }, () => one(TEXTS)).join("");
const someFact = (depth = 0): unknown =>
  one([
    () => someText(40),
    () => below(2 ** 31) - 2 ** 30,
    () => random() * 1e6,
    () => random() < 0.5,
    () => null,
    () => new Date(below(4_000_000_000_000)),
    () => (depth > 2 ? [] : Array.from({ length: below(4) }, () => someFact(depth + 1))),
    () => (depth > 2 ? {} : { [someText(3)]: someFact(depth + 1), b: someFact(depth + 1), a: below(9) }),
  ])();

const someEntry = (): NewEntry => {
  const kind = one<EntryKind>(["RoleGranted", "CommissionDeclined", "ChargeRaised", "ReadinessChanged"]);
  const version = random() < 0.5 ? {} : { version: below(2 ** 31) };
  return {
    kind,
    subject: { id: someText(10), ...version },
    subjectType: "Trainee",
    about: random() < 0.5 ? {} : { traineeId: someText(10), boardId: someText(10) },
    facts: { [someText(5)]: someFact(), from: someFact(), to: someFact() },
    reason: random() < 0.5 ? null : someText(100),
  };
};

test(`${RUNS} Logs that nobody touched verify (seed ${SEED})`, async () => {
  const [lead] = await db.rows("SELECT id FROM person ORDER BY id");
  const actors = [null, lead?.id as string];
  const length = await log.headPosition();
  const faults: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // Each has a history of its own: what was said last, on top of what was said before. It begins again after 10.
    if (run % 10 === 0) await hand.cut(length);
    const now = new Date(Date.now() + below(1_000_000) - 500_000); // the clock goes back as often as on
    const written = Array.from({ length: 1 + below(2) }, someEntry);
    await db.inTurn(() => db.source.transaction((manager) => log.write(manager, one(actors), now, written)));
    const { entries, fault } = await verifyLog(db, SECRET);
    if (fault !== null || entries !== (await log.headPosition())) faults.push(`run ${run}: ${fault}`);
  }

  expect(faults).toEqual([]);
  await hand.cut(length);
});
