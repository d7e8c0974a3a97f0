import type { Context } from "../context";
import { Value } from "../database/database";
import { Sql } from "../scope/condition";
import { grouped } from "./grouped";
import { Listing, PageArgs } from "./listing";
import { Page, pageOf } from "./page";
import { Asked, Selections, Step, selectionsOf } from "./plan";
import { complete } from "./read";
import { countsOf, PARENT, Query, Read, rowsOf } from "./rows";
import { Thing, thingOf } from "./thing";

/** Pages of one list: one for each parent, or a single one at the root. */
export const pagesOf = async (
  ctx: Context,
  asked: Asked,
  thing: Thing,
  selections: Selections,
  page: Page,
  parent?: Query["parent"],
): Promise<(parent: Value) => unknown> => {
  const levels = selections.levels.map(({ level }) => level);
  const [rows, counts] = await Promise.all([
    rowsOf(ctx, {
      thing,
      levels,
      where: [...page.where, ...page.bounds],
      orderSql: page.orderSql,
      limit: page.size + 1,
      ...(parent ? { parent } : {}),
    }),
    selections.counted ? countsOf(ctx, thing, page, parent) : null,
  ]);
  const byParent = grouped(rows as Read[], (row) => (parent ? (row[PARENT] as Value) : null));
  const kept = new Map<Value, { rows: Read[]; more: boolean }>();
  for (const [key, all] of byParent) {
    const taken = all.slice(0, page.size);
    kept.set(key, { rows: page.backwards ? taken.reverse() : taken, more: all.length > page.size });
  }

  // Each selection has rows of its own: the same edge may be followed differently under `nodes` and under `edges`.
  const own = selections.levels.map(
    (_, index) =>
      new Map([...kept].map(([key, { rows: taken }]) => [key, index === 0 ? taken : taken.map((row) => ({ ...row }))])),
  );
  await Promise.all(
    selections.levels.map(({ level }, index) =>
      complete(ctx, asked, level, [...(own[index] as Map<Value, Read[]>).values()].flat()),
    ),
  );

  return (key) => {
    const { rows: taken, more } = kept.get(key) ?? { rows: [], more: false };
    const connection: Record<string, unknown> = { totalCount: counts ? (counts.get(key) ?? 0) : null };
    if (selections.placed) {
      const places = taken.map((row) => ctx.log.places.close([page.orderName, row[page.order.column], row.id]));
      connection.pageInfo = {
        hasNextPage: page.backwards ? page.bounded.before : more || page.bounded.before,
        hasPreviousPage: page.backwards ? more || page.bounded.after : page.bounded.after,
        startCursor: places[0] ?? null,
        endCursor: places.at(-1) ?? null,
      };
      for (const slot of selections.edges) connection[slot] = places.map((cursor) => ({ cursor }));
    }
    for (const [index, { slot, inEdge }] of selections.levels.entries()) {
      const things = own[index]?.get(key) ?? [];
      if (inEdge === null) connection[slot] = things;
      else for (const [place, edge] of (connection[slot] as Read[]).entries()) edge[inEdge] = things[place];
    }
    return connection;
  };
};

/** A list at the root: all of it that is in scope, or of that only what is meant. */
export const readList = async (
  ctx: Context,
  asked: Asked & { fieldNodes: Step["fields"] },
  listing: Listing,
  args: PageArgs,
  among: readonly Sql[] = [],
): Promise<unknown> => {
  const type = asked.schema.getType(`${listing.target.name}Connection`) as NonNullable<Step["type"]>;
  const selections = selectionsOf(asked, type, asked.fieldNodes);
  const page = pageOf(ctx, listing, args, true);
  const meant = { ...page, where: [...page.where, ...among] };
  return (await pagesOf(ctx, asked, thingOf(listing.target), selections, meant))(null);
};
