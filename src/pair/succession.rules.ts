import { hasReached, nextStage } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { PossibleMember, pairMayForm } from "./pair.rules";

/**
 * What carries over when a partner leaves and another comes.
 *
 * The pair ends and a new one is formed of who stays and who comes (E6, asked anew), and with it go its reviews:
 * each as it stands, with its stage, its dates, its quality assurance and the board's response. What is somebody's own
 * stays theirs: evidence is about whom it was about, supervision was with whom it was held, judgements are of whom they
 * judge, and an assessment that is open goes on. Who stays keeps their day rate and their group days; who comes agrees
 * a rate of their own with the board, also after the board commissioned, and their group days count from the day they
 * came. Who leaves keeps what is about them, and sees no more of the review.
 */

/** A review of a pair that one of its two leaves. */
export interface ReviewHandedOn {
  readonly id: string;
  readonly reference: string;
  readonly stage: CommissionStage;
  readonly practice: boolean;
  /** Whether who stays is still to be judged on it. */
  readonly toBeJudged: boolean;
}

/** Whether a review goes to the new pair: while it goes on, or who stays is still to be judged on it. */
export const carriesOver = ({ stage, practice, toBeJudged }: ReviewHandedOn): boolean =>
  nextStage(stage) !== null || (stage === CommissionStage.CLOSED && practice && toBeJudged);

/**
 * R12, R22: a trainee comes to a practice review while it is conducted. It counts as the one they conducted, so once
 * quality assurance is passed only somebody accredited takes the place.
 */
export const mayTakePart = (
  reviews: readonly ReviewHandedOn[],
  { name, traineeId }: { readonly name: string; readonly traineeId: string | null },
): RuleOutcome => {
  const late = traineeId === null ? [] : assured(reviews);
  return outcome(RuleId.SUCCESSION, {
    needed: 1,
    actual: late.length > 0 ? 0 : 1,
    because: late.map(({ id, reference }) => ({ id, text: `${reference} has passed quality assurance.` })),
    next: `${name} would be a trainee without a part in ${late.map(({ reference }) => reference).join(" and ")}: name somebody accredited.`,
  });
};

/** The practice reviews that quality assurance was passed of: nobody learns by them any more. */
const assured = (reviews: readonly ReviewHandedOn[]): readonly ReviewHandedOn[] =>
  reviews.filter(({ stage, practice }) => practice && hasReached(stage, CommissionStage.QUALITY_ASSURANCE));

/**
 * R22 (E6) of the new pair. A pair forms for a trainee's sake; where a trainee leaves a practice review that is past
 * quality assurance, two who are accredited bring it to its end, since no other trainee may come.
 */
export const mayConduct = (
  members: readonly PossibleMember[],
  reviews: readonly ReviewHandedOn[],
  day: string,
): RuleOutcome => {
  const pair = pairMayForm(members, day);
  return pair.actual === pair.needed && assured(reviews).length > 0 ? { ...pair, met: true, next: null } : pair;
};

/** R24 (E9): from which day on somebody conducts a review: from its beginning, or from when they came to it. */
export const conductsSince = (commissionedOn: string | null, joinedOn: string | null): string | null =>
  commissionedOn !== null && joinedOn !== null && joinedOn > commissionedOn ? joinedOn : commissionedOn;

/** Whether a practice review among these has begun: whoever comes to it has completed the course (E5). */
export const hasBegun = (reviews: readonly ReviewHandedOn[]): boolean =>
  reviews.some(({ stage, practice }) => practice && hasReached(stage, CommissionStage.SCOPING));
