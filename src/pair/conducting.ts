import { RELEASED } from "../accreditation/seen";
import { Commission } from "../commission/commission.entity";
import { Transaction } from "../mutation/transact";
import { PAIRS_OF_REVIEW } from "./former-pair.entity";
import { conductsSince } from "./succession.rules";

/** From which day on, and until which, somebody conducts a review; no end while they are of its pair. */
export interface Conducting {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * One of a pair: a trainee by their record, a reviewer by person. A reviewer has no record in that pair or, on a later
 * review, is accredited since.
 */
export type Conductor =
  | { readonly traineeId: string; readonly personId?: undefined }
  | { readonly personId: string; readonly traineeId?: undefined };

const ACCREDITED = `EXISTS (SELECT 1 FROM accreditation t WHERE t.personId = m.personId AND ${RELEASED})`;

/** When somebody conducts a review, or did until they left it; null where they never had a part in it. */
export const conducting = async (
  { rows }: Transaction,
  { id, pairId, commissionedOn, practice }: Commission,
  { traineeId, personId }: Conductor,
): Promise<Conducting | null> => {
  const reviewer = practice ? "m.traineeId IS NULL" : `(m.traineeId IS NULL OR ${ACCREDITED})`;
  const parts = await rows(
    `SELECT m.pairId, m.joinedOn, p.dissolvedOn FROM pair_member m JOIN pair p ON p.id = m.pairId
     WHERE ${traineeId ? "m.traineeId = ?" : `m.personId = ? AND ${reviewer}`} AND m.pairId IN (${PAIRS_OF_REVIEW})
     ORDER BY p.formedOn, p.id`,
    [(traineeId ?? personId) as string, id, id],
  );
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const still = parts.some((part) => part.pairId === pairId);
  return {
    from: conductsSince(commissionedOn, (first.joinedOn ?? null) as string | null),
    until: still ? null : ((last.dissolvedOn ?? null) as string | null),
  };
};
