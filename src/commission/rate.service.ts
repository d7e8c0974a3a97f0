import { withReadiness } from "../assessment/readiness-changes";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { forbidden } from "../operation/errors";
import { Person } from "../person/person.entity";
import { Commission } from "./commission.entity";
import { agreedOffer, openOffer, rateMayBeAgreed } from "./negotiation.rules";
import { partiesOf } from "./parties";
import { AcceptRateInput, OfferRateInput } from "./rate.inputs";
import { RateOffer } from "./rate-offer.entity";
import { RateSide } from "./rate-side";
import { Offered, offersOf } from "./rates";

const CURRENCY = "GBP";

const said = (offer: Offered | null) =>
  offer && {
    offeredBy: offer.offeredBy,
    amountMinor: offer.amountMinor,
    currency: offer.currency,
    accepted: offer.acceptedAt !== null,
  };

/** R21: a member names their day rate, or the board does. The new offer is the one to accept, instead of any before. */
export const offer: UseCase<OfferRateInput> = async (tx, { commissionId, personId, amountMinor, expectedVersion }) => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  const { members, traineeIds, viewer: side } = await partiesOf(tx, commission.pairId, commission.boardId);
  if (side === null || (side === RateSide.MEMBER && personId !== tx.ctx.personId)) throw forbidden();
  // Asked first: a board that has declined is not told whether somebody it no longer sees is of the pair.
  await tx.find(Person, personId, "personId");
  if (!members.some((member) => member.personId === personId)) {
    throw new Refused([invalid(["personId"], "personId is not a member of the pair.")]);
  }
  await tx.once();
  tx.expect(commission, expectedVersion);
  const { id, boardId } = commission;
  const offers = await offersOf(tx, id);
  refuseUnless(rateMayBeAgreed(commission.stage, agreedOffer(offers, personId) !== null));

  const before = openOffer(offers, personId);
  return withReadiness(tx, traineeIds, async () => {
    const made = await tx.add(RateOffer, {
      id: newId("rat"),
      commissionId: id,
      boardId,
      personId,
      offeredBy: side,
      amountMinor,
      currency: CURRENCY,
      offeredAt: tx.ctx.now,
      acceptedAt: null,
      version: 1,
    });
    // The commission's version rises, so that nobody grants it or bids again without having seen this offer.
    await tx.change(Commission, commission, {});
    const facts = { reference: commission.reference, personId, offeredBy: side, amountMinor, currency: CURRENCY };
    tx.append("RateOffered", made, { commissionId: id, boardId }, { ...facts, before: said(before) });
    return made.id;
  });
};

/** R21: the side that did not make an offer accepts it; it must be the last one for that person. */
export const accept: UseCase<AcceptRateInput> = async (tx, { rateOfferId, expectedVersion }) => {
  const offered = await tx.find(RateOffer, rateOfferId, "rateOfferId");
  const commission = await tx.find(Commission, offered.commissionId, "rateOfferId");
  const { members, traineeIds, viewer: side } = await partiesOf(tx, commission.pairId, commission.boardId);
  const { id, boardId, personId, offeredBy, amountMinor, currency } = offered;
  const own = side === RateSide.BOARD || personId === tx.ctx.personId;
  if (side === null || side === offeredBy || !own) throw forbidden("The other side accepts an offer.");
  await tx.once();
  tx.expect(offered, expectedVersion);
  if (!members.some((member) => member.personId === personId)) {
    throw new Refused([invalid(["rateOfferId"], "rateOfferId is of somebody who has left the pair.")]);
  }
  const offers = await offersOf(tx, commission.id);
  refuseUnless(rateMayBeAgreed(commission.stage, agreedOffer(offers, personId) !== null));
  if (offered.acceptedAt) throw new Refused([invalid(["rateOfferId"], "rateOfferId is accepted already.")]);
  if (openOffer(offers, personId)?.id !== id) {
    throw new Refused([invalid(["rateOfferId"], "rateOfferId is no longer open: a later offer took its place.")]);
  }

  return withReadiness(tx, traineeIds, async () => {
    await tx.change(RateOffer, offered, { acceptedAt: tx.ctx.now });
    await tx.change(Commission, commission, {}); // its negotiation moved: see `offer`
    const facts = { reference: commission.reference, personId, offeredBy, amountMinor, currency };
    tx.append("RateAccepted", offered, { commissionId: commission.id, boardId }, facts);
    return id;
  });
};
