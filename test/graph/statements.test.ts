import { GraphQLField, GraphQLObjectType } from "graphql";
import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { makeSchema } from "../../src/schema";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  const lead = await fill(db, log, 52);
  ask = asking(db, log)(lead);
});
afterAll(() => db.close());

const EVERYTHING = `
  id person { name email }
  pair { reference members { person { name } } commissions { nodes { reference board { name } } } }
  supervision { nodes { date supervisor { name } } }
  evidence { nodes { title submittedBy { name } areas { code } } }
  assessments { nodes { round assessor { name } judgements { rating } } }
  readiness { met }
  evidenceMatrix { code count }`;

const counted = async (selection: string, first: number): Promise<number> => {
  const { data, errors, statements } = await ask(`{ trainees(first: ${first}) { nodes { ${selection} } } }`);
  expect(errors).toBeUndefined();
  expect(data.trainees.nodes).toHaveLength(first);
  return statements.length;
};

test("a hundred trainees with everything take exactly as many statements as five", async () => {
  // Under the cost limit a hundred need smaller pages below; the shape is the same.
  const few = EVERYTHING.replace(/(commissions|supervision|evidence|assessments) /g, "$1(first: 2) ");
  const five = await counted(few, 5);
  expect(await counted(few, 100)).toBe(five);
  expect(five).toBeLessThanOrEqual(20);
});

test.each([
  ["a list", "id", "id courseAttendance { attended }", 1],
  ["a connection", "id", "id evidence { nodes { title } }", 1],
  ["a list below a connection", "evidence { nodes { id } }", "evidence { nodes { id areas { code } } }", 1],
  ["a count", "evidence { nodes { id } }", "evidence { totalCount nodes { id } }", 1],
  ["a list through an edge to one thing", "pair { id }", "pair { id members { ordinal } }", 1],
  // An edge to one thing by its id comes with its parents.
  ["an edge to one thing", "id", "id person { name }", 0],
  ["an edge to one thing in a list", "pair { members { id } }", "pair { members { id person { name } } }", 0],
  ["an edge to one thing in a page", "evidence { nodes { id } }", "evidence { nodes { id commission { id } } }", 0],
])("%s more adds its own statement and no other", async (_, without, having, more) => {
  const before = await counted(without, 50);
  expect(await counted(having, 50)).toBe(before + more);
});

test("a second name for the same edge adds one statement", async () => {
  const once = await counted("a: evidence(first: 1) { nodes { id } }", 20);
  expect(await counted("a: evidence(first: 1) { nodes { id } } b: evidence(last: 1) { nodes { id } }", 20)).toBe(
    once + 1,
  );
});

test("edges to many single things are joined up to a bound, and beyond it each adds one statement", async () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `p${index}: person { name }`).join(" ");
  const sixteen = await counted(names(16), 5);
  expect(await counted(names(18), 5)).toBe(sixteen + 2);
  const { data } = await ask(`{ trainees(first: 2) { nodes { ${names(18)} } } }`);
  for (const node of data.trainees.nodes) expect(new Set(Object.values(node).map(jsonOf)).size).toBe(1);
});
const jsonOf = (value: unknown) => JSON.stringify(value);

test("a single thing takes one statement and a missing one no more", async () => {
  const { statements } = await ask(`{ trainee(id: "LT-2017-T3") { id person { name } pair { reference } } }`);
  expect(statements).toHaveLength(1);
  const missing = await ask(`{ trainee(id: "LT-2017-T0") { id pair { members { id } } } }`);
  expect(missing.data).toEqual({ trainee: null });
  expect(missing.statements).toHaveLength(1);
});

test("a resolver that reads for each row is caught by this count", async () => {
  const trainee = makeSchema().getType("Trainee") as GraphQLObjectType;
  const field = trainee.getFields().reference as GraphQLField<{ id: string }, { db: Database }>;
  field.resolve = async ({ id }, _, ctx) =>
    (await ctx.db.rows("SELECT reference FROM trainee WHERE id = ?", [id]))[0]?.reference;
  try {
    expect(await counted("id reference", 50)).toBe((await counted("id reference", 5)) + 45);
  } finally {
    delete field.resolve;
  }
  expect(await counted("reference id", 50)).toBe(await counted("reference id", 5));
});
