import type { Context } from "../context";
import { grouped } from "../graph/grouped";
import { breakEven } from "../programme/break-even";
import { marks, padded } from "../scope/condition";

/**
 * R51: how many days of their first review bring in what a trainee was charged, without VAT, at the day rate that they
 * agreed with its board. Null until both are known.
 */
export const breakEvenOfTrainees = async (
  { db }: Context,
  trainees: readonly { id: string }[],
): Promise<(number | null)[]> => {
  const ids = padded([...new Set(trainees.map(({ id }) => id))]);
  const [fees, rates] = await Promise.all([
    db.rows(
      `SELECT traineeId, SUM(amountMinor) AS feeMinor FROM charge WHERE traineeId IN (${marks(ids)}) GROUP BY traineeId`,
      ids,
    ),
    db.rows(
      `SELECT m.traineeId, k.id AS commissionId, o.amountMinor FROM pair_member m
       JOIN commission k ON k.pairId = m.pairId AND k.practice = 1 AND k.stage <> 'DECLINED'
       JOIN rate_offer o ON o.commissionId = k.id AND o.personId = m.personId AND o.acceptedAt IS NOT NULL
       WHERE m.traineeId IN (${marks(ids)}) ORDER BY k.proposedAt, k.id, o.offeredAt, o.id`,
      ids,
    ),
  ]);
  const feeOf = new Map(fees.map(({ traineeId, feeMinor }) => [traineeId, Number(feeMinor)]));
  const ratesOf = grouped(rates, ({ traineeId }) => traineeId);
  return trainees.map(({ id }) => {
    const [fee, agreed = []] = [feeOf.get(id), ratesOf.get(id)];
    // Of the first review they agreed a rate for, the rate that was agreed last.
    const rate = agreed.findLast(({ commissionId }) => commissionId === agreed[0]?.commissionId);
    return fee === undefined || !rate ? null : breakEven(fee, Number(rate.amountMinor));
  });
};
