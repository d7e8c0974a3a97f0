import { Transaction } from "../mutation/transact";
import { marks, padded } from "../scope/condition";

/**
 * R45, R46: whether another day takes a meeting out of a year of one of these accreditations whose review is decided, or
 * puts it into one: it would count in two years, or in none.
 */
export const crossesDecidedYear = async (
  tx: Transaction,
  accreditationIds: readonly string[],
  from: string,
  to: string,
): Promise<boolean> => {
  if (accreditationIds.length === 0) return false;
  const among = padded(accreditationIds);
  const crossed = await tx.rows(
    `SELECT id FROM status_review WHERE accreditationId IN (${marks(among)})
     AND ((yearFrom <= ? AND ? < dueOn AND NOT (yearFrom <= ? AND ? < dueOn))
       OR (yearFrom <= ? AND ? < dueOn AND NOT (yearFrom <= ? AND ? < dueOn))) LIMIT 1`,
    [...among, from, from, to, to, to, to, from, from],
  );
  return crossed.length > 0;
};
