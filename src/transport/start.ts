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
  for (const argument of [live.about ?? []].flat()) {
    const id = args[argument] as string | null | undefined;
    if (id != null && !(await inScope(ctx, id, argument))) throw notFound();
  }
};

/** Whether the id is of a thing in scope. `traineeId` takes a Trainee's and so on; `about` takes anything's. */
const inScope = async (ctx: Context, id: string, argument: string): Promise<boolean> => {
  const thing = thingWithPrefix(prefixOf(id) ?? "");
  if (!thing || !(argument === "about" || argument.toLowerCase() === `${thing.name}Id`.toLowerCase())) return false;
  const seen = visible(ctx, thing);
  const rows = await ctx.db.rows(`SELECT t.id FROM \`${thing.table}\` t WHERE t.id = ? AND ${seen.sql}`, [
    id,
    ...seen.values,
  ]);
  return rows.length > 0;
};
