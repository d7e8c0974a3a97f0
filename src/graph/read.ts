import type { Context } from "../context";
import { Value } from "../database/database";
import { prefixOf } from "../id";
import { marks, padded } from "../scope/condition";
import { RowName } from "../scope/table";
import { grouped } from "./grouped";
import { pageOf } from "./page";
import { pagesOf } from "./pages";
import { Asked, guardsIn, Join, Level, levelFor, Step, selectionsOf } from "./plan";
import { guardSlot, OPENED, PARENT, Read, rowsOf } from "./rows";
import { Thing, thingOf, thingWithPrefix } from "./thing";

const open = (row: Read, slot: string | null): boolean => slot === null || row[slot] !== 0;
const slotOfGuard = (guard: RowName | null): string | null => guard && guardSlot(guard);

/**
 * Follows the edges of a level for its rows, and hides what the viewer may not see of them. What was joined stands in
 * the rows as the statement answered them: `flat`, which are the rows themselves unless they were joined too.
 */
export const complete = async (
  ctx: Context,
  asked: Asked,
  level: Level,
  rows: readonly Read[],
  flat: readonly Read[] = rows,
): Promise<void> => {
  if (rows.length > 0) {
    if (level.opens) for (const row of rows) if (row[OPENED]) ctx.opened.add(row[OPENED] as string);
    const far = level.joins.map((join) => {
      const joined = takeJoined(join, rows, flat);
      return complete(ctx, asked, join.level, joined.rows, joined.flat);
    });
    await Promise.all([...far, ...level.steps.map((step) => follow(ctx, asked, step, rows))]);
  }
  for (const flag of level.flags) for (const row of rows) row[flag] = row[flag] == null ? null : Boolean(row[flag]);
  for (const { slot, guard } of level.hidden) {
    const may = guardSlot(guard);
    for (const row of rows) if (!open(row, may)) row[slot] = null;
  }
};

/** Makes the joined things out of the flat rows, one object for each thing, and puts them in their parents' slots. */
const takeJoined = ({ alias, slot, guard, level }: Join, parents: readonly Read[], flat: readonly Read[]) => {
  const slots = [...guardsIn(level).map(guardSlot), ...(level.opens ? [OPENED] : [])];
  const names = [...level.columns, ...slots].map((to) => [`${alias}.${to}`, to] as const);
  const made = new Map<unknown, Read>();
  const from: Read[] = [];
  const may = slotOfGuard(guard);
  const idName = `${alias}.id`;
  for (let index = 0; index < parents.length; index += 1) {
    const parent = parents[index] as Read;
    const row = flat[index] as Read;
    const id = row[idName];
    if (id == null || !open(parent, may)) {
      parent[slot] = null;
      continue;
    }
    let thing = made.get(id);
    if (!thing) {
      thing = {} as Read;
      for (const [name, to] of names) (thing as Record<string, unknown>)[to] = row[name];
      made.set(id, thing);
      from.push(row);
    }
    parent[slot] = thing;
  }
  return { rows: [...made.values()], flat: from };
};

/** Follows one edge for many parents: the answer is put in each parent's slot. */
export const follow = async (ctx: Context, asked: Asked, step: Step, parents: readonly Read[]): Promise<void> => {
  const { read, slot } = step;
  const may = slotOfGuard(step.guard);
  const allowed = may ? parents.filter((parent) => open(parent, may)) : parents;
  for (const parent of parents) parent[slot] = null;
  if (read.kind === "node") return followNodes(ctx, asked, step, read.key, allowed);

  const keyOf = (parent: Read) => (read.kind === "one" ? parent[read.key] : parent.id) as Value;
  const keys = [...new Set(allowed.map(keyOf))].filter((key) => key != null);
  const type = step.type as NonNullable<Step["type"]>;
  if (read.kind === "many") {
    const listing = read.listing();
    const page = pageOf(ctx, listing, step.args, false);
    const parent = { keys, by: read.by };
    const pages = await pagesOf(
      ctx,
      asked,
      thingOf(listing.target),
      selectionsOf(asked, type, step.fields),
      page,
      parent,
    );
    for (const row of allowed) row[slot] = pages(keyOf(row));
    return;
  }

  const thing = thingOf(read.target());
  const level = levelFor(asked, type, step.fields);
  const many = read.kind === "list" ? read : null;
  const rows = (await rowsOf(ctx, {
    thing,
    levels: [level],
    where: step.among,
    parent: { keys, by: read.by },
    ...(many ? { orderSql: [...many.order, "id"].map((column) => `t.\`${column}\``).join(", ") } : {}),
  })) as Read[];
  await complete(ctx, asked, level, rows);
  if (many) {
    const byParent = grouped(rows, (row) => row[PARENT]);
    for (const parent of allowed) parent[slot] = byParent.get(keyOf(parent)) ?? [];
  } else {
    const byParent = new Map(rows.map((row) => [row[PARENT], row]));
    for (const parent of allowed) parent[slot] = byParent.get(keyOf(parent)) ?? null;
  }
};

const followNodes = async (ctx: Context, asked: Asked, step: Step, key: string, parents: readonly Read[]) => {
  const ids = parents.map((parent) => parent[key] as string | null);
  const found = await readNodes(ctx, asked, step.fields, ids);
  for (const [index, parent] of parents.entries()) parent[step.slot] = found[index] ?? null;
};

/** One thing by its id or, where it has one, its reference; null when there is none in scope. */
export const readOne = async (
  ctx: Context,
  asked: Asked & { fieldNodes: Step["fields"] },
  thing: Thing,
  idOrReference: string,
): Promise<Read | null> => {
  const column = prefixOf(idOrReference) ? "id" : "reference";
  if (column === "reference" && !thing.referenced) return null;
  const type = asked.schema.getType(thing.name) as NonNullable<Step["type"]>;
  const level = levelFor(asked, type, asked.fieldNodes);
  const rows = (await rowsOf(ctx, {
    thing,
    levels: [level],
    where: [{ sql: `t.\`${column}\` = ?`, values: [idOrReference] }],
  })) as Read[];
  await complete(ctx, asked, level, rows);
  return rows[0] ?? null;
};

/** Things of any types by their ids, in the order asked; null for each that is not there or not in scope. */
export const readNodes = async (
  ctx: Context,
  asked: Asked,
  nodes: Step["fields"],
  ids: readonly (string | null)[],
): Promise<(Read | null)[]> => {
  const byPrefix = grouped(
    ids.filter((id) => id !== null),
    (id) => prefixOf(id) ?? "",
  );
  const found = new Map<string, Read>();
  await Promise.all(
    [...byPrefix].map(async ([prefix, wanted]) => {
      const thing = thingWithPrefix(prefix);
      if (!thing) return;
      const level = levelFor(asked, asked.schema.getType(thing.name) as NonNullable<Step["type"]>, nodes);
      const keys = padded([...new Set(wanted)]);
      const rows = (await rowsOf(ctx, {
        thing,
        levels: [level],
        where: [{ sql: `t.id IN (${marks(keys)})`, values: keys }],
      })) as Read[];
      await complete(ctx, asked, level, rows);
      for (const row of rows) found.set(row.id, row);
    }),
  );
  return ids.map((id) => (id === null ? null : (found.get(id) ?? null)));
};
