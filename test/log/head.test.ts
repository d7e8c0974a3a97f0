import type { Database } from "../../src/database/database";
import { readHead, writtenHead } from "../../src/log/head";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";
import { Tampering, tampering } from "./a-log";

let db: Database;
let log: Log;
let told: Story;
let hand: Tampering;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  hand = await tampering(db);
});
afterEach(async () => {
  await hand.release();
  await db.close();
});

const goOn = () => told.append("RoleGranted", { personId: told.lead.id }, { role: "SUPERVISOR" });
const headNow = async () => {
  const { head } = await verifyLog(db, SECRET);
  if (!head) throw new Error("The Log does not verify.");
  return head;
};

test("a head that was noted is found again, however much follows it", async () => {
  const noted = await headNow();
  expect(noted).toEqual({ position: await log.headPosition(), seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await verifyLog(db, SECRET, noted)).toEqual({ entries: noted.position, fault: null, head: noted });
  await goOn();
  await goOn();

  expect(await verifyLog(db, SECRET, noted)).toMatchObject({ entries: noted.position + 2, fault: null });
});

test("a tail that was cut by somebody who moves the head as well is seen only with a head noted earlier", async () => {
  const noted = await headNow();
  const last = noted.position - 3;
  await hand.cut(last);

  expect(await verifyLog(db, SECRET)).toMatchObject({ entries: last, fault: null });
  expect(await verifyLog(db, SECRET, noted)).toEqual({
    entries: last,
    fault: `The Log ends with entry ${last}, and the head that was noted with entry ${noted.position}: entries are missing at its end, or the head is of another Log.`,
    head: null,
  });
});

test("a Log that lost all its entries is seen with a head noted earlier", async () => {
  const noted = await headNow();
  await hand.cut(0);

  expect((await verifyLog(db, SECRET)).fault).toBeNull();
  expect((await verifyLog(db, SECRET, noted)).fault).toMatch(/^The Log ends with entry 0, and the head/);
});

test("a Log that was cut and written anew from there is seen with a head noted earlier", async () => {
  const noted = await headNow();
  await hand.cut(noted.position - 3);
  for (let count = 0; count < 5; count += 1) await goOn();

  expect((await verifyLog(db, SECRET)).fault).toBeNull();
  expect(await verifyLog(db, SECRET, noted)).toMatchObject({
    entries: noted.position - 1,
    fault: `Entry ${noted.position} is not the one whose seal was noted: the Log was written anew, or the head is of another Log.`,
  });
});

test("a head of another Log is not taken for one of this", async () => {
  const other = await openTestDatabase();
  await story({ db: other, log: await openLog(other, SECRET) });
  const { head } = await verifyLog(other, SECRET);
  await other.close();

  expect((await verifyLog(db, SECRET, head)).fault).toMatch(/or the head is of another Log\.$/);
});

test("a head that was noted before a person was erased is found again after it", async () => {
  const noted = await headNow();
  await hand.erase([2, 5, noted.position]);

  expect((await verifyLog(db, SECRET, noted)).fault).toBeNull();
});

test("a Log that grows while it is walked through verifies", async () => {
  let grown = 0;
  const growing: Database = {
    ...db,
    rows: async (sql, values) => {
      // Between the last page and the head, three times over.
      if (sql.includes("log_head") && grown < 3) {
        grown += 1;
        await goOn();
      }
      return db.rows(sql, values);
    },
  };
  const before = await log.headPosition();

  expect(await verifyLog(growing, SECRET)).toMatchObject({ entries: before + 3, fault: null });
});

test("a head is written in one way, and nothing else is read as one", async () => {
  const head = await headNow();
  expect(readHead(writtenHead(head))).toEqual(head);
  const seal = "0a".repeat(32);
  for (const text of [
    "",
    "12",
    seal,
    `0:${seal}`,
    `-1:${seal}`,
    `012:${seal}`,
    `1.5:${seal}`,
    `12:${seal.toUpperCase()}`,
    `12:${seal}0`,
    `12:${seal.slice(1)}`,
    ` 12:${seal}`,
    `12:${seal}\n`,
    `1234567890123456:${seal}`,
  ]) {
    expect(readHead(text)).toBeNull();
  }
});
