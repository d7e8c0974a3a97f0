import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingWithPrefix } from "../graph/thing";
import { Subscribed } from "../hub/subscription";
import { prefixOf } from "../id";
import { kindOf } from "../log/kinds";
import { forbidden, notFound } from "../operation/errors";
import { maySeeAny } from "../scope/capacity";
import { conditionFor, toSql } from "../scope/condition";
import { RowName } from "../scope/table";

/** Whether this caller may begin this subscription: FORBIDDEN for a feed that is not theirs, NOT_FOUND for a thing out of scope. */
export const mayStart = async (ctx: Context, { live, args }: Subscribed): Promise<void> => {
  const rows = new Set(live.kinds?.map((kind) => kindOf(kind).sees));
  if (rows.size > 0 && ![...rows].some((row) => maySeeAny(ctx.scope, row))) throw forbidden();
  for (const argument of [live.about ?? []].flat()) {
    const id = args[argument] as string | null | undefined;
    if (id != null && !(await inScope(ctx, id, argument, rows))) throw notFound();
  }
};

/**
 * Whether the id is of a thing in scope, of which this feed could tell the caller something. `traineeId` takes a
 * Trainee's and so on; `about` takes anything's.
 */
const inScope = async (ctx: Context, id: string, argument: string, rows: ReadonlySet<RowName>): Promise<boolean> => {
  const thing = thingWithPrefix(prefixOf(id) ?? "");
  if (!thing || !(argument === "about" || argument.toLowerCase() === `${thing.name}Id`.toLowerCase())) return false;
  // What is opened only later counts as open here: one may wait for one's own decision.
  const opened = { ...thing.audience, released: "1=1", shared: "1=1" };
  const told = [...rows].map((row) => toSql(conditionFor(ctx.scope, row), opened));
  const any = told.length > 0 ? `(${told.map(({ sql }) => sql).join(" OR ")})` : "1=1";
  const seen = visible(ctx, thing);
  const found = await ctx.db.rows(`SELECT t.id FROM \`${thing.table}\` t WHERE t.id = ? AND ${seen.sql} AND ${any}`, [
    id,
    ...seen.values,
    ...told.flatMap(({ values }) => values),
  ]);
  return found.length > 0;
};
