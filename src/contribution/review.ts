import { Commission } from "../commission/commission.entity";
import { Transaction } from "../mutation/transact";
import { Review } from "./contribution.rules";

/** A commission as the rules look at it. */
export const reviewOf = async ({ rows }: Transaction, commission: Commission): Promise<Review> => {
  const [pair] = await rows("SELECT dissolvedOn FROM pair WHERE id = ?", [commission.pairId]);
  return { ...commission, dissolvedOn: (pair?.dissolvedOn ?? null) as string | null };
};

/** Whether the viewer is one of the pair that conducts a review. */
export const isOfPair = async ({ rows, ctx }: Transaction, { pairId }: Commission): Promise<boolean> => {
  const found = await rows("SELECT id FROM pair_member WHERE pairId = ? AND personId = ?", [pairId, ctx.personId]);
  return found.length > 0;
};
