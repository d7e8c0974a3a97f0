import { GraphQLField, GraphQLObjectType, GraphQLSchema } from "graphql";
import type { Row } from "../../src/database/database";
import { rowOf } from "../../src/graph/closed";
import { allThings, Thing } from "../../src/graph/thing";
import { KINDS } from "../../src/log/kinds";
import { RELATIONS, RowName, TABLE } from "../../src/scope/table";
import { Change, Told } from "./tables";

type Cells = Partial<Record<(typeof RELATIONS)[number], string>>;

/** Whether everybody who sees matters of the one row sees those of the other. */
const within = (one: RowName, other: RowName): boolean => {
  const [inner, outer] = [TABLE[one].cells, TABLE[other].cells] as [Cells, Cells];
  const everybody = outer.public ?? (inner.public ? undefined : outer.signedIn);
  const cells = RELATIONS.every((relation) => {
    const given = outer[relation] ?? everybody;
    return inner[relation] === undefined || given === "✓" || given === inner[relation];
  });
  return cells && (TABLE[other].withheld === undefined || TABLE[one].withheld !== undefined);
};

/** Prose: a name, a note, a judgement. A day or a word of a list stands in many places. */
const isProse = (value: unknown): value is string => typeof value === "string" && /\S \S/.test(value);

const texts = (value: unknown): string[] =>
  value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : isProse(value) ? [value] : [];

/** A line of the ledger falls under another row where a trainee pays it. */
const rowFor = (thing: Thing, field: GraphQLField<unknown, unknown>, row: Row | null): RowName =>
  row?.payer === "TRAINEE" ? "fee" : (rowOf(thing, field) as RowName);

const fieldsWithProse = (schema: GraphQLSchema, { table, before, after }: Change): [string, string, RowName][] => {
  const thing = allThings().find((one) => one.table === table);
  if (!thing) return [];
  const fields = Object.values((schema.getType(thing.name) as GraphQLObjectType).getFields());
  return [before, after].flatMap((row: Row | null) =>
    fields
      .filter(({ name }) => isProse(row?.[name]))
      .map((field): [string, string, RowName] => [
        `${thing.name}.${field.name}`,
        row?.[field.name] as string,
        rowFor(thing, field, row),
      ]),
  );
};

/** Texts of what changed that stand among the facts of an entry which more people see than the text itself. */
export const leaks = (schema: GraphQLSchema, changes: readonly Change[], entries: readonly Told[]): string[] => {
  const fields = changes.flatMap((change) => fieldsWithProse(schema, change));
  return entries.flatMap(({ position, kind, facts }) => {
    const row = KINDS[kind].sees;
    const said = new Set(texts(facts));
    return fields
      .filter(([, text, narrow]) => said.has(text) && !within(row, narrow))
      .map(
        ([field]) =>
          `Entry ${position}, ${kind}, falls under "${row}" and tells ${field}, which not everybody sees there.`,
      );
  });
};
