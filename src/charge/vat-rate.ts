import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { londonDay } from "../time";

/** The programmes that the members of a commission's pair learn in, or are accredited by. */
const PROGRAMMES = `
  SELECT c.programmeId FROM commission k JOIN pair_member m ON m.pairId = k.pairId
  JOIN trainee r ON r.id = m.traineeId JOIN cohort c ON c.id = r.cohortId WHERE k.id = ?
  UNION SELECT a.programmeId FROM commission k JOIN pair_member m ON m.pairId = k.pairId AND m.traineeId IS NULL
  JOIN accreditation a ON a.personId = m.personId WHERE k.id = ?`;

/**
 * The rate of VAT on what a board is charged today, in per cent: that of the programme's fee in force. A programme
 * charges its boards and its trainees at one rate; when the rate changes, its lead sets a fee with the new one.
 */
export const vatPercentOf = async (tx: Transaction, commissionId: string): Promise<number> => {
  const [fee] = await tx.rows(
    `SELECT f.vatPercent FROM fee f WHERE f.appliesFrom <= ? AND f.programmeId IN (${PROGRAMMES})
     ORDER BY f.appliesFrom DESC, f.id DESC LIMIT 1`,
    [londonDay(tx.ctx.now), commissionId, commissionId],
  );
  if (!fee) throw new Refused([invalid([], "No fee is in force today, and with it no rate of VAT: set one first.")]);
  return Number(fee.vatPercent);
};
