import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { FIELDS, ITS_OWN, OWN } from "./oracle/fields";
import { KINDS } from "./oracle/kinds";
import { COMPARATORS, FILTERS, ORDERS } from "./oracle/lists";
import { ARGUMENTS, CONNECTION, EDGE, IDS, LISTS, LOOKUPS, PAGE, PARTS, PAYLOAD, TOLD_ONCE } from "./oracle/parts";
import { NOT_YET, TABLE } from "./oracle/section-5";
import { FEEDS } from "./oracle/subscriptions";
import { answerOf, Selections } from "./selection";
import { TABLES } from "./truth/truth";

const words = (text: string): string[] => text.split(" ").filter(Boolean);

/** How two lists of names differ, in sentences. */
const differences = (what: string, said: Iterable<string>, there: Iterable<string>): string[] => {
  const [saidSet, thereSet] = [new Set(said), new Set(there)];
  return [
    ...[...thereSet].filter((name) => !saidSet.has(name)).map((name) => `${what} ${name} has no cell in the oracle.`),
    ...[...saidSet].filter((name) => !thereSet.has(name)).map((name) => `${what} ${name} is in the oracle only.`),
  ];
};

/** What of the schema the oracle says nothing of, and what it says of things that there are not: each a sentence. */
export const incomplete = (selections: Selections): string[] => [
  ...ofTypes(selections),
  ...ofLists(selections),
  ...ofRoots(selections),
  ...differences("Entry kind", Object.keys(KINDS), valuesOf(selections, "EntryKind")),
  ...differences("Row", [...Object.keys(NOT_YET), ...rowsInUse()], TABLE.keys()),
];

const valuesOf = ({ schema }: Selections, name: string): string[] =>
  (schema.getType(name) as GraphQLEnumType | undefined)?.getValues().map((value) => value.name) ?? [];
const inputsOf = ({ schema }: Selections, name: string): string[] =>
  Object.keys((schema.getType(name) as GraphQLInputObjectType | undefined)?.getFields() ?? {});
const argsOf = (field: { args: readonly { name: string }[] }): string[] => field.args.map(({ name }) => name);

/** The rows of the table that something falls under. */
export const rowsInUse = (): string[] => {
  const rows = [
    ...Object.values(FIELDS).flatMap((fields) => Object.keys(fields)),
    ...Object.values(OWN),
    ...Object.values(KINDS).map(({ row }) => row),
  ];
  return [...new Set(rows)].filter((row) => row !== ITS_OWN);
};

const ofTypes = (selections: Selections): string[] => {
  const { schema, things } = selections;
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const objects = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !type.name.startsWith("__") && !roots.includes(type) && !things.includes(type.name),
  );
  const fieldsOf = (type: GraphQLObjectType) => Object.keys(type.getFields());
  return [
    ...differences("Thing", Object.keys(FIELDS), things),
    ...differences("Thing", Object.keys(TABLES), things),
    ...things.flatMap((type) => {
      const said = Object.values(FIELDS[type] ?? {}).flatMap(words);
      return differences(
        `Field ${type}.`,
        said,
        selections.fields(type).map(({ name }) => name),
      );
    }),
    ...objects.flatMap((type) => {
      const { name } = type;
      const payload =
        name.endsWith("Payload") && selections.mutations.includes(`${name[0]?.toLowerCase()}${name.slice(1, -7)}`);
      if (name.endsWith("Connection")) return differences(`Field ${name}.`, words(CONNECTION), fieldsOf(type));
      if (name.endsWith("Edge")) return differences(`Field ${name}.`, words(EDGE), fieldsOf(type));
      if (!payload) return differences(`Field ${name}.`, words(PARTS[name]?.fields ?? ""), fieldsOf(type));
      const [thing, ...more] = fieldsOf(type).filter(
        (field) => !words(PAYLOAD).includes(field) && field !== TOLD_ONCE[name],
      );
      return thing && more.length === 0 ? [] : [`${name} holds more than a thing, errors and a cursor.`];
    }),
    ...differences(
      "Part",
      Object.keys(PARTS),
      objects.map(({ name }) => name).filter((name) => !/(Connection|Edge|Payload)$/.test(name)),
    ),
  ];
};

const ofLists = (selections: Selections): string[] => {
  const listed = [
    ...Object.values(LISTS).map(({ type }) => type),
    ...selections.things.flatMap((type) =>
      selections
        .fields(type)
        .map(answerOf)
        .filter(({ kind }) => kind === "connection")
        .map((answer) => answer.type),
    ),
  ];
  return [
    ...differences("List", Object.keys(ORDERS), listed),
    ...[...new Set(listed)].flatMap((type) => [
      ...differences(`Order ${type}`, Object.keys(ORDERS[type] ?? {}), valuesOf(selections, `${type}Order`)),
      ...differences(
        `Filter ${type}`,
        FILTERS[type] ? [...Object.keys(FILTERS[type] ?? {}), "and", "or", "not"] : [],
        inputsOf(selections, `${type}Filter`),
      ),
    ]),
    ...Object.values(selections.schema.getTypeMap())
      .filter((type) => isInputObjectType(type) && type.name.endsWith("Comparison"))
      .flatMap(({ name }) => inputsOf(selections, name).filter((comparator) => !COMPARATORS[comparator]))
      .map((comparator) => `Comparator ${comparator} has no cell in the oracle.`),
    ...selections.things.flatMap((type) =>
      selections.fields(type).flatMap((field) => {
        const { kind, type: far } = answerOf(field);
        const said = kind === "connection" ? pageArgs(far) : words(ARGUMENTS[`${type}.${field.name}`] ?? "");
        return differences(`Argument of ${type}.${field.name},`, said, argsOf(field));
      }),
    ),
  ];
};

const pageArgs = (type: string): string[] => [...words(PAGE), ...(FILTERS[type] ? ["filter"] : [])];

const ofRoots = (selections: Selections): string[] => {
  const { schema } = selections;
  const queries = schema.getQueryType()?.getFields() ?? {};
  const feeds = schema.getSubscriptionType()?.getFields() ?? {};
  const lists = Object.entries(LISTS);
  const inputs = Object.values(schema.getTypeMap()).filter(
    (type) => isInputObjectType(type) && /Input$|Mark$/.test(type.name),
  );
  const ids = inputs.flatMap((type) =>
    Object.values((type as GraphQLInputObjectType).getFields()).filter(
      (field) => getNamedType(field.type).name === "ID",
    ),
  );
  return [
    ...differences(
      "Query",
      [...lists.flatMap(([list, { one }]) => [list, one]), ...words(LOOKUPS)],
      Object.keys(queries),
    ),
    ...lists.flatMap(([list, { type, one }]) => [
      ...(queries[list] ? differences(`Argument of ${list},`, pageArgs(type), argsOf(queries[list])) : []),
      ...(queries[one] ? differences(`Argument of ${one},`, ["id"], argsOf(queries[one])) : []),
    ]),
    ...differences("Subscription", Object.keys(FEEDS), Object.keys(feeds)),
    ...Object.entries(FEEDS).flatMap(([name, { about, filters }]) =>
      feeds[name] ? differences(`Argument of ${name},`, ["after", ...about, ...filters], argsOf(feeds[name])) : [],
    ),
    ...ids.filter(({ name }) => !IDS[name]).map(({ name }) => `The id ${name} of an input: of what is it?`),
  ];
};
