import { Commission } from "../../src/commission/commission.entity";
import { RateOffer } from "../../src/commission/rate-offer.entity";
import { RateSide } from "../../src/commission/rate-side";
import { newId } from "../../src/id";
import { Transaction } from "../../src/mutation/transact";
import { PairMember } from "../../src/pair/pair.entity";
import { daysAgo } from "./story.beginning";

/** What readiness asks of a review beside its stage: a rate agreed for each of the pair (E8), quality assured (E11). */
export const finished = async (tx: Transaction, review: Commission): Promise<void> => {
  const { id: commissionId, boardId, pairId } = review;
  const about = { commissionId, boardId };
  for (const { personId } of await tx.manager.findBy(PairMember, { pairId })) {
    const offer = await tx.add(RateOffer, {
      id: newId("rat"),
      ...about,
      personId,
      offeredBy: RateSide.MEMBER,
      amountMinor: 55_000,
      currency: "GBP",
      offeredAt: new Date(`${daysAgo(339)}T09:00:00.000Z`),
      acceptedAt: new Date(`${daysAgo(335)}T09:00:00.000Z`),
      version: 2,
    });
    tx.append("RateAccepted", offer, about, { personId, amountMinor: offer.amountMinor });
  }
  await tx.change(Commission, review, { qualityPassed: true, qualityRecordedOn: daysAgo(20), qualityNotes: "Sound." });
  tx.append("QualityAssured", review, about, { qualityPassed: { from: null, to: true } });
};
