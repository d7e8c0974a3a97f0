import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import { printed } from "../../src/print-schema";
import { makeSchema } from "../../src/schema";

const file = (name: string): string => readFileSync(join(__dirname, "../../../schema", name), "utf8");
const schema = makeSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

test("the schema is valid", () => {
  expect(validateSchema(schema)).toEqual([]);
});

test("the printed schema is current: run `npm run schema` after a change", () => {
  expect(file("schema.graphql")).toBe(printed());
});

test("nothing clients rely on is taken away without being declared", () => {
  const declared = file("breaking-changes.txt")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const broken = findBreakingChanges(buildSchema(file("baseline.graphql")), schema).map(
    ({ description }) => description,
  );
  expect(broken.filter((description) => !declared.includes(description))).toEqual([]);
});

test("a field that is taken away is found", () => {
  const without = buildSchema(file("schema.graphql").replace(/^ {2}reference: String!$/m, "  renamed: String!"));
  expect(findBreakingChanges(schema, without)).not.toEqual([]);
});

test("everything in the schema is described", () => {
  const silent: string[] = [];
  const note = (name: string, { description }: { description?: string | null | undefined }) => {
    if (!description) silent.push(name);
  };
  for (const type of types) {
    if (["Query", "Mutation", "Subscription", "String", "Int", "Boolean", "ID", "Float"].includes(type.name)) continue;
    note(type.name, type);
  }
  for (const type of types.filter((one) => isObjectType(one) || isInputObjectType(one) || isInterfaceType(one))) {
    for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
  }
  expect(silent).toEqual([]);
});

test("every mutation says what kind of person may use it", () => {
  const { mutations } = getMetadataStorage() as { mutations: { methodName: string; roles?: unknown }[] };
  expect(mutations.length).toBeGreaterThan(20);
  expect(mutations.filter(({ roles }) => !roles).map(({ methodName }) => methodName)).toEqual([]);
});

test("every mutation takes one input and answers with its thing, errors and cursor", () => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
    expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${name}Input!`]);
    expect(String(field.type)).toBe(`${name}Payload!`);
    expect(Object.keys((field.type as never as { ofType: { getFields(): object } }).ofType.getFields())).toEqual(
      expect.arrayContaining(["errors", "cursor"]),
    );
  }
});

test("names of enum values are constants", () => {
  const values = types.filter(isEnumType).flatMap((type) => (type.name === "EntryKind" ? [] : type.getValues()));
  expect(values.filter(({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
});
