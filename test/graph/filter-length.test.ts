import { GraphQLEnumType, GraphQLInputObjectType, getNamedType, isListType } from "graphql";
import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { makeSchema } from "../../src/schema";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;
let asTrainee: Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  const by = asking(db, log);
  ask = by(await fill(db, log, 4));
  const [trainee] = await db.rows("SELECT personId FROM trainee ORDER BY id LIMIT 1");
  asTrainee = by(trainee?.personId as string);
});
afterAll(() => db.close());

const so = <T>(count: number, value: T): T[] => Array(count).fill(value);
const IS = { stage: { eq: "FINDINGS" } };

test.each([
  [{ or: so(1_200, IS) }, "`or` may hold at most 20 conditions; 1200 were given."],
  [{ and: so(21, {}) }, "`and` may hold at most 20 conditions; 21 were given."],
  [{ boardId: { in: so(101, "brd_0") } }, "`boardId` may be one of at most 100; 101 were given."],
  [{ or: [{ pairId: { in: so(32_767, "x") } }] }, "`pairId` may be one of at most 100; 32767 were given."],
  [{ not: { stage: { in: so(101, "CLOSED") } } }, "`stage` may be one of at most 100; 101 were given."],
  [
    { ...IS, and: so(20, { ...IS, practice: { eq: true } }), or: so(10, IS) },
    "A filter may make at most 50 comparisons; 51 were given.",
  ],
])(
  "a filter that holds too much is refused before anything is read, at the root and below: %#",
  async (filter, said) => {
    for (const lists of [
      "commissions(filter: $f) { totalCount }",
      "boards { nodes { commissions(filter: $f) { nodes { id } } } }",
    ]) {
      const { data, errors, statements } = await ask(`query ($f: CommissionFilter) { ${lists} }`, { f: filter });
      expect([data, errors]).toEqual([null, [{ message: said, extensions: { code: "BAD_USER_INPUT" } }]]);
      expect(statements).toEqual([]);
    }
  },
);

test("one that is written in the document, without variables, is refused as well", async () => {
  const { errors } = await ask(
    `{ directory(filter: { or: [${so(21, '{ area: { contains: "x" } }')}] }) { totalCount } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});

const schema = makeSchema();
/** The lists of the root, each with its filter. */
const filtered = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
  const filter = args.find((argument) => argument.name === "filter")?.type;
  return filter instanceof GraphQLInputObjectType ? [[name, filter] as const] : [];
});

const VALUES: Record<string, unknown> = {
  ...{ ID: "tra_0", Boolean: true, String: "x", Date: "2017-01-01", DateTime: "2017-01-01T00:00:00Z" },
};
/** The comparison that takes most of a database: with a hundred where there may be so many. */
const widest = (comparator: GraphQLInputObjectType): object => {
  const fields = Object.values(comparator.getFields());
  const field = fields.find(({ type }) => isListType(type)) ?? fields[0];
  const named = getNamedType(field?.type);
  const value = named instanceof GraphQLEnumType ? named.getValues()[0]?.name : VALUES[String(named)];
  expect(value).toBeDefined();
  return { [field?.name as string]: isListType(field?.type) ? so(100, value) : value };
};

test("a filter as full as may be is answered, on each list there is", async () => {
  expect(filtered.length).toBeGreaterThan(10);
  for (const [list, filter] of filtered) {
    const compared = Object.values(filter.getFields()).filter(({ name }) => !["and", "or", "not"].includes(name));
    const conditions = compared.map(({ name, type }) => ({ [name]: widest(type as GraphQLInputObjectType) }));
    const twenty = (from: number) => Array.from({ length: 20 }, (_, at) => conditions[(from + at) % conditions.length]);
    const full = { and: twenty(0), or: twenty(1), not: conditions[0] };
    for (const by of [ask, asTrainee]) {
      const { data, errors } = await by(
        `query ($f: ${filter.name}) { ${list}(filter: $f) { totalCount nodes { __typename } } }`,
        { f: full },
      );
      expect([list, errors]).toEqual([list, undefined]);
      expect(data[list].totalCount).toEqual(expect.any(Number));
    }
  }
});
