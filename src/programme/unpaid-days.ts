import type { Context } from "../context";
import { marks, padded } from "../scope/condition";

/** R30: the unpaid time that each of these programmes asks for, in days. */
export const unpaidDays = async ({ db }: Context, programmes: readonly { id: string }[]): Promise<number[]> => {
  const ids = padded(programmes.map(({ id }) => id));
  const rows = await db.rows(
    `SELECT programmeId, SUM(days) AS days FROM programme_item
     WHERE programmeId IN (${marks(ids)}) AND section = 'UNPAID_TIME' AND retiredOn IS NULL GROUP BY programmeId`,
    ids,
  );
  const days = new Map(rows.map((row) => [row.programmeId, Number(row.days)]));
  return programmes.map(({ id }) => days.get(id) ?? 0);
};
