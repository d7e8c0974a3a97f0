import { BoardKind } from "../board/board-kind";
import { PossibleMember, pairMayForm } from "../pair/pair.rules";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { boardMayCommission, nextStage } from "./commission.rules";
import { CommissionStage } from "./commission-stage";

/** What is proposed, by whom and to whom. */
export interface Proposal {
  readonly practice: boolean;
  readonly members: readonly PossibleMember[];
  readonly board: { readonly id: string; readonly name: string; readonly kind: BoardKind };
}

/**
 * R19, R22 (E6, E7): who may conduct a review for whom, on a day. Only a practice review needs a trainee and a
 * safeguarding board; any review needs two people who are trainees or accredited.
 */
export const mayBeCommissioned = ({ practice, members, board }: Proposal, day: string): RuleOutcome[] => {
  const pair = pairMayForm(members, day, practice);
  return practice ? [pair, boardMayCommission(board)] : [pair];
};

/** Rates are agreed, and the board says yes or no, before there is a commission; not after. */
export const isNegotiating = (stage: CommissionStage): RuleOutcome =>
  outcome(RuleId.STAGE_ORDER, {
    needed: 1,
    actual: stage === CommissionStage.NEGOTIATING ? 1 : 0,
    because: [{ text: `The commission stands at ${stage.toLowerCase().replaceAll("_", " ")}.` }],
    next: "The negotiation is over: propose a new commission to negotiate anew.",
  });

/**
 * R21: a day rate is agreed while the board and the pair negotiate. Who came to a review after the board commissioned
 * it agrees theirs then, once, until the review is over.
 */
export const rateMayBeAgreed = (stage: CommissionStage, agreed: boolean): RuleOutcome => {
  const asked = isNegotiating(stage);
  return !agreed && nextStage(stage) !== null ? { ...asked, actual: asked.needed, met: true, next: null } : asked;
};

/** An offer, as the negotiation sees it. */
export interface Offer {
  readonly id: string;
  readonly personId: string;
  /** When the other side accepted; null until then. */
  readonly acceptedAt: string | null;
  /** When who offered it took it back. */
  readonly withdrawnAt: string | null;
}

/** The last offer made for a person: the only one that can be open. None before it comes back when it is taken back. */
export const lastOffer = <T extends Offer>(offers: readonly T[], personId: string): T | null =>
  offers.findLast((offer) => offer.personId === personId) ?? null;

/** What both sides agreed for a person. It holds until they agree on something else: an offer alone does not undo it. */
export const agreedOffer = <T extends Offer>(offers: readonly T[], personId: string): T | null =>
  offers.findLast((offer) => offer.personId === personId && offer.acceptedAt !== null) ?? null;
