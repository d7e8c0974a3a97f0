import type { Database, Value } from "../database/database";
import { toIso } from "../graph/scalars";
import { marks, padded } from "../scope/condition";
import { AHEAD_SECONDS } from "./claims";

/** When each of these people last signed out everywhere; those who never did are not among them. */
export const signedOutTimes = async (db: Database, personIds: readonly string[]): Promise<Map<string, Value>> => {
  const ids = padded(personIds);
  const rows = await db.rows(
    `SELECT id, signedOutAt FROM person WHERE id IN (${marks(ids)}) AND signedOutAt IS NOT NULL`,
    ids,
  );
  return new Map(rows.map(({ id, signedOutAt }) => [id as string, signedOutAt as Value]));
};

/**
 * Whether a token of that time was ended by signing out everywhere: all until then, and one that tells no time. Whoever
 * issued it may have a clock that is ahead of ours, so one that says a little later is taken for one of before.
 */
export const isEnded = (issuedAt: Date | null, signedOutAt: Value | undefined): boolean =>
  signedOutAt != null &&
  (issuedAt === null || issuedAt.getTime() <= new Date(toIso(signedOutAt)).getTime() + AHEAD_SECONDS * 1000);
