import { ArgsType, ClassType, Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import type { Context } from "../context";
import type { Sql } from "../scope/condition";
import { RowName } from "../scope/table";
import { APart } from "./part";
import { CalendarDate, DateTime } from "./scalars";

export type Direction = "ASC" | "DESC";
export interface Order {
  readonly column: string;
  readonly direction: Direction;
  readonly description: string;
  /** The row of "who may see what" that the column falls under, where no field shows the column. */
  readonly sees?: RowName;
}

/** How one column may be compared in a filter. */
export interface Comparable {
  /** Where it is not the column of the filter's name. */
  readonly column?: string;
  /** The row of "who may see what" that the column falls under, where no field has the filter's name. */
  readonly sees?: RowName;
  /** Where the column is the key of an edge: only what leads to a thing in scope is found by it. */
  readonly edge?: () => ClassType;
  /** Where it compares no column but whether something is so: SQL over the alias `t` that is true or false. */
  readonly so?: (context: Context) => Sql;
  readonly comparator: ClassType;
}

/** How things of one kind are listed: which orders and filters there are. One a thing, used at the root and on edges. */
export interface Listing {
  readonly target: ClassType;
  readonly orders: Readonly<Record<string, Order>>;
  readonly filter: Readonly<Record<string, Comparable>>;
  readonly Connection: ClassType;
  readonly Page: ClassType<PageArgs>;
}

/** What one filter may hold: a database takes a statement only so deep, and with so many values. */
export const MOST = { conditions: 20, comparisons: 50, among: 100 } as const;
const AMONG = `Is one of these. At most ${MOST.among}.`;

const listings: Listing[] = [];
export const allListings = (): readonly Listing[] => listings;

/** What a client asks of a connection. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  orderBy?: string | null;
  filter?: Record<string, unknown> | null;
}

@APart({ description: "Where a page lies in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether something comes before." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last edge; null on an empty page." })
  endCursor!: string | null;
}

const input = (name: string, description: string): ClassType => {
  const made = { [name]: class {} }[name] as ClassType;
  InputType(name, { description })(made);
  return made;
};
const add = (to: ClassType, name: string, type: () => unknown, description: string) =>
  Field(type as () => ClassType, { nullable: true, description })(to.prototype, name);

const comparators = new Map<unknown, ClassType>();
const comparator = (of: unknown, name: string, fields: Record<string, [() => unknown, string]>): ClassType => {
  const known = comparators.get(of);
  if (known) return known;
  const made = input(name, "All that is given must hold.");
  for (const [field, [type, description]] of Object.entries(fields)) add(made, field, type, description);
  comparators.set(of, made);
  return made;
};

/** The comparisons a filter can make. */
export const is = {
  edge: (edge: () => ClassType): Comparable => ({
    edge,
    comparator: comparator(ID, "IdComparison", { eq: [() => ID, "Is this."], in: [() => [ID], AMONG] }),
  }),
  /** Whether something is so of a row, which falls under a row of "who may see what". */
  so: (so: (context: Context) => Sql, sees: RowName): Comparable => ({ ...is.flag(), so, sees }),
  flag: (): Comparable => ({
    comparator: comparator(Boolean, "BooleanComparison", { eq: [() => Boolean, "Is this."] }),
  }),
  date: (): Comparable => ({
    comparator: comparator(CalendarDate, "DateComparison", {
      eq: [() => CalendarDate, "Is this day."],
      before: [() => CalendarDate, "Is before this day."],
      after: [() => CalendarDate, "Is after this day."],
    }),
  }),
  moment: (): Comparable => ({
    comparator: comparator(DateTime, "DateTimeComparison", {
      before: [() => DateTime, "Is before this moment."],
      after: [() => DateTime, "Is after this moment."],
    }),
  }),
  /** Compared through a column that holds the name as `sortNameOf` folds it. */
  name: (column: string, sees: RowName): Comparable => ({
    column,
    sees,
    comparator: comparator("name", "TextComparison", {
      contains: [() => String, "Has this in it, whatever the case and accents."],
    }),
  }),
  /** Of a choice of several, kept as `chosen` writes it. */
  among: (of: object, name: string, column: string, sees: RowName): Comparable => ({
    column,
    sees,
    comparator: comparator(`several ${name}`, `${name}ListComparison`, {
      include: [() => of, "Has this among them."],
    }),
  }),
  oneOf: (of: object, name: string): Comparable => ({
    comparator: comparator(of, `${name}Comparison`, {
      eq: [() => of, "Is this."],
      in: [() => [of], AMONG],
      not: [() => of, "Is not this."],
    }),
  }),
};

/** Declares how a thing is listed: makes its connection, edge, order and filter types. The first order is the default. */
export const listing = (
  target: ClassType,
  what: { orders: Record<string, Order>; filter?: Record<string, Comparable>; plural?: string },
): Listing => {
  const { name } = target;
  const edge = { [`${name}Edge`]: class {} }[`${name}Edge`] as ClassType;
  APart({ description: `One ${name} in a list, with its place.` })(edge);
  Field(() => target, { description: "The thing itself." })(edge.prototype, "node");
  Field(() => String, { description: "Its place in this list and order, for `after` and `before`." })(
    edge.prototype,
    "cursor",
  );

  const Connection = { [`${name}Connection`]: class {} }[`${name}Connection`] as ClassType;
  APart({ description: `A page of a list: those you may see, in one order.` })(Connection);
  Field(() => [edge], { description: "The things with their places." })(Connection.prototype, "edges");
  Field(() => [target], { description: "The things, when their places do not matter." })(Connection.prototype, "nodes");
  Field(() => PageInfo, { description: "Where this page lies." })(Connection.prototype, "pageInfo");
  Field(() => Int, { description: "How many there are for you under this filter; counted only when asked." })(
    Connection.prototype,
    "totalCount",
  );

  const orders = Object.fromEntries(Object.keys(what.orders).map((order) => [order, order]));
  registerEnumType(orders, {
    name: `${name}Order`,
    description: "Ties are broken by id.",
    valuesConfig: Object.fromEntries(
      Object.entries(what.orders).map(([order, { description }]) => [order, { description }]),
    ),
  });

  const Page = { [`${name}Page`]: class {} }[`${name}Page`] as ClassType<PageArgs>;
  ArgsType()(Page as never);
  add(Page, "first", () => Int, "How many from the start: 1 to 100; 20 at the root and 10 below unless told.");
  add(Page, "after", () => String, "Only what follows this place.");
  add(Page, "last", () => Int, "How many from the end, instead of `first`: 1 to 100.");
  add(Page, "before", () => String, "Only what precedes this place.");
  add(Page, "orderBy", () => orders, `${Object.keys(orders)[0]} unless told.`);
  if (what.filter) {
    const conditions = input(`${name}Conditions`, "All that is given must hold.");
    const filter = input(
      `${name}Filter`,
      `All that is given must hold. At most ${MOST.comparisons} comparisons, those in \`and\`, \`or\` and \`not\` counted.`,
    );
    for (const [field, { comparator }] of Object.entries(what.filter)) {
      for (const to of [conditions, filter]) add(to, field, () => comparator, `Compares \`${field}\`.`);
    }
    add(filter, "and", () => [conditions], `Each of these must hold. At most ${MOST.conditions}.`);
    add(filter, "or", () => [conditions], `At least one of these must hold. At most ${MOST.conditions}.`);
    add(filter, "not", () => conditions, "This must not hold.");
    add(Page, "filter", () => filter, "Only those that meet this.");
  }
  const made = { target, orders: what.orders, filter: what.filter ?? {}, Connection, Page };
  listings.push(made);
  return made;
};
