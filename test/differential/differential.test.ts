import { grouped } from "../../src/graph/grouped";
import { makeSchema } from "../../src/schema";
import { dice } from "../support/dice";
import { theBeginning, VIEWERS } from "./beginning";
import { Change, changes } from "./changes";
import { FAULTY } from "./faulty";
import { Operations } from "./operations";
import { hiddenFrom, PairOfWorlds, partedFor } from "./pair-of-worlds";
import { idsIn } from "./snapshot";
import { changesIn, outcomeOf, some, varied } from "./trying";
import { Roll, Vocabulary } from "./vocabulary";
import { wholeReadings } from "./whole";
import { Beginning, idOf } from "./world";

// How long an answer takes is out of scope here: both worlds share one machine with everything else.

const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 2018);
/** So many generated operations of each kind a viewer: more for a long run. */
const OPERATIONS = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 14);
jest.setTimeout(30_000 + OPERATIONS * 1_000);

let beginning: Beginning;
const schema = makeSchema();
const whole = wholeReadings(schema);
const count = { queries: 0, refused: 0, telling: 0, subscriptions: 0, messages: 0, changes: 0 };
/** How the changes that were tried were answered. */
const outcomes: Record<string, number> = {};

beforeAll(async () => {
  beginning = await theBeginning();
});
afterAll(() => {
  jest.useRealTimers();
});

const all = () => changes((name) => idOf(beginning.known, name));
const changesOf = (viewer: string) => all().filter(({ by }) => by.split(" ").includes(viewer));

/** What is not tried before the end: the first two take a reference, the other ends the viewer's own token. */
const LAST_OF_ALL = new Set(["proposeCommission", "beginApplication", "signOutEverywhere"]);

/** Whether an answer holds anything that somebody could learn from. */
const tells = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return value !== null;
  return Object.entries(value).some(([name, inner]) => name !== "__typename" && tells(inner));
};

/** Ids of each type, by prefix: those that only the other world has, and more that both have. */
const idsByPrefix = ({ before, parted }: PairOfWorlds): Map<string, string[]> => {
  const common = idsIn(before);
  const alone = [...idsIn(parted)].filter((id) => !common.has(id));
  return grouped([...alone, ...common], (id) => id.slice(0, 3));
};

