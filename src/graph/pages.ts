import type { Context } from "../context";
import { Value } from "../database/database";
import { grouped } from "./grouped";
import { Listing, PageArgs } from "./listing";
import { Page, pageOf, placeOf } from "./page";
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
  const everyRow = [...kept.values()].flatMap(({ rows: taken }) => taken);
  const copies = selections.levels.map(
    (_, index) => new Map(everyRow.map((row) => [row, index === 0 ? row : { ...row }])),
  );
  await Promise.all(
    selections.levels.map(({ level }, index) =>
      complete(ctx, asked, level, [...(copies[index] as Map<Read, Read>).values()]),
    ),
  );

  return (key) => {
    const { rows: taken, more } = kept.get(key) ?? { rows: [], more: false };
    const places = taken.map((row) => placeOf(page.orderName, row[page.order.column] as Value, row.id));
    const connection: Record<string, unknown> = {
      totalCount: counts ? (counts.get(key) ?? 0) : null,
      pageInfo: {
        hasNextPage: page.backwards ? page.bounds.length > 0 : more,
        hasPreviousPage: page.backwards ? more : page.bounds.length > 0,
        startCursor: places[0] ?? null,
        endCursor: places.at(-1) ?? null,
      },
      edges: places.map((cursor) => ({ cursor })),
      nodes: taken,
    };
    for (const [index, { slot, inEdge }] of selections.levels.entries()) {
      const own = taken.map((row) => copies[index]?.get(row));
      if (inEdge === null) connection[slot] = own;
      else {
        const edges = (connection[slot] ?? places.map((cursor) => ({ cursor }))) as Record<string, unknown>[];
        for (const [place, edge] of edges.entries()) edge[inEdge] = own[place];
        connection[slot] = edges;
      }
    }
    return connection;
  };
};

/** A list at the root. */
export const readList = async (
  ctx: Context,
  asked: Asked & { fieldNodes: Step["fields"] },
  listing: Listing,
  args: PageArgs,
): Promise<unknown> => {
  const type = asked.schema.getType(`${listing.target.name}Connection`) as NonNullable<Step["type"]>;
  const selections = selectionsOf(asked, type, asked.fieldNodes);
  return (await pagesOf(ctx, asked, thingOf(listing.target), selections, pageOf(listing, args, true)))(null);
};
