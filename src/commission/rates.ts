import { money } from "../graph/scalars";
import { Transaction } from "../mutation/transact";
import { MemberRate } from "./commission.rules";
import { agreedOffer, Offer } from "./negotiation.rules";
import { Parties } from "./parties";
import { RateSide } from "./rate-side";

/** An offer with what it says. */
export interface Offered extends Offer {
  readonly offeredBy: RateSide;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Every offer of a commission, in the order they were made. */
export const offersOf = async ({ rows }: Pick<Transaction, "rows">, commissionId: string): Promise<Offered[]> => {
  return (await rows(
    `SELECT id, personId, offeredBy, amountMinor, currency, acceptedAt, withdrawnAt FROM rate_offer
     WHERE commissionId = ? ORDER BY offeredAt, id`,
    [commissionId],
  )) as unknown as Offered[];
};

/** The rate agreed for each member so far. */
export const memberRates = async (
  tx: Pick<Transaction, "rows">,
  commissionId: string,
  members: Parties["members"],
): Promise<MemberRate[]> => {
  const offers = await offersOf(tx, commissionId);
  return members.map(({ personId, name }) => {
    const agreed = agreedOffer(offers, personId);
    const text = agreed && `${money(agreed.amountMinor, agreed.currency).formatted} a day`;
    return { personId, name, agreed: agreed && { id: agreed.id, text: text as string } };
  });
};