const variablesIn = (query: string): string[] =>
  [...query.matchAll(/\$(\w+): \[ID/g)].map(([, name]) => name as string);

describe.each(VIEWERS.filter((viewer) => hiddenFrom(viewer).length > 0))("to %s", (viewer) => {
  let worlds: PairOfWorlds;
  let roll: Roll;
  let words: Vocabulary;
  let operations: Operations;

  beforeAll(async () => {
    worlds = await partedFor(viewer, beginning);
    roll = dice(SEED + VIEWERS.indexOf(viewer));
    words = new Vocabulary(roll, worlds.before, worlds.parted);
    operations = new Operations(schema, roll, words);
  });
  afterAll(() => worlds.close());

  test("the worlds are the same to listen to while they part", () => {
    expect(worlds.heard.difference).toBeNull();
    if (viewer !== "public") expect(worlds.heard.messages).toBeGreaterThan(0);
    count.messages += worlds.heard.messages;
  });

  test("every list, and everything by its id, reads the same", async () => {
    const ids = idsByPrefix(worlds);
    for (const query of [...whole.lists, ...whole.things]) {
      const variables = Object.fromEntries(
        variablesIn(query).map((prefix) => [prefix, (ids.get(prefix) ?? []).slice(0, 100)]),
      );
      const { answer, difference } = await worlds.ask({ query, variables });
      expect([query.slice(0, 60), difference]).toEqual([query.slice(0, 60), null]);
      expect(answer.body.errors).toBeUndefined();
      words.hear(answer.body.data);
    }
  });

  test("what changed of anything in a year, and what never was, reads the same", async () => {
    for (const ids of idsByPrefix(worlds).values()) {
      for (const about of some(roll, 6, ids)) {
        const { answer, difference } = await worlds.ask({ query: whole.changes, variables: { about } });
        expect([about, difference]).toEqual([about, null]);
        expect(answer.body.errors).toBeUndefined();
        count.changes += answer.body.data.changes.nodes.length;
      }
    }
  });

  test("generated queries are answered the same", async () => {
    for (let at = 0; at < OPERATIONS; at += 1) {
      const operation = operations.query();
      // Now and then twice: what is asked again is compiled.
      for (let time = roll() < 0.2 ? 2 : 1; time > 0; time -= 1) {
        const { answer, difference } = await worlds.ask(operation);
        expect({ at, ...operation, difference }).toEqual({ at, ...operation, difference: null });
        expect(JSON.stringify(answer.body)).not.toContain("INTERNAL_SERVER_ERROR");
        words.hear(answer.body.data);
        count.queries += 1;
        if (answer.body.errors) count.refused += 1;
        else if (tells(answer.body.data)) count.telling += 1;
      }
    }
  });

  test("generated subscriptions are refused the same, or replay the same", async () => {
    const feed = "subscription ($after: Cursor) { feed(after: $after) { cursor entry { kind facts } } }";
    const after = worlds.one.tandem.log.cursorOf(0);
    const replayed = await worlds.listen({ query: feed, variables: { after } });
    expect(replayed.difference).toBeNull();
    count.messages += replayed.messages;
    words.hear({ cursor: after, entry: {} });
    for (let at = 0; at < OPERATIONS / 2; at += 1) {
      const operation = operations.subscription();
      const { difference, messages } = await worlds.listen(operation);
      expect({ at, ...operation, difference }).toEqual({ at, ...operation, difference: null });
      count.subscriptions += 1;
      count.messages += messages;
    }
  });

  test("what nobody may ask is refused the same", async () => {
    const turn = VIEWERS.indexOf(viewer) % 3; // a third for each viewer: all of them are tried many times
    for (const { what, operation } of FAULTY.filter((_, at) => at % 3 === turn)) {
      const { answer, difference } = await worlds.ask(operation(words));
      expect([what, difference]).toEqual([what, null]);
      expect([what, answer.body.errors]).toEqual([what, expect.anything()]);
    }
  });

  test("changes are refused the same, or done the same, and leave the same behind", async () => {
    const own = changesOf(viewer).filter(({ mutation }) => !LAST_OF_ALL.has(mutation));
    const tried: [Change, { version?: number }][] = [
      ...own.map((change): [Change, object] => [change, {}]),
      ...[...own, ...own, ...some(roll, 8, all())].flatMap((change): [Change, object][] => {
        if (LAST_OF_ALL.has(change.mutation)) return [];
        const version = roll() < 0.2 ? { version: 99 } : {};
        return [[{ ...change, input: varied(roll, words, change.input) }, version]];
      }),
    ];
    for (const [change, how] of tried) {
      const { answer, difference } = await changesIn(worlds, change, how);
      expect({ ...change, difference }).toEqual({ ...change, difference: null });
      words.hear(answer.body.data);
      const outcome = outcomeOf(answer);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    const { difference } = await worlds.ask({ query: whole.plain, variables: {} });
    expect(difference).toBeNull();
  });

  test("a proposal and an application are answered the same but for their references, and signing out the same", async () => {
    // A proposal's is counted, by design: LT-2018-004 tells that there were three before it, whoever proposed them. An
    // application's is drawn by lot.
    for (const change of changesOf(viewer).filter(({ mutation }) => LAST_OF_ALL.has(mutation))) {
      const { difference } = await changesIn(worlds, change, { unread: "reference" });
      expect({ ...change, difference }).toEqual({ ...change, difference: null });
    }
  });
});

test("enough was asked, told, heard and done that a difference would have shown", () => {
  console.log(`Seed ${SEED}: ${JSON.stringify({ ...count, outcomes })}`);
  expect(count.queries).toBeGreaterThan(OPERATIONS * 18);
  expect(count.telling).toBeGreaterThan(count.queries * 0.4);
  expect(count.changes).toBeGreaterThan(500);
  expect(count.subscriptions).toBeGreaterThan(OPERATIONS * 7);
  expect(count.messages).toBeGreaterThan(OPERATIONS * 20);
  expect(outcomes.DONE).toBeGreaterThan(30);
  expect(outcomes.RULE_NOT_MET).toBeGreaterThan(20);
});
