import { hasReached, nextStage } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import { mayStart, Starting } from "../course/course.rules";
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

/** Whether it is a practice review that has passed quality assurance: it counts as conducted by the two who did. */
const isDone = ({ stage, practice }: ReviewHandedOn): boolean =>
  practice && hasReached(stage, CommissionStage.QUALITY_ASSURANCE);

/**
 * R22 (E6): who goes on in place of a pair. A pair needs a trainee to conduct a practice review; where none is still to
 * be conducted a trainee may leave what goes on, or was done, to two who are accredited. R42: two who are accredited
 * already go on as such.
 */
export const pairMayGoOn = (
  members: readonly PossibleMember[],
  day: string,
  reviews: readonly ReviewHandedOn[],
  before: readonly { readonly traineeId: string | null }[],
): RuleOutcome => {
  const goOn = reviews.filter(carriesOver);
  const toConduct = goOn.some((review) => review.practice && !isDone(review));
  const accredited = before.every(({ traineeId }) => traineeId === null);
  return pairMayForm(members, day, toConduct || !(accredited || goOn.length > 0 || reviews.some(isDone)));
};

/**
 * R12, R22: a trainee comes to a practice review while it is conducted. It counts as the one they conducted, so once
 * quality assurance is passed only somebody accredited takes the place.
 */
export const mayTakePart = (
  reviews: readonly ReviewHandedOn[],
  { name, traineeId }: { readonly name: string; readonly traineeId: string | null },
): RuleOutcome => {
  const late = traineeId === null ? [] : reviews.filter(isDone);
  return outcome(RuleId.SUCCESSION, {
    needed: 1,
    actual: late.length > 0 ? 0 : 1,
    because: late.map(({ id, reference }) => ({ id, text: `${reference} has passed quality assurance.` })),
    next: `${name} would be a trainee without a part in ${late.map(({ reference }) => reference).join(" and ")}: name somebody accredited.`,
  });
};

/** R24 (E9): from which day on somebody conducts a review: from its beginning, or from when they came to it. */
export const conductsSince = (commissionedOn: string | null, joinedOn: string | null): string | null =>
  commissionedOn !== null && joinedOn !== null && joinedOn > commissionedOn ? joinedOn : commissionedOn;

/** Whether a practice review among these has begun: whoever comes to it has completed the course (E5). */
export const hasBegun = (reviews: readonly ReviewHandedOn[]): boolean =>
  reviews.some(({ stage, practice }) => practice && hasReached(stage, CommissionStage.SCOPING));

/** R12 (E5): of who comes to a practice review that has begun. The refusal names them: of who stays nothing is asked. */
export const mayComeLate = (comes: Starting): RuleOutcome => {
  const asked = mayStart([comes]);
  const next = `${comes.name} has not completed the course, and the review is under way: name somebody who has.`;
  return asked.met ? asked : { ...asked, next };
};
