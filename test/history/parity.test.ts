import type { Database } from "../../src/database/database";
import { loadDemo } from "../../src/demo/load";
import { Log, openLog } from "../../src/log/log";
import { makeSchema } from "../../src/schema";
import { asking } from "../graph/asking";
import { openRoom } from "../matrix/room";
import { stageIn } from "../matrix/world/stage";
import { theWorld } from "../matrix/world/world";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Standing, standingAt, standingNow } from "./present";

jest.setTimeout(120_000);

const WORLDS: readonly [string, number, (db: Database, log: Log) => Promise<unknown>][] = [
  ["the demo", 25, (db, log) => loadDemo({ schema: makeSchema(), db, log })],
  ["the world of the matrix", 30, async (db) => theWorld(stageIn(db, await openRoom(db)))],
];

describe.each(WORLDS)("in %s", (_, things, make) => {
  let db: Database;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    db = await openTestDatabase();
    const log = await openLog(db, SECRET);
    await make(db, log);
    ask = asking(db, log);
  });
  afterAll(() => db.close());

  const people = async (): Promise<string[]> =>
    (await db.rows("SELECT id FROM person WHERE disabledAt IS NULL ORDER BY id")).map(({ id }) => id as string);

  test("asOf now, from the Log alone, is the present of every trainee, commission and accreditation", async () => {
    const seen = new Set<string>();
    for (const personId of await people()) {
      const present = await standingNow(db, ask(personId));
      const known = await standingAt(db, ask(personId), new Date());
      for (const id of Object.keys(present)) seen.add(id);
      expect(untrue(present, known)).toEqual([]);
      const [lead] = await db.rows("SELECT id FROM person_role WHERE personId = ? AND `role` = 'PROGRAMME_LEAD'", [
        personId,
      ]);
      if (lead) expect(known).toEqual(present);
    }
    expect(seen.size).toBeGreaterThan(things);
  });

  test("before the first of them came there was none, and nobody is told that one would come", async () => {
    const [first] = await db.rows("SELECT at FROM entry ORDER BY position LIMIT 1");
    const began = new Date(`${String(first?.at).replace(" ", "T")}Z`);
    for (const personId of await people()) {
      const told = Object.values(await standingAt(db, ask(personId), began));
      expect(told.filter((stood) => stood !== null)).toEqual([]);
    }
  });
});

/** References that entries tell, of what somebody may no more follow an edge to: a board whose pair has ended, say. */
const NAMED_BY_ENTRIES = new Set(["pair", "board"]);

/** What somebody is told of the present by `asOf` that is not so: they may be told less of it, and nothing else. */
const untrue = (present: Standing, known: Standing): string[] =>
  Object.entries(present).flatMap(([id, stands]) => {
    if (known[id] == null) return [`${id} is there, and asOf says it is not.`];
    const fields = Object.entries(known[id] as Record<string, unknown>);
    return fields
      .filter(([name]) => !(NAMED_BY_ENTRIES.has(name) && (stands as never)[name] === null))
      .filter(([name, value]) => value !== null && JSON.stringify(value) !== JSON.stringify((stands as never)[name]))
      .map(
        ([name, value]) =>
          `${name} of ${id} is ${JSON.stringify((stands as never)[name])}, not ${JSON.stringify(value)}.`,
      );
  });
