import { setTimeout as sleep } from "node:timers/promises";
import { AccessLog, BATCH, MOST_WAITING } from "../../src/access/access-log";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { Logger } from "../../src/operator/logger";
import { openTestDatabase } from "../support/database";
import { tell } from "../support/story";
import { invite } from "../support/story.beginning";
import { SECRET } from "../support/tandem";
import { until } from "../support/until";

let db: Database;
let people: string[];
/** Statements sent through TypeORM since the test began, and what the server's log was told. */
let statements: string[];
let told: Record<string, unknown>[];
let accessLog: AccessLog;
/** What stands between the access log and the database. */
let inTurn: Database["inTurn"];

beforeEach(async () => {
  db = await openTestDatabase();
  people = [];
  await tell({ db, log: await openLog(db, SECRET) }, null, async (tx) => {
    for (const name of ["Lee", "Lou", "Lin"]) people.push((await invite(tx, name)).id);
  });
  [statements, told] = [[], []];
  Object.assign(db.source, { logger: { ...quiet, logQuery: (sql: string) => void statements.push(sql) } });
  inTurn = db.inTurn;
  const logger = new Logger("warn", { write: (line) => void told.push(JSON.parse(line)) });
  accessLog = new AccessLog({ ...db, inTurn: (work) => inTurn(work) }, logger);
});
afterEach(async () => {
  await accessLog.close();
  await db.close();
});

const quiet = Object.fromEntries(
  ["logQueryError", "logQuerySlow", "logSchemaBuild", "logMigration", "log"].map((name) => [name, () => undefined]),
);
const NOW = new Date("2017-06-01T09:00:00.123Z");
const things = (count: number) => Array.from({ length: count }, () => newId("asm"));
const person = (index = 0) => people[index] as string;
const written = () => db.rows("SELECT personId, subjectType, subjectId, at FROM access ORDER BY id");
const countWritten = async () => Number((await db.rows("SELECT COUNT(*) AS n FROM access"))[0]?.n);
const inserts = () => statements.filter((sql) => /^INSERT/i.test(sql));

test("many openings are one statement, about a second later", async () => {
  const ids = things(300);
  for (const id of ids) accessLog.opened(person(), [id], NOW);
  await sleep(300);
  expect(inserts()).toEqual([]);
  await until(async () => (await countWritten()) === 300, 3_000);
  expect(inserts()).toHaveLength(1);
  expect((await written()).slice(0, 1)).toEqual([
    { personId: person(), subjectType: "Assessment", subjectId: ids[0], at: "2017-06-01 09:00:00.123" },
  ]);
});

test("so many that they fill a batch are written at once, the rest a moment later", async () => {
  accessLog.opened(person(), things(BATCH + 5), NOW);
  await until(() => inserts().length === 1, 900);
  await until(async () => (await countWritten()) === BATCH + 5, 3_000);
  expect(inserts()).toHaveLength(2);
});

test("what comes in while a batch is written waits for others again", async () => {
  accessLog.opened(person(), things(BATCH), NOW);
  const began = performance.now();
  for (let count = 0; count < 20; count += 1) {
    accessLog.opened(person(), things(10), NOW);
    await sleep(5);
  }
  await until(async () => (await countWritten()) === BATCH + 200, 5_000);
  expect(inserts().length).toBeLessThanOrEqual(2 + (performance.now() - began) / 1_000);
});

test("the same thing opened again before it is written is one access; by somebody else, or later, another", async () => {
  const [one, other] = things(2) as [string, string];
  for (let time = 0; time < 50; time += 1) accessLog.opened(person(), [one, other, one], new Date());
  accessLog.opened(person(1), [one], NOW);
  await until(async () => (await countWritten()) === 3, 3_000);
  accessLog.opened(person(), [one], NOW);
  await accessLog.close();
  expect((await written()).map(({ personId, subjectId }) => [personId, subjectId])).toEqual([
    [person(), one],
    [person(), other],
    [person(1), one],
    [person(), one],
  ]);
});

