import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { play, STEPS, Tally } from "./play";

const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : [2017, 2018, 2019, 2023];
const AS_MANY = Number(process.env.STEPS ?? 950);
const REASONS = [
  ...["ASSESSOR", "CONFLICT", "DONE", "E10", "E20", "E5", "E7", "E8", "FORBIDDEN", "INVALID_INPUT", "NOT_FOUND"],
  ...["OPEN_REQUEST", "PAUSE", "READINESS", "ROUND", "RULE_NOT_MET", "STAGE_ORDER", "UNDER_WAY"],
];
jest.setTimeout(120_000);

let db: Database;
let log: Log;
const tallies: Tally[] = [];

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
});
afterEach(() => db.close());

test.each(SEEDS)(
  "R12, R14, R21, R24, R27, R33: random people take random steps as a small model foretells (seed %i)",
  async (seed) => {
    tallies.push(await play(db, log, seed, AS_MANY));
    expect(await verifyLog(db, SECRET)).toMatchObject({ fault: null });
  },
);

test("every kind of step was done and refused, for every reason and by every rule that the model knows", () => {
  const happened = [...new Set(tallies.flatMap((tally) => [...tally.keys()]))].map((word) => word.split(" "));
  const answers = (mutation: string) => happened.filter(([name]) => name === mutation).map(([, first]) => first);
  const both = STEPS.filter(({ mutation }) => new Set(answers(mutation).map((first) => first === "DONE")).size === 2);
  expect(STEPS.filter((step) => !both.includes(step)).map(({ mutation }) => mutation)).toEqual([]);
  expect([...new Set(happened.flatMap(([, ...reasons]) => reasons))].sort()).toEqual(REASONS);
});
