import { GraphQLField, GraphQLObjectType, GraphQLSchema, getNamedType, isNonNullType, isObjectType } from "graphql";
import { KINDS } from "../log/kinds";
import { RECORDED, RowName } from "../scope/table";
import { FieldRead } from "./fields";
import { allListings, Listing } from "./listing";
import { ITS_OWN, Thing, thingNamed, thingOf } from "./thing";

type AnyField = GraphQLField<unknown, unknown>;

/** The row of "who may see what" that a field of a thing falls under; undefined where it names none. */
export const rowOf = (thing: Thing, { extensions }: AnyField): RowName | undefined => {
  const { sees } = extensions as { sees?: RowName | typeof ITS_OWN };
  return sees === ITS_OWN ? thing.sees : sees;
};

/**
 * What of a schema nobody has said who may see: each a sentence. A field of a thing names a row; what is no thing is
 * declared as a part of one; a list is ordered and filtered only by what everybody sees who sees its rows; a root field
 * answers with things in scope, names a row itself or says what kind of person may ask. `authorized` are the root fields that say so.
 */
export const openIn = (schema: GraphQLSchema, authorized: ReadonlySet<string>): string[] => [
  ...Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && !isRoot(schema, type))
    .flatMap((type) => openInType(type as GraphQLObjectType)),
  ...openAtRoot(schema, authorized),
  ...unrecordedKinds(),
  ...allListings().flatMap((listing) => openInListing(schema, listing)),
];

const isRoot = (schema: GraphQLSchema, type: unknown): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type as never);

const openInType = (type: GraphQLObjectType): string[] => {
  const thing = thingNamed(type.name);
  const fields = Object.values(type.getFields());
  if (thing) return fields.flatMap((field) => openInThing(thing, field));
  const { part } = type.extensions;
  if (!part) return [`${type.name} is declared neither as a thing nor as a part of one.`];
  return fields
    .filter(({ extensions }) => part !== "own" && manyAtOnce.has((extensions.read as FieldRead | undefined)?.kind))
    .map(
      ({ name }) =>
        `${type.name}.${name} is a list on a part, which cannot be hidden: only what is the viewer's own is listed there.`,
    );
};

const manyAtOnce: ReadonlySet<unknown> = new Set<FieldRead["kind"]>(["list", "many", "loaded"]);

const openInThing = (thing: Thing, field: AnyField): string[] => {
  const row = rowOf(thing, field);
  const name = `${thing.name}.${field.name}`;
  if (!row) return [`${name} does not say under which row of the table it falls.`];
  return [
    ...(row !== thing.sees && isNonNullType(field.type)
      ? [`${name} falls under "${row}", which not everybody sees who sees a ${thing.name}: it must be nullable.`]
      : []),
    ...(RECORDED.has(row) && !isRecorded(thing, field)
      ? [`${name} falls under "${row}", of which it is recorded who reads it: say what is opened by it.`]
      : []),
  ];
};

/** Whether reading the field opens something; what an edge leads to says so itself. */
const isRecorded = (thing: Thing, { extensions }: AnyField): boolean => {
  const read = extensions.read as FieldRead | undefined;
  if (thing.opens || (read?.kind === "computed" && read.opens)) return true;
  return read !== undefined && read.kind !== "computed" && read.kind !== "loaded";
};

/** Kinds of entry of whose facts it is not said whether they open something. */
const unrecordedKinds = (): string[] =>
  Object.entries(KINDS)
    .filter(([, kind]) => RECORDED.has(kind.sees) && !("opens" in kind))
    .map(([kind, { sees }]) => `${kind} falls under "${sees}": say what is opened by reading its facts, or null.`);

const openAtRoot = (schema: GraphQLSchema, authorized: ReadonlySet<string>): string[] => {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => !answersInScope(field));
  const acts = [schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  return [...queries, ...acts]
    .filter(({ name, extensions }) => !authorized.has(name) && !extensions.sees)
    .map(({ name }) => `The root field ${name} does not say what kind of person may use it.`);
};

/** Things and lists of them are read within the scope; so is whatever the viewer is told of themselves. */
const answersInScope = ({ type }: AnyField): boolean => {
  const { name } = getNamedType(type);
  return thingNamed(name) !== undefined || /Connection$/.test(name) || ["Node", "Viewer", "Cursor"].includes(name);
};

const openInListing = (schema: GraphQLSchema, { target, orders, filter }: Listing): string[] => {
  const thing = thingOf(target);
  const fields = (schema.getType(thing.name) as GraphQLObjectType).getFields();
  const rowFor = (name: string, said: RowName | undefined) => said ?? (fields[name] && rowOf(thing, fields[name]));
  const hidden = (row: RowName | undefined) => row !== thing.sees;
  return [
    ...Object.entries(orders)
      .filter(([, { column, sees }]) => hidden(rowFor(column, sees)))
      .map(([order]) => `The order ${order} of ${thing.name} tells what not everybody sees who sees one.`),
    ...Object.entries(filter)
      // By an edge one finds only what leads to a thing in scope.
      .filter(([name, { edge, sees }]) => !edge && hidden(rowFor(name, sees)))
      .map(([name]) => `The filter ${name} of ${thing.name} tells what not everybody sees who sees one.`),
  ];
};
