import { holdsOn } from "../accreditation/accreditation.rules";
import { Recourse, sentence } from "../appeal/recourse.rules";
import { CAME_TO_NOTHING } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import { inWords } from "../rules/day";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** Somebody who might be one of a pair, and what they are to the programme. */
export interface PossibleMember {
  readonly personId: string;
  readonly name: string;
  /** Their record as a trainee, while they are one. */
  readonly traineeId: string | null;
  /** The pair a trainee works in already, by reference, when a new one is asked for. */
  readonly pairedAs?: string | null;
  readonly accreditations: readonly {
    readonly accreditedOn: string;
    readonly lapsesOn: string;
    readonly withdrawnOn: string | null;
  }[];
}

/** Whether somebody is accredited on a day. */
export const accreditedOn = ({ accreditations }: Pick<PossibleMember, "accreditations">, day: string): boolean =>
  accreditations.some((accreditation) => holdsOn(accreditation, day));

/**
 * R22 (E6): exactly two different people, each a trainee or accredited on that day. A practice review takes at least one
 * trainee; R42: the reviews that follow are conducted by two accredited people as well.
 */
export const pairMayForm = (members: readonly PossibleMember[], day: string, practice = true): RuleOutcome => {
  const people = [...new Map(members.map((member) => [member.personId, member])).values()];
  const fit = people.filter((member) => member.traineeId !== null || accreditedOn(member, day));
  const unfit = people.filter((member) => !fit.includes(member)).map(({ name }) => name);
  const trainees = fit.filter(({ traineeId }) => traineeId !== null);
  const because = fit.map(({ personId, name, traineeId }) => ({
    id: personId,
    text: `${name} is ${traineeId ? "a trainee" : `accredited on ${inWords(day)}`}.`,
  }));
  if (people.length !== 2 || members.length !== 2) {
    const actual = people.length !== 2 ? people.length : members.length;
    return outcome(RuleId.E6, { needed: 2, actual, met: false, because, next: "Name exactly two different people." });
  }
  const busy = people.filter(({ pairedAs }) => pairedAs != null);
  if (busy.length > 0) {
    const next = `${busy.map(({ name, pairedAs }) => `${name} works in pair ${pairedAs} already`).join(", and ")}.`;
    return outcome(RuleId.E6, { needed: 2, actual: 2 - busy.length, because, next });
  }
  if (unfit.length > 0) {
    const next = `${unfit.join(" and ")} ${unfit.length === 1 ? "is" : "are"} neither a trainee nor accredited on ${inWords(day)}: choose another partner.`;
    return outcome(RuleId.E6, { needed: 2, actual: fit.length, because, next });
  }
  return outcome(RuleId.E6, {
    needed: 2,
    actual: 2,
    met: !practice || trainees.length > 0,
    because,
    next: "At least one of the two must be a trainee.",
  });
};

/** E6 of a trainee who may have no pair yet. */
export const inAPair = (members: readonly PossibleMember[], day: string): RuleOutcome =>
  members.length === 0
    ? outcome(RuleId.E6, { needed: 2, actual: 0, next: "Find a partner: ask the programme lead to form your pair." })
    : pairMayForm(members, day);

/** A review of a pair, and the names of those who are still to be judged on it once it is over. */
export interface PairReview {
  readonly id: string;
  readonly reference: string;
  readonly stage: CommissionStage;
  readonly toBeJudged: readonly string[];
  /** What those who were judged on it may still come to by an appeal, and until when. */
  readonly recourse: readonly Recourse[];
}

const words = (stage: CommissionStage): string => stage.toLowerCase().replaceAll("_", " ");

/** What stands between a pair and its end: a review that goes on, a trainee not judged yet, or one who may appeal yet. */
const obstacleOf = ({ reference, stage, toBeJudged, recourse }: PairReview): string | null => {
  if (CAME_TO_NOTHING.includes(stage)) return null;
  if (stage !== CommissionStage.CLOSED) {
    return `${reference} stands at ${words(stage)}: the pair ends once it is closed, declined or abandoned.`;
  }
  const judging = `${toBeJudged.join(" and ")} must be judged on ${reference} first: it counts for them as one of this pair.`;
  const obstacles = [...(toBeJudged.length > 0 ? [judging] : []), ...recourse.map(sentence)];
  return obstacles.length > 0 ? obstacles.join(" ") : null;
};

/** A pair ends between its reviews, so that none loses who conducts it and no trainee the review they are judged on. */
export const pairMayEnd = (reviews: readonly PairReview[]): RuleOutcome => {
  const live = reviews.filter((review) => obstacleOf(review) !== null);
  return outcome(RuleId.PAIR_END, {
    needed: 1,
    actual: live.length > 0 ? 0 : 1,
    because: live.map(({ id, reference, stage }) => ({ id, text: `${reference} stands at ${words(stage)}.` })),
    next: live.map(obstacleOf).join(" "),
  });
};
