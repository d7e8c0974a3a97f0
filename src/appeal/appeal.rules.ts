import { AssessmentOutcome } from "../assessment/assessment-outcome";
import { outcome, Reason, RuleId, RuleOutcome } from "../rules/outcome";
import { daysAfter, londonDay } from "../time";
import { AppealState } from "./appeal-state";

/**
 * How long a trainee has. The programme says nothing of appeals: four weeks are enough to read every judgement and to
 * take advice, and too short for the review, and who took part in it, to be out of reach.
 */
export const DAYS_TO_APPEAL = 28;

interface Decision {
  readonly outcome: AssessmentOutcome | null;
  readonly releasedAt: Date | null;
}

/** The last day in London on which a decision may be appealed against; null where there is nothing to appeal against. */
export const appealBy = ({ outcome: decided, releasedAt }: Decision): string | null =>
  releasedAt === null || decided === AssessmentOutcome.ACCREDIT
    ? null
    : daysAfter(londonDay(releasedAt), DAYS_TO_APPEAL);

/** R39: a released decision that did not accredit is appealed against once, in time, and before another is released. */
export const mayAppeal = (
  { round, ...decision }: Decision & { readonly round: number },
  { appealed, later, today }: { readonly appealed: boolean; readonly later: number | null; readonly today: string },
): RuleOutcome => {
  const lastDay = appealBy(decision);
  const obstacles = [
    ...(appealed ? ["It was appealed against before: that is done once."] : []),
    ...(later !== null ? [`Round ${later} was released since: its decision is the one that counts.`] : []),
    ...(lastDay === null ? [`Round ${round} accredited you: there is nothing to appeal against.`] : []),
    ...(lastDay !== null && lastDay < today ? [`The last day to appeal against it was ${lastDay}.`] : []),
  ];
  return outcome(RuleId.APPEAL, {
    needed: 1,
    actual: obstacles.length > 0 ? 0 : 1,
    because: obstacles.map((text) => ({ text })),
    next: obstacles.join(" "),
  });
};

/** An appeal is decided or taken back once. */
export const isOpen = ({ state }: { readonly state: AppealState }): RuleOutcome =>
  outcome(RuleId.APPEAL, {
    needed: 1,
    actual: state === AppealState.OPEN ? 1 : 0,
    next: `The appeal is ${state.toLowerCase()}: that stands.`,
  });

/** An appeal that is not decided yet, and the round it is against. */
export interface OpenAppeal {
  readonly id: string;
  readonly round: number;
  readonly assessorId: string | null;
}

const because = ({ id, round }: OpenAppeal): Reason => ({
  id,
  text: `The decision of round ${round} is appealed against.`,
});

/** While an appeal is open no round is opened and none released: what it will find may change what either rests on. */
export const nothingAppealed = (open: readonly OpenAppeal[]): RuleOutcome =>
  outcome(RuleId.APPEAL, {
    needed: 1,
    actual: open.length > 0 ? 0 : 1,
    because: open.map(because),
    next: `The appeal against round ${open.map(({ round }) => round).join(", ")} is decided first.`,
  });

/** Whoever was given an appeal stays assigned until it is decided, or given to another: nobody else may decide it. */
export const noAppealToDecide = (theirs: readonly OpenAppeal[]): RuleOutcome =>
  outcome(RuleId.APPEAL, {
    needed: 1,
    actual: theirs.length > 0 ? 0 : 1,
    because: theirs.map(because),
    next: `The appeal against round ${theirs.map(({ round }) => round).join(", ")} is theirs to decide: give it to another first.`,
  });

/** R32: an appeal is decided by somebody who had no part in any round of the trainee's assessment. */
export const hadNoPart = (rounds: readonly { readonly id: string; readonly round: number }[]): RuleOutcome =>
  outcome(RuleId.ASSESSOR, {
    needed: 1,
    actual: rounds.length > 0 ? 0 : 1,
    because: rounds.map(({ id, round }) => ({ id, text: `They assess, or assessed, round ${round}.` })),
    next: "Whoever assessed a round of the trainee decides on none of their appeals: name another assessor.",
  });
