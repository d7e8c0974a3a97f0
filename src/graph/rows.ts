import type { Context } from "../context";
import { Row, Value } from "../database/database";
import { conditionFor, marks, NEVER, padded, Sql, toSql } from "../scope/condition";
import { RowName } from "../scope/table";
import { Through } from "./fields";
import { Page } from "./page";
import { Level } from "./plan";
import { Thing } from "./thing";

/** A row on its way to the client; what its edges lead to stands in its `@slots`. */
export type Read = Record<string, unknown> & { id: string };

/** What the scope lets through of a thing's table, as SQL over the alias `t`. */
export const visible = ({ scope }: Pick<Context, "scope">, thing: Thing, row: RowName | null = thing.sees): Sql =>
  row ? toSql(conditionFor(scope, row), thing.audience) : (thing.visible?.(scope) ?? NEVER);

export const PARENT = "@parent";

/** Where a row says whether a guard holds for it. */
export const guardSlot = (row: RowName): string => `@may:${row}`;

export interface Query {
  readonly thing: Thing;
  readonly levels: readonly Level[];
  readonly where: readonly Sql[];
  readonly orderSql?: string;
  readonly limit?: number;
  /** For edges: which parent each row belongs to, and through which table. */
  readonly parent?: { keys: readonly Value[]; by: string | Through };
}

/** Where rows come from, and whose they are: the table, through another one where the edge needs it. */
const source = ({ thing, parent }: Pick<Query, "thing" | "parent">, allowed: Sql, more: readonly Sql[]) => {
  const through = typeof parent?.by === "object" ? parent.by : null;
  const owner = through ? `j.\`${through.parent}\`` : parent && `t.\`${parent.by}\``;
  const from = through
    ? `\`${through.table}\` j JOIN \`${thing.table}\` t ON t.id = j.\`${through.child}\``
    : `\`${thing.table}\` t`;
  const keys = parent ? padded(parent.keys as string[]) : [];
  const where: Sql[] = [...(owner ? [{ sql: `${owner} IN (${marks(keys)})`, values: keys }] : []), allowed, ...more];
  return {
    owner,
    body: `FROM ${from} WHERE ${where.map(({ sql }) => sql).join(" AND ")}`,
    values: where.flatMap(({ values }) => values),
  };
};

/** Reads rows of one thing: the columns asked for, what the scope allows, one statement for all parents. */
export const rowsOf = async (ctx: Context, query: Query): Promise<Row[]> => {
  const { thing, levels, parent } = query;
  const allowed = visible(ctx, thing);
  if (allowed === NEVER || parent?.keys.length === 0) return [];

  const { owner, body, values: whereValues } = source(query, allowed, query.where);
  const guards = guardsOf(ctx, thing, levels);
  const columns = [...new Set(levels.flatMap((level) => [...level.columns])), ...extraColumns(query)];
  const select = [
    ...[...new Set(columns)].map((column) => `t.\`${column}\``),
    ...guards.map(({ name, sql }) => `CASE WHEN ${sql.sql} THEN 1 ELSE 0 END AS \`${guardSlot(name)}\``),
    ...(owner ? [`${owner} AS \`${PARENT}\``] : []),
  ];
  const values = [...guards.flatMap(({ sql }) => sql.values), ...whereValues];

  if (owner && query.limit) {
    // Each parent's own page, all in one statement.
    const numbered = `ROW_NUMBER() OVER (PARTITION BY ${owner} ORDER BY ${query.orderSql}) AS \`@n\``;
    return ctx.db.rows(
      `SELECT * FROM (SELECT ${select.join(", ")}, ${numbered} ${body}) x WHERE \`@n\` <= ${query.limit} ORDER BY \`@n\``,
      values,
    );
  }
  const order = query.orderSql ? ` ORDER BY ${query.orderSql}` : "";
  const limit = query.limit ? ` LIMIT ${query.limit}` : "";
  return ctx.db.rows(`SELECT ${select.join(", ")} ${body}${order}${limit}`, values);
};

const extraColumns = ({ orderSql }: Query): string[] =>
  [...(orderSql ?? "").matchAll(/t\.`(\w+)`/g)].map(([, name]) => name as string);

/** The guards that must be asked of each row: those that are neither always nor never met. */
const guardsOf = (ctx: Context, thing: Thing, levels: readonly Level[]) => {
  const names = new Set(levels.flatMap(({ hidden, steps }) => [...hidden, ...steps].map(({ guard }) => guard)));
  return [...names].filter((name) => name !== null).map((name) => ({ name, sql: visible(ctx, thing, name) }));
};

/** How many rows there are in scope, for each parent, whatever the page. */
export const countsOf = async (
  ctx: Context,
  thing: Thing,
  page: Page,
  parent: Query["parent"],
): Promise<Map<Value, Value>> => {
  const allowed = visible(ctx, thing);
  if (allowed === NEVER || parent?.keys.length === 0) return new Map([[null, 0]]);
  const { owner, body, values } = source({ thing, parent }, allowed, page.where);
  const rows = await ctx.db.rows(
    `SELECT COUNT(*) AS n, ${owner ?? "NULL"} AS p ${body}${owner ? ` GROUP BY ${owner}` : ""}`,
    values,
  );
  return new Map(rows.map(({ n, p }) => [p ?? null, n ?? 0]));
};
