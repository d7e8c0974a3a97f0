import type { Context } from "../context";
import type { Row } from "../database/database";

/**
 * R51: how many days at a day rate bring in the fee without VAT, the last one begun counting whole; null for a rate of
 * nothing. All in pence.
 */
export const breakEven = (feeMinor: number, dayRateMinor: number): number | null =>
  dayRateMinor < 1 ? null : Math.ceil(feeMinor / dayRateMinor);

export const breakEvenOf = async (
  _: Context,
  rows: readonly Row[],
  { dayRateMinor }: { dayRateMinor: number },
): Promise<(number | null)[]> => rows.map(({ feeMinor }) => breakEven(Number(feeMinor), dayRateMinor));
