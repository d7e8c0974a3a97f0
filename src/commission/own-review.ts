import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { conducted } from "../pair/conducted";

/**
 * R13: nobody assures the quality of a review that they conduct, or conducted a part of, nor gives it more time, nor
 * settles what it costs.
 */
export const refuseOwnReview = async ({ rows, ctx }: Transaction, commissionId: string): Promise<void> => {
  if (await conducted(rows, commissionId, ctx.personId)) {
    throw forbidden("This is your own review: another programme lead does it.");
  }
};
