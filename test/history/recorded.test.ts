import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { Ask } from "../graph/asking";
import { play } from "../machine/play";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Standing, standingAt, standingNow } from "./present";

const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : [2017, 2019];
const STEPS = Number(process.env.STEPS ?? 300);
jest.setTimeout(240_000);

let db: Database;
let log: Log;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
});
afterEach(() => db.close());

test.each(SEEDS)(
  "at each change that random people make, asOf later tells what a recorder noted when it happened (seed %i)",
  async (seed) => {
    const notes: { at: Date; stood: Standing }[] = [];
    let lead: Ask | undefined;
    await play(db, log, seed, STEPS, async (ask, at) => {
      lead = ask;
      notes.push({ at, stood: await standingNow(db, ask) });
    });
    expect(notes.length).toBeGreaterThan(STEPS / 3);

    for (const { at, stood } of notes) {
      const later = await standingAt(db, lead as Ask, at);
      // What came later was not there yet.
      const expected = Object.fromEntries(Object.keys(later).map((id) => [id, stood[id] ?? null]));
      expect({ at, ...later }).toEqual({ at, ...expected });
    }
  },
);
