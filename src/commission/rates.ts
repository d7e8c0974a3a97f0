import { money } from "../graph/scalars";
import { Transaction } from "../mutation/transact";
import { MemberRate } from "./commission.rules";
import { Offer, standingOffer } from "./negotiation.rules";
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
  const offers = await rows(
    `SELECT id, personId, offeredBy, amountMinor, currency, acceptedAt FROM rate_offer
     WHERE commissionId = ? ORDER BY offeredAt, id`,
    [commissionId],
  );
  return offers.map(({ acceptedAt, ...offer }) => ({
    ...offer,
    accepted: acceptedAt !== null,
  })) as unknown as Offered[];
};

/** The rate agreed for each member so far: the offer that stands for them, if the other side accepted it. */
export const memberRates = async (
  tx: Pick<Transaction, "rows">,
  commissionId: string,
  members: Parties["members"],
): Promise<MemberRate[]> => {
  const offers = await offersOf(tx, commissionId);
  return members.map(({ personId, name }) => {
    const offer = standingOffer(offers, personId);
    const agreed = offer?.accepted
      ? { id: offer.id, text: `${money(offer.amountMinor, offer.currency).formatted} a day` }
      : null;
    return { personId, name, agreed };
  });
};
