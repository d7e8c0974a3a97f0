import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingWithPrefix } from "../graph/thing";
import { Subscribed } from "../hub/subscription";
import { prefixOf } from "../id";
import { kindOf } from "../log/kinds";
import { forbidden, notFound } from "../operation/errors";
import { maySeeAny } from "../scope/capacity";

/** Whether this caller may begin this subscription: FORBIDDEN for a feed that is not theirs, NOT_FOUND for a thing out of scope. */
export const mayStart = async (ctx: Context, { live, args }: Subscribed): Promise<void> => {
  const rows = new Set(live.kinds?.map((kind) => kindOf(kind).sees));
  if (rows.size > 0 && ![...rows].some((row) => maySeeAny(ctx.scope, row))) throw forbidden();
  const id = live.about ? (args[live.about] as string | null | undefined) : null;
  if (id == null) return;
  const thing = thingWithPrefix(prefixOf(id) ?? "");
  if (!thing) throw notFound();
  const seen = visible(ctx, thing);
  const [row] = await ctx.db.rows(`SELECT t.id FROM \`${thing.table}\` t WHERE t.id = ? AND ${seen.sql}`, [
    id,
    ...seen.values,
  ]);
  if (!row) throw notFound();
};
