import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { play, STEPS, Tally } from "./play";

const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : [2017, 2020, 2022];
const AS_MANY = Number(process.env.STEPS ?? 700);
jest.setTimeout(120_000);

let db: Database;
let log: Log;
const tallies: Tally[] = [];

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
});
afterEach(() => db.close());

test.each(SEEDS)("R12–R14: random people take random steps as a small model foretells (seed %i)", async (seed) => {
  tallies.push(await play(db, log, seed, AS_MANY));
  expect(await verifyLog(db, SECRET)).toMatchObject({ fault: null });
});

test("every kind of step was done and refused", () => {
  const happened = new Set(tallies.flatMap((tally) => [...tally.keys()]));
  const wanted = STEPS.flatMap(({ mutation }) => [`${mutation} DONE`, `${mutation} FORBIDDEN`]);
  expect(wanted.filter((word) => !happened.has(word))).toEqual([]);
});
