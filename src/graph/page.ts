import type { ClassType } from "type-graphql";
import type { Context } from "../context";
import { Value } from "../database/database";
import { prefixOf } from "../id";
import { badInput } from "../operation/errors";
import { ALWAYS, marks, padded, Sql } from "../scope/condition";
import { refuseLong } from "./filter-length";
import { Comparable, Listing, Order, PageArgs } from "./listing";
import { over, visible } from "./rows";
import { chosen } from "./several";
import { folded } from "./sort-name";
import { thingOf } from "./thing";

/** A page as SQL: which rows, in which order, how many. */
export interface Page {
  readonly orderName: string;
  readonly order: Order;
  readonly size: number;
  /** Read from the end: the rows come in reverse and are turned round. */
  readonly backwards: boolean;
  readonly where: readonly Sql[];
  /** Where the page begins and ends in its list; left out when counting. */
  readonly bounds: readonly Sql[];
  readonly bounded: { readonly after: boolean; readonly before: boolean };
  readonly orderSql: string;
}

const SIZE = { most: 100, atRoot: 20, below: 10 };

/** How many rows a page asks for, or a refusal: of its filter too, where that holds too much. */
export const sizeOf = ({ first, last, filter }: PageArgs, atRoot: boolean): number => {
  if (filter) refuseLong(filter);
  if (first != null && last != null) throw badInput("Give `first` or `last`, not both.");
  const size = first ?? last ?? (atRoot ? SIZE.atRoot : SIZE.below);
  if (size < 1 || size > SIZE.most) throw badInput(`A page holds 1 to ${SIZE.most}; ${size} was asked.`);
  return size;
};

const opened = ({ log }: Context, place: string, orderName: string, prefix: string): [Value, string] => {
  const [order, value, id] = (log.places.open(place) ?? []) as [string?, Value?, string?];
  // The id's prefix tells lists apart whose orders have the same name.
  if (order === orderName && id !== undefined && prefixOf(id) === prefix) return [value ?? null, id];
  throw badInput("This is not a place in this list and order.");
};

/** Turns what a client asked into SQL over the alias `t`. */
export const pageOf = (ctx: Context, listing: Listing, args: PageArgs, atRoot: boolean): Page => {
  const orderName = args.orderBy ?? (Object.keys(listing.orders)[0] as string);
  const order = listing.orders[orderName] as Order;
  const backwards = args.last != null;
  const beyond = (place: string, forwards: boolean): Sql => {
    const [value, id] = opened(ctx, place, orderName, thingOf(listing.target).prefix);
    const sign = (order.direction === "ASC") === forwards ? ">" : "<";
    const column = `t.\`${order.column}\``;
    return {
      sql: `(${column} ${sign} ? OR (${column} = ? AND t.id ${sign} ?))`,
      values: [value, value, id],
    };
  };
  const direction = (order.direction === "ASC") === !backwards ? "ASC" : "DESC";
  return {
    orderName,
    order,
    size: sizeOf(args, atRoot),
    backwards,
    where: args.filter ? filterSql(ctx, listing.filter, args.filter) : [],
    bounds: [
      ...(args.after != null ? [beyond(args.after, true)] : []),
      ...(args.before != null ? [beyond(args.before, false)] : []),
    ],
    bounded: { after: args.after != null, before: args.before != null },
    orderSql: `t.\`${order.column}\` ${direction}, t.id ${direction}`,
  };
};

const text = (value: unknown): Value =>
  value instanceof Date ? value.toISOString().replace("T", " ").replace("Z", "") : (value as Value);

const compare = (column: string, comparison: string, given: unknown): Sql => {
  if (comparison === "in") {
    const among = given as string[];
    return among.length === 0
      ? { sql: "1=0", values: [] }
      : { sql: `${column} IN (${marks(padded(among))})`, values: padded(among) };
  }
  if (comparison === "contains") {
    // Not LIKE: it has signs of its own, and SQLite refuses a long pattern.
    return { sql: `INSTR(${column}, ?) > 0`, values: [folded(String(given))] };
  }
  if (comparison === "include") return { sql: `INSTR(${column}, ?) > 0`, values: [chosen([String(given)])] };
  if (typeof given === "boolean") return { sql: `${column} = ${given ? 1 : 0}`, values: [] };
  // What has no value is not this value either.
  if (comparison === "not") return { sql: `(${column} <> ? OR ${column} IS NULL)`, values: [text(given)] };
  const sign = { eq: "=", before: "<", after: ">" }[comparison] as string;
  return { sql: `${column} ${sign} ?`, values: [text(given)] };
};

/** Only what leads to a thing in scope: whoever holds the id of another learns nothing by asking for it. */
const leadsInScope = (ctx: Context, column: string, edge: () => ClassType): Sql[] => {
  const thing = thingOf(edge());
  const seen = visible(ctx, thing);
  if (seen === ALWAYS) return [];
  const { sql, values } = over(seen, "x");
  return [{ sql: `EXISTS (SELECT 1 FROM \`${thing.table}\` x WHERE x.id = ${column} AND ${sql})`, values }];
};

const filterSql = (
  ctx: Context,
  filter: Readonly<Record<string, Comparable>>,
  given: Record<string, unknown>,
): Sql[] => {
  const group = (parts: readonly Sql[], word: string, none: string): Sql => ({
    sql: parts.length > 0 ? `(${parts.map(({ sql }) => sql).join(` ${word} `)})` : none,
    values: parts.flatMap(({ values }) => values),
  });
  const all = (conditions: Record<string, unknown>) => group(filterSql(ctx, filter, conditions), "AND", "1=1");
  return Object.entries(given).flatMap(([field, value]): Sql[] => {
    if (value == null) return [];
    if (field === "and") return (value as Record<string, unknown>[]).map(all);
    if (field === "or") return [group((value as Record<string, unknown>[]).map(all), "OR", "1=0")];
    if (field === "not") {
      const inner = all(value as Record<string, unknown>);
      return [{ sql: `(${inner.sql}) IS NOT TRUE`, values: inner.values }]; // a column without a value does not meet it
    }
    const { column: said, edge, so } = filter[field] as Comparable;
    const wanted = (value as { eq?: boolean | null }).eq;
    if (so) {
      const { sql, values } = so(ctx);
      return wanted == null ? [] : [{ sql: wanted ? sql : `NOT ${sql}`, values }];
    }
    const column = `t.\`${said ?? field}\``;
    const comparisons = Object.entries(value as Record<string, unknown>)
      .filter(([, wanted]) => wanted != null)
      .map(([comparison, wanted]) => compare(column, comparison, wanted));
    return edge && comparisons.length > 0 ? [...comparisons, ...leadsInScope(ctx, column, edge)] : comparisons;
  });
};
