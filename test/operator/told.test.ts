import { join } from "node:path";
import { validateSync } from "class-validator";
import { buildSchema, GraphQLError, graphqlSync } from "graphql";
import { QueryFailedError } from "typeorm";
import { told, toldInALine } from "../../src/operator/told";
import { openTestDatabase } from "../support/database";

const CANARY = /canary/i;
const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
};
const HERE = expect.stringMatching(/^(dist\/)?test\/operator\/told\.test\.[jt]s:\d+:\d+$/);

test("of an error: what kind it is, and where in our files it was thrown, innermost first", () => {
  const { type, at, ...more } = told(new RangeError("canary"));

  expect({ type, more }).toEqual({ type: "RangeError", more: {} });
  expect(at?.[0]).toEqual(HERE);
  expect(at?.slice(1)).toEqual(expect.arrayContaining([expect.stringMatching(/^node_modules\/[\w@/.-]+:\d+:\d+$/)]));
});

test("of a driver's error: its code and number, and nothing of the row it quotes", async () => {
  const db = await openTestDatabase();
  const insert = () =>
    db.source.query("INSERT INTO migrations (id, timestamp, name) VALUES (1, 2, 'canary'), (1, 3, 'canary')");
  const error = await caught(insert);
  await db.close();

  expect(error).toBeInstanceOf(QueryFailedError);
  expect(JSON.stringify([error, (error as Error).message, (error as QueryFailedError).query])).toMatch(CANARY);
  expect(told(error)).toMatchObject({ type: "QueryFailedError", code: expect.any(String) });
  expect(JSON.stringify(told(error))).not.toMatch(/canary|insert|values/i);
});

test.each<[string, () => unknown]>([
  ["a parser's", () => JSON.parse('{"canary')],
  ["a conversion's", () => BigInt("canary")],
  ["a name that is a text", () => Promise.reject(Object.assign(new Error("x"), { name: "Canary" }))],
  [
    "properties of its own",
    () => Promise.reject(Object.assign(new Error("x"), { email: "canary", parameters: ["canary"] })),
  ],
  ["codes of another form", () => Promise.reject(Object.assign(new Error("x"), { code: "a canary", errno: "canary" }))],
  ["a state of another form", () => Promise.reject(Object.assign(new Error("x"), { sqlState: "canary" }))],
  ["causes", () => Promise.reject(new Error("x", { cause: new Error("x", { cause: new Error("canary") }) }))],
  ["a cause that is a text", () => Promise.reject(new Error("x", { cause: "canary" }))],
  ["several", () => Promise.reject(new AggregateError([new Error("canary")], "canary"))],
  ["a validator's", () => Promise.reject(Object.assign(new Error("x"), { errors: validateSync({ name: "canary" }) }))],
  [
    "a message in several lines",
    () => Promise.reject(new Error("x\n    at canary (/canary.js:1:1)\n    at /canary.js:1:1")),
  ],
  [
    "a message that changed",
    () => Promise.reject(Object.assign(new Error("x\n    at canary (/tmp/canary.js:1:1)"), { message: "y" })),
  ],
  ["a text", () => Promise.reject("canary")],
  ["an object", () => Promise.reject({ message: "canary", code: "CANARY" })],
  ["nothing", () => Promise.reject(null)],
])("no word gets through: of %s", async (_, work) => {
  const error = await caught(work);

  expect(JSON.stringify(told(error))).not.toMatch(CANARY);
  expect(toldInALine(error)).not.toMatch(CANARY);
});

test("a message whose lines look like places of ours adds none to the places", () => {
  const ours = join(__dirname, "../../../src/canary.ts:1:1");
  expect(JSON.stringify(told(new Error(`x\n    at canary (${ours})\n    at ${ours}`)))).not.toMatch(CANARY);
});

test("of GraphQL's error: its kind and its cause, nothing of the document", () => {
  const schema = buildSchema("type Query { a(text: String): Int }");
  const rootValue = {
    a: () => {
      throw new TypeError("canary");
    },
  };
  const { errors } = graphqlSync({ schema, source: '{ canary: a(text: "canary") }', rootValue });

  expect(errors?.[0]).toBeInstanceOf(GraphQLError);
  expect(told(errors?.[0])).toMatchObject({ type: "GraphQLError", cause: { type: "TypeError" } });
  expect(JSON.stringify(told(errors?.[0]))).not.toMatch(CANARY);
});

test("causes that go in a circle end", () => {
  const error = new Error("x");
  error.cause = new Error("y", { cause: error });
  expect(JSON.stringify(told(error)).match(/"type"/g)).toHaveLength(4);
});

test("in a line for a person: kind, code, place and cause", () => {
  const cause = Object.assign(new RangeError("canary"), { code: "ER_DUP_ENTRY" });
  const line = toldInALine(Object.assign(new TypeError("canary", { cause }), { code: "E_X" }));

  expect(line).toMatch(/^TypeError E_X at \S+told\.test\.[jt]s:\d+:\d+, because of RangeError ER_DUP_ENTRY$/);
});