test("closing writes all that waits, however much it is", async () => {
  accessLog.opened(person(), things(3 * BATCH + 7), NOW);
  await accessLog.close();
  expect(await countWritten()).toBe(3 * BATCH + 7);
  expect(inserts()).toHaveLength(4);
});

test("nothing opened, nothing written: no timer, no statement", async () => {
  accessLog.opened(person(), [], NOW);
  await sleep(1_200);
  await accessLog.close();
  expect(statements).toEqual([]);
});

test("a batch waits for its turn where there is one writer at a time, and is not rolled back with another's work", async () => {
  const order: string[] = [];
  const others = db
    .inTurn(() =>
      db.source.transaction(async (manager) => {
        await manager.query("UPDATE person SET phone = '0'");
        await sleep(200);
        throw new Error("It failed at last.");
      }),
    )
    .catch(() => order.push("another's"));
  if (db.kind === "mysql") await others; // it has locked the people, and a server makes the batch wait for that
  accessLog.opened(person(), things(3), NOW);
  await Promise.all([others, accessLog.close().then(() => order.push("ours"))]);
  expect(order).toEqual(["another's", "ours"]);
  expect(await countWritten()).toBe(3);
});

describe("while the database is away", () => {
  const away = () => {
    inTurn = () => Promise.reject(new Error("The database is away."));
  };
  const back = () => {
    inTurn = db.inTurn;
  };

  test("openings are kept, tried again, and written once each when it is back", async () => {
    away();
    const ids = things(BATCH + 1);
    accessLog.opened(person(), ids, NOW);
    await until(() => told.length > 1, 4_000);
    accessLog.opened(person(), ids, NOW);
    back();
    await until(async () => (await countWritten()) === BATCH + 1, 4_000);
    expect((await written()).map(({ subjectId }) => subjectId)).toEqual(ids);
    expect(told[0]).toMatchObject({ level: 40, openings: BATCH + 1, err: { type: "Error" } });
    expect(told.every(({ level }) => level === 40)).toBe(true); // warned, and nothing lost
  });

  test("it is tried again about every second, and not by each who reads", async () => {
    let tries = 0;
    inTurn = () => {
      tries += 1;
      return Promise.reject(new Error("The database is away."));
    };
    const began = performance.now();
    for (let count = 0; count < 100; count += 1) {
      accessLog.opened(person(), things(20), NOW);
      await sleep(10);
    }
    expect(tries).toBeGreaterThan(0);
    expect(tries).toBeLessThanOrEqual(1 + (performance.now() - began) / 1_000);
    back();
  });

  test("a batch that was written though its answer was lost is not written twice, nor tried for ever", async () => {
    inTurn = async (work) => {
      await db.inTurn(work);
      throw new Error("The connection is lost.");
    };
    accessLog.opened(person(), things(3), NOW);
    await until(() => told.length === 1, 3_000);
    back();
    await accessLog.close();
    expect(await countWritten()).toBe(3);
    expect(told).toHaveLength(1);
  });

  test("so many are kept and no more; how many were lost, and since when, the log says", async () => {
    away();
    const later = new Date(NOW.getTime() + 1);
    accessLog.opened(person(), things(MOST_WAITING), NOW);
    accessLog.opened(person(), things(7), later);
    accessLog.opened(person(), things(4), new Date());
    back();
    await accessLog.close();
    expect(await countWritten()).toBe(MOST_WAITING);
    expect(told.filter(({ level }) => level === 50)).toEqual([
      expect.objectContaining({ openings: 11, since: later.toISOString(), msg: "the access log lost openings" }),
    ]);
  });

  test("what cannot be written at the end is lost, and the log says how much", async () => {
    away();
    accessLog.opened(person(), things(12), NOW);
    await accessLog.close();
    expect(told.at(-1)).toMatchObject({ level: 50, openings: 12, msg: "the access log lost openings" });
    back();
  });
});
