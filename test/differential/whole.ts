import {
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  OperationDefinitionNode,
  parse,
} from "graphql";
import { FieldRead } from "../../src/graph/fields";
import { thingNamed } from "../../src/graph/thing";
import { costOf } from "../../src/operation/cost";
import { LIMITS } from "../../src/operation/limits";
import { NOW } from "./world";

const isPage = ({ name }: { name: string }): boolean => name.endsWith("Connection");

const A_YEAR_AGO = new Date(Date.parse(NOW) - 366 * 86_400_000).toISOString();

/** The most root fields of one document. */
const MOST_AT_ROOT = 12;

/** Documents that read a schema whole. */
export const wholeReadings = (schema: GraphQLSchema) => {
  const everything = (type: GraphQLObjectType, edges: number, within: readonly string[] = []): string => {
    const inside = [...within, type.name];
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [field.name];
      if (isAbstractType(named)) return edges > 0 ? [`${field.name} { __typename id }`] : [];
      if (!isObjectType(named)) return [];
      // What is no thing is read with the thing that holds it; one that holds its own kind, once more.
      const part = !thingNamed(named.name) && !isPage(named);
      if (part && inside.filter((name) => name === named.name).length > 1) return [];
      // At the far end of an edge no more than is stored: what is worked out for each of many costs too much.
      if (part && within.length > 0 && (field.extensions.read as FieldRead | undefined)?.kind === "loaded") return [];
      if (!part && edges === 0) return [];
      if (isPage(named)) return [`${field.name}(first: 8) { ${page(named, edges - 1, inside)} }`];
      return [`${field.name}${given(field)} { ${everything(named, part ? edges : edges - 1, inside)} }`];
    });
    return fields.join(" ");
  };
  const page = (connection: GraphQLObjectType, edges: number, within: readonly string[] = []): string => {
    const thing = getNamedType(connection.getFields().nodes?.type) as GraphQLObjectType;
    const where = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
    return `${where} edges { cursor node { ${everything(thing, edges, within)} } }`;
  };

  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => name !== "changes");
  const lists = roots.flatMap(({ name, type }) => {
    const named = getNamedType(type) as GraphQLObjectType;
    return isPage(named) ? [fitting(schema, (first) => `{ ${name}(first: ${first}) { ${page(named, 1)} } }`)] : [];
  });
  const viewer = `{ viewer { ${everything(schema.getType("Viewer") as GraphQLObjectType, 2)} } cursor }`;

  const types = schema.getPossibleTypes(schema.getType("Node") as never);
  const things: string[] = [];
  for (let from = 0; from < types.length; from += MOST_AT_ROOT) {
    const some = types.slice(from, from + MOST_AT_ROOT);
    const asked = some.map(({ name }) => `$${prefixOf(name)}: [ID!]!`).join(", ");
    const fields = some.map(
      (type) => `${type.name}: nodes(ids: $${prefixOf(type.name)}) { ... on ${type.name} { ${everything(type, 0)} } }`,
    );
    things.push(`query (${asked}) { ${fields.join(" ")} }`);
  }
  const plain = roots.flatMap(({ name, type }) => {
    const named = getNamedType(type) as GraphQLObjectType;
    const thing = getNamedType(named.getFields?.().nodes?.type) as GraphQLObjectType;
    return isPage(named) ? [`${name}(first: 100) { totalCount nodes { ${everything(thing, 0, [named.name])} } }`] : [];
  });
  const entry = everything(schema.getType("Entry") as GraphQLObjectType, 0);
  return {
    /** What changed in a year, of a thing in the variable `about`. */
    changes: `query ($about: ID!) { changes(about: $about, from: "${A_YEAR_AGO}", to: "${NOW}", first: 100) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${entry} } } }`,
    /** All lists in one document, without their edges. */
    plain: `{ ${plain.join(" ")} }`,
    /** Each list at the root, and the viewer. */
    lists: [...lists, viewer],
    /** Things of every type by id: a variable for each type, named by its prefix. */
    things,
    /** A type's own fields. */
    fieldsOf: (type: string) => everything(schema.getType(type) as GraphQLObjectType, 0),
  };
};

/** What must be given to a field that is read: of a snapshot the moment, which is the one when everybody asks. */
const given = ({ args }: { args: readonly { name: string }[] }): string =>
  args.some(({ name }) => name === "at") ? `(at: "${NOW}")` : "";

/** The document with the longest page that is allowed. */
const fitting = (schema: GraphQLSchema, document: (first: number) => string): string => {
  const costs = (first: number) => {
    const parsed = parse(document(first));
    return costOf(schema, parsed, parsed.definitions[0] as OperationDefinitionNode, {});
  };
  const first = [100, 50, 25, 12, 6].find((size) => costs(size) <= LIMITS.cost);
  if (!first) throw new Error(`This cannot be asked: ${document(6)}`);
  return document(first);
};

const prefixOf = (name: string): string => thingNamed(name)?.prefix as string;
