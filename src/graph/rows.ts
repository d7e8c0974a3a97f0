import type { Context } from "../context";
import { Row, Value } from "../database/database";
import { conditionFor, marks, NEVER, padded, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";
import { ROWS, RowName } from "../scope/table";
import { londonDay } from "../time";
import { Through } from "./fields";
import { Page } from "./page";
import { guardsIn, Join, Level } from "./plan";
import { Thing } from "./thing";

/** A row on its way to the client; what its edges lead to stands in its `@slots`. */
export type Read = Record<string, unknown> & { id: string };

/** What a scope lets through of a thing's table on a day, as SQL over the alias `t`. */
export const seenOn = (today: string, scope: Scope, thing: Thing, row: RowName = thing.sees): Sql => {
  const own = row === thing.sees ? thing.visible : thing.narrower[row];
  return own ? own(scope, today) : toSql(conditionFor(scope, row), thing.audience);
};

/** The same for whoever asks, when they ask. */
export const visible = ({ scope, now }: Context, thing: Thing, row?: RowName): Sql =>
  seenOn(londonDay(now), scope, thing, row);

export const PARENT = "@parent";

const GUARD_SLOTS = new Map(ROWS.map((row) => [row, `@may:${row}`]));

/** Where a row says whether a guard holds for it. */
export const guardSlot = (row: RowName): string => GUARD_SLOTS.get(row) as string;

/** Where a row says what is opened by reading it. */
export const OPENED = "@opened";

/** What each row of a thing opens, where reading it does. */
export const openedBy = ({ opens }: Thing, alias = "t"): Sql[] =>
  opens === null
    ? []
    : [
        {
          sql: `${over({ sql: opens, values: [] }, alias).sql} AS \`${alias === "t" ? "" : `${alias}.`}${OPENED}\``,
          values: [],
        },
      ];

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
    from: { sql: `FROM ${from}`, values: [] },
    where: { sql: where.map(({ sql }) => sql).join(" AND "), values: where.flatMap(({ values }) => values) },
  };
};

/** Reads rows of one thing: the columns asked for, what the scope allows, one statement for all parents. */
export const rowsOf = async (ctx: Context, query: Query): Promise<Row[]> => {
  const { thing, levels, parent } = query;
  const allowed = visible(ctx, thing);
  if (allowed === NEVER || parent?.keys.length === 0) return [];

  const { owner, from, where } = source(query, allowed, query.where);
  const columns = new Set(["id", ...levels.flatMap((level) => [...level.columns]), ...extraColumns(query)]);
  const guards = guardsOf(ctx, thing, levels);
  const select: Sql[] = [
    { sql: [...columns].map((column) => `t.\`${column}\``).join(", "), values: [] },
    ...guards,
    ...(levels.some(({ opens }) => opens) ? openedBy(thing) : []),
    ...(owner ? [{ sql: `${owner} AS \`${PARENT}\``, values: [] }] : []),
  ];
  const far = joinsOf(ctx, levels);

  if (owner && query.limit) {
    // Each parent's own page, all in one statement; only what is on a page is joined further.
    const number = `ROW_NUMBER() OVER (PARTITION BY ${owner} ORDER BY ${query.orderSql}) AS \`@n\``;
    const pages = of`SELECT ${list([...select, { sql: number, values: [] }])} ${from} WHERE ${where}`;
    const all = list([{ sql: "t.*", values: [] }, ...far.select]);
    const end = `WHERE t.\`@n\` <= ${query.limit} ORDER BY t.\`@n\``;
    return run(ctx, of`SELECT ${all} FROM (${pages}) t ${far.from} ${{ sql: end, values: [] }}`);
  }
  const order = query.orderSql ? `ORDER BY ${query.orderSql}` : "";
  const end = { sql: `${order}${query.limit ? ` LIMIT ${query.limit}` : ""}`, values: [] };
  return run(ctx, of`SELECT ${list([...select, ...far.select])} ${from} ${far.from} WHERE ${where} ${end}`);
};

const run = ({ db }: Context, { sql, values }: Sql): Promise<Row[]> => db.rows(sql, values);

/** Puts pieces of SQL together in the order of the text, and their values likewise. */
const of = (texts: TemplateStringsArray, ...parts: readonly Sql[]): Sql => {
  let sql = texts[0] as string;
  for (const [index, part] of parts.entries()) sql += part.sql + texts[index + 1];
  return { sql, values: parts.flatMap(({ values }) => values) };
};
const list = (parts: readonly Sql[]): Sql => ({
  sql: parts.map(({ sql }) => sql).join(", "),
  values: parts.flatMap(({ values }) => values),
});

/** A condition over the alias `t`, over another one. */
export const over = (condition: Sql, alias: string): Sql =>
  alias === "t" ? condition : { ...condition, sql: condition.sql.replace(/\bt\./g, `${alias}.`) };

/** The tables that edges to one thing join, what is read of them, and what of them the scope lets through. */
const joinsOf = (ctx: Context, levels: readonly Level[]): { select: Sql[]; from: Sql } => {
  const select: Sql[] = [];
  const from: Sql[] = [];
  const visit = ({ alias, key, level }: Join, parent: string): void => {
    const allowed = visible(ctx, level.thing);
    if (allowed === NEVER) return; // its columns stay away, and so does the edge
    const columns = [...level.columns].map((column) => `${alias}.\`${column}\` AS \`${alias}.${column}\``).join(", ");
    select.push({ sql: columns, values: [] }, ...guardsOf(ctx, level.thing, [level], alias));
    if (level.opens) select.push(...openedBy(level.thing, alias));
    // An outer join also settles where the database begins: at the parents.
    const { sql, values } = over(allowed, alias);
    from.push({
      sql: `LEFT JOIN \`${level.thing.table}\` ${alias} ON ${alias}.id = ${parent}.\`${key}\` AND ${sql}`,
      values,
    });
    for (const join of level.joins) visit(join, alias);
  };
  for (const { joins } of levels) for (const join of joins) visit(join, "t");
  return { select, from: { sql: from.map(({ sql }) => sql).join(" "), values: from.flatMap(({ values }) => values) } };
};

const extraColumns = ({ orderSql }: Query): string[] =>
  [...(orderSql ?? "").matchAll(/t\.`(\w+)`/g)].map(([, name]) => name as string);

/** Whether the guards hold, asked of each row. */
const guardsOf = (ctx: Context, thing: Thing, levels: readonly Level[], alias = "t"): Sql[] =>
  [...new Set(levels.flatMap(guardsIn))].map((name) => {
    const { sql, values } = over(visible(ctx, thing, name), alias);
    const slot = alias === "t" ? guardSlot(name) : `${alias}.${guardSlot(name)}`;
    return { sql: `CASE WHEN ${sql} THEN 1 ELSE 0 END AS \`${slot}\``, values };
  });

/** How many rows there are in scope, for each parent, whatever the page. */
export const countsOf = async (
  ctx: Context,
  thing: Thing,
  page: Page,
  parent: Query["parent"],
): Promise<Map<Value, Value>> => {
  const allowed = visible(ctx, thing);
  if (allowed === NEVER || parent?.keys.length === 0) return new Map([[null, 0]]);
  const { owner, from, where } = source({ thing, parent }, allowed, page.where);
  const rows = await ctx.db.rows(
    `SELECT COUNT(*) AS n, ${owner ?? "NULL"} AS p ${from.sql} WHERE ${where.sql}${owner ? ` GROUP BY ${owner}` : ""}`,
    where.values,
  );
  return new Map(rows.map(({ n, p }) => [p ?? null, n ?? 0]));
};
