import type { Context } from "../context";
import { grouped } from "../graph/grouped";
import { DateTime, toIso } from "../graph/scalars";
import { factsOf } from "../log/facts";
import { EntryKind } from "../log/kinds";
import { entriesSeen } from "../log/seen";
import { badInput } from "../operation/errors";
import { AudienceId, conditionFor, holds, marks, padded } from "../scope/condition";
import { stored } from "../time";
import { Column, rowsOf, Told } from "./columns";

export interface AskedAt {
  readonly at: Date;
}

/** The moment that a snapshot is asked of. */
export const AT = {
  at: [
    () => DateTime,
    { description: "The moment: from when the Log begins until now. What happened at that very moment has happened." },
  ],
} satisfies Record<string, [() => object, object]>;

/** Refuses a moment of which the Log tells nothing: before it begins, or yet to come. */
const refuseUntold = async ({ db, now }: Context, at: Date): Promise<void> => {
  if (at > now) throw badInput(`\`at\` is yet to come: it is ${now.toISOString()}.`);
  const [first] = await db.rows("SELECT at FROM entry ORDER BY position LIMIT 1");
  const begins = first && toIso(first.at);
  if (!begins || at < new Date(begins)) {
    throw badInput(`\`at\` is before the Log begins${begins ? `, at ${begins}` : ""}.`);
  }
};

/**
 * The entries of some kinds up to a moment, for each of some ids, the oldest first: those that the viewer may see now.
 * `column` is where an entry holds that id.
 */
export const entriesUntil = async (
  ctx: Context,
  column: AudienceId | "subjectId",
  ids: readonly string[],
  kinds: readonly EntryKind[],
  { at }: AskedAt,
): Promise<ReadonlyMap<string, readonly Told[]>> => {
  await refuseUntold(ctx, at);
  const among = padded([...new Set(ids)]);
  const seen = entriesSeen(ctx.scope);
  const rows = await ctx.db.rows(
    `SELECT t.\`${column}\` AS id, t.kind, t.facts FROM entry t
     WHERE t.\`${column}\` IN (${marks(among)}) AND t.kind IN (${marks(kinds)}) AND t.at <= ? AND ${seen.sql}
     ORDER BY t.position`,
    [...among, ...kinds, stored(at), ...seen.values],
  );
  const told = rows.map(({ id, kind, facts }) => ({
    id: id as string,
    kind: kind as EntryKind,
    facts: factsOf({ facts }),
  }));
  return grouped(told, ({ id }) => id);
};

/** Whether the viewer is told of a column, in the matter of these ids. */
export const isToldOf = (
  { scope }: Context,
  column: Column,
  matter: Partial<Record<AudienceId, string | null>>,
): boolean => rowsOf(column).every((row) => holds(conditionFor(scope, row), matter));
