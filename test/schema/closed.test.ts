import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GraphQLField, GraphQLObjectType } from "graphql";
import { openIn } from "../../src/graph/closed";
import { allListings } from "../../src/graph/listing";
import { Thing, thingNamed } from "../../src/graph/thing";
import { KINDS } from "../../src/log/kinds";
import { printedTable } from "../../src/print-table";
import { authorized, makeSchema } from "../../src/schema";

const schema = makeSchema();
const fieldOf = (type: string, name: string) =>
  (schema.getType(type) as GraphQLObjectType).getFields()[name] as GraphQLField<unknown, unknown>;

/** What is found open while something is changed. */
const openWhile = <T extends object>(thing: T, changed: Partial<T>): string[] => {
  const before = { ...thing };
  Object.assign(thing, changed);
  try {
    return openIn(schema, authorized());
  } finally {
    Object.assign(thing, before);
  }
};

test("everything in the schema says who may see it", () => {
  expect(openIn(schema, authorized())).toEqual([]);
});

test("the printed table is current: run `npm run schema` after a change", () => {
  expect(readFileSync(join(__dirname, "../../../docs/who-may-see-what.md"), "utf8")).toBe(printedTable());
});

test("a field that names no row is refused, whatever kind of field it is", () => {
  const fields = [
    ["Person", "name"],
    ["Person", "email"],
    ["Trainee", "person"],
    ["Trainee", "evidence"],
    ["Trainee", "readiness"],
    ["Cohort", "fee"],
    ["Pair", "id"],
    ["Pair", "version"],
    ["Entry", "facts"],
  ] as const;
  for (const [type, name] of fields) {
    const field = fieldOf(type, name);
    expect(openWhile(field, { extensions: { ...field.extensions, sees: undefined } })).toEqual([
      `${type}.${name} does not say under which row of the table it falls.`,
    ]);
  }
});

test("a field that not everybody sees who sees its thing must be nullable", () => {
  const field = fieldOf("Person", "name");
  expect(openWhile(field, { extensions: { ...field.extensions, sees: "contact" } })).toEqual([
    expect.stringMatching(/^Person.name falls under "contact".* nullable/),
  ]);
});

test("a type that is neither a thing nor a part of one is refused", () => {
  const money = schema.getType("Money") as GraphQLObjectType;
  expect(openWhile(money, { extensions: {} })).toEqual([expect.stringMatching(/^Money is declared neither/)]);
});

test("a list on a part is refused, since a part has no rights by which to hide it", () => {
  const { extensions } = fieldOf("Viewer", "trainees");
  const cell = fieldOf("EvidenceMatrixCell", "area");
  expect(openWhile(cell, { extensions })).toEqual([expect.stringMatching(/^EvidenceMatrixCell.area is a list/)]);
});

test("an act that does not say whose it is is refused, and so is a question that is not answered in scope", () => {
  for (const name of ["decideAssessment", "feed"]) {
    const said = new Set([...authorized()].filter((field) => field !== name));
    expect(openIn(schema, said)).toEqual([`The root field ${name} does not say what kind of person may use it.`]);
  }
  const viewer = fieldOf("Query", "viewer");
  expect(openWhile(viewer, { type: fieldOf("Cohort", "fee").type })).toEqual([
    expect.stringMatching(/root field viewer/),
  ]);
});

test("an order or a filter by what not everybody sees who sees the row is refused", () => {
  const people = allListings().find(({ target }) => target.name === "Person") as ReturnType<typeof allListings>[number];
  const orders = { ...people.orders, EMAIL: { column: "email", direction: "ASC" as const, description: "By e-mail." } };
  expect(openWhile(people, { orders })).toEqual([expect.stringMatching(/^The order EMAIL of Person/)]);
  const unseen = {
    ...people.orders,
    MAIL: { column: "emailKey", direction: "ASC" as const, description: "By e-mail." },
  };
  expect(openWhile(people, { orders: unseen })).toEqual([expect.stringMatching(/^The order MAIL of Person/)]);
  const filter = { ...people.filter, phone: { comparator: class {} } };
  expect(openWhile(people, { filter })).toEqual([expect.stringMatching(/^The filter phone of Person/)]);
});

test("what tells of judgements and does not say what is opened by reading it is refused", () => {
  const assessment = thingNamed("Assessment") as Thing;
  const found = openWhile(assessment, { opens: null });
  expect(found).toContainEqual(
    expect.stringMatching(/^Assessment.summary falls under "judgements", .* what is opened/),
  );
  const phone = fieldOf("Person", "phone");
  expect(openWhile(phone, { extensions: { sees: "judgements" } })).toEqual([
    expect.stringMatching(/^Person.phone falls under "judgements", .* what is opened/),
  ]);
  const { opens: _, ...forgotten } = KINDS.JudgementRecorded;
  expect(openWhile(KINDS as object, { JudgementRecorded: forgotten })).toEqual([
    'JudgementRecorded falls under "judgements": say what is opened by reading its facts, or null.',
  ]);
});
