import { astFromValue, GraphQLInputObjectType, print } from "graphql";
import { Unordered } from "../cells";
import { COMPARATORS, FILTERS } from "../oracle/lists";
import { LISTS } from "../oracle/parts";
import { answerOf, Selections } from "../selection";
import { Sight } from "../sight";
import { listed } from "../truth/edges";
import { moment } from "../truth/forms";
import { absentId, Row, Truth } from "../truth/truth";
import { trueValue } from "../truth/values";
import { askMany, gather, Matrix, Viewer } from "../viewing";

type Conditions = Readonly<Record<string, unknown>>;

/** The comparisons that the schema offers for one field of a filter, and the form of what is compared. */
const comparisons = ({ schema }: Selections, type: string, field: string) => {
  const filter = schema.getType(`${type}Filter`) as GraphQLInputObjectType;
  const comparison = filter.getFields()[field]?.type as GraphQLInputObjectType;
  return { form: comparison.name, names: Object.keys(comparison.getFields()) };
};

/** A column's value as a client writes it. */
const written = (form: string, value: unknown): Row[string] =>
  value === null
    ? null
    : form === "DateTimeComparison"
      ? moment(value)
      : form === "BooleanComparison"
        ? (Boolean(Number(value)) as never)
        : (value as Row[string]);

/** What a filter compares: a column's value or, where it has no column of its own, what is worked out. */
const comparedTo = (truth: Truth, type: string, by: string, row: Row): Row[string] =>
  by in row ? (row[by] ?? null) : (Number(trueValue(truth, type, by, "Boolean", row, null)) as Row[string]);

/** Whether a viewer finds a row by a filter: a hidden far side is not there. */
const finds = (sight: Sight, type: string, filter: Conditions, row: Row): boolean =>
  Object.entries(filter).every(([field, said]) => {
    const each = (inner: Conditions) => finds(sight, type, inner, row);
    if (field === "and") return (said as Conditions[]).every(each);
    if (field === "or") return (said as Conditions[]).some(each);
    if (field === "not") return !each(said as Conditions);
    const { by, edge } = FILTERS[type]?.[field] ?? { by: "?" };
    if (edge && !sight.sees(row[by])) return false;
    const { form } = comparisons(sight.world.selections, type, field);
    return Object.entries(said as Conditions).every(([name, given]) =>
      COMPARATORS[name]?.(written(form, comparedTo(sight.world.truth, type, by, row)), given as never),
    );
  });

/** Values to compare with: some that are there, of things seen and hidden alike, and for edges one that never was. */
const valuesFor = (truth: Truth, type: string, field: string, form: string): unknown[] => {
  const { by, edge } = FILTERS[type]?.[field] ?? { by: "?" };
  const several = form.endsWith("ListComparison");
  const there = [...new Set(truth.all(type).map((row) => comparedTo(truth, type, by, row)))]
    .filter((value) => value !== null)
    .flatMap((value) => (several ? String(value).split(",").filter(Boolean) : [value]))
    .filter((value, index, all) => all.indexOf(value) === index)
    .sort();
  const some = there.length > 3 ? [0, 1, 2].map((half) => there[Math.floor((half / 2) * (there.length - 1))]) : there;
  const values = some.map((value) => written(form, value));
  if (form === "TextComparison") return values.map((value) => String(value).slice(1, 4).toUpperCase());
  return edge ? [...values, absentId("Person")] : values;
};

/** Each comparison of each field with each value; then what `and`, `or` and `not` make of neighbours. */
const casesFor = (truth: Truth, selections: Selections, type: string): Conditions[] => {
  const single = Object.keys(FILTERS[type] ?? {}).map((field) => {
    const { form, names } = comparisons(selections, type, field);
    const values = valuesFor(truth, type, field, form);
    return names.flatMap((name) =>
      name === "in"
        ? [{ [field]: { in: values.slice(0, 2) } }]
        : values.map((value) => ({ [field]: { [name]: value } })),
    );
  });
  const firsts = single.map(([first]) => first).filter((first) => first !== undefined);
  const joined = firsts.flatMap((one, index) => {
    const other = firsts[(index + 1) % firsts.length] as Conditions;
    return [{ and: [one, other] }, { or: [one, other] }, { not: one }];
  });
  return [...single.flat(), ...joined];
};

const known = new Map<string, Conditions[]>();
const cases = ({ world: { truth, selections } }: Matrix, type: string): Conditions[] => {
  const made = known.get(type) ?? casesFor(truth, selections, type);
  known.set(type, made);
  return made;
};

/** A filter as it stands in a document: the same for everybody, so that it is parsed once. */
const literal = ({ world: { selections } }: Matrix, type: string, filter: Conditions): string => {
  const input = selections.schema.getType(`${type}Filter`) as GraphQLInputObjectType;
  return print(astFromValue(filter, input) as NonNullable<ReturnType<typeof astFromValue>>);
};

/** Every filter of every root list: what it finds is what the viewer sees of what is meant, and is counted so. */
export const byFilters = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { sight } = viewer;
  for (const [list, { type }] of Object.entries(LISTS)) {
    if (!FILTERS[type]) continue;
    const asked = cases(matrix, type).map((filter) => ({
      field: `${list}(filter: ${literal(matrix, type, filter)}, first: 100) { totalCount nodes { id } }`,
      variables: {},
    }));
    const got = (await askMany(viewer, asked)) as { totalCount: number; nodes: unknown[] }[];
    for (const [index, filter] of cases(matrix, type).entries()) {
      const mine = sight.all(type).filter((row) => finds(sight, type, filter, row));
      const at = { road: "filters", viewer: viewer.name, thing: `${list} where ${JSON.stringify(filter)}` };
      matrix.cells.check(at, mine.length, got[index]?.totalCount);
      matrix.cells.check(at, new Unordered(mine.map(({ id }) => sight.id(id))), got[index]?.nodes);
    }
  }
};

/** The filters of the lists below things. */
export const byFiltersBelow = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, world } = matrix;
  const { truth, selections } = world;
  const { sight } = viewer;
  for (const parent of selections.things) {
    for (const connection of selections.fields(parent)) {
      const { kind, type } = answerOf(connection);
      if (kind !== "connection" || !FILTERS[type]) continue;
      const open = sight.all(parent).filter((row) => sight.seesField(parent, connection.name, row));
      // A case in three, each time others: as the root lists have gone through all of them.
      const some = cases(matrix, type).filter((_, index) => index % 3 === parent.length % 3);
      const fields = some.map((filter, index) => {
        const said = literal(matrix, type, filter);
        return `f${index}: ${connection.name}(first: 50, filter: ${said}) { totalCount nodes { id } }`;
      });
      const ids = open.map(({ id }) => id as string);
      const got = (await gather(viewer, `... on ${parent} { ${fields.join(" ")} }`, ids)) as Record<string, Found>[];
      for (const [index, id] of ids.entries()) {
        const rows = sight.among(listed(truth, parent, connection.name, id));
        for (const [nth, filter] of some.entries()) {
          const mine = rows.filter((row) => finds(sight, type, filter, row)).map((row) => sight.id(row.id));
          const found = got[index]?.[`f${nth}`];
          const at = { road: "filters below", viewer: viewer.name, thing: truth.called(id) };
          const field = `${connection.name} where ${JSON.stringify(filter)}`;
          cells.check({ ...at, field }, mine.length, found?.totalCount);
          cells.check({ ...at, field }, new Unordered(mine), found?.nodes);
        }
      }
    }
  }
};

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
}
