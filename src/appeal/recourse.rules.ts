import { Round, stillOwed } from "../assessment/assessment.rules";
import { inWords } from "../rules/day";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { appealBy, mayAppeal } from "./appeal.rules";
import { AppealState } from "./appeal-state";

/** A round as far as its trainee may come to another by an appeal. */
export interface AppealableRound extends Round {
  readonly releasedAt: Date | null;
  /** What became of the appeal against it; null where there is none. */
  readonly appeal: AppealState | null;
}

/** What a trainee may still come to by an appeal, and what it waits for. */
export interface Recourse {
  /** The assessment's. */
  readonly id: string;
  readonly text: string;
  readonly next: string;
}

/**
 * R39: while a trainee may appeal, has appealed, or is owed a round because a decision was set aside, the pair and its
 * review are what that round would be about. Null once there is nothing more to come: the last day has passed, the
 * appeal was dismissed or taken back, or the round was opened.
 */
export const recourseOf = (name: string, rounds: readonly AppealableRound[], today: string): Recourse | null => {
  const open = rounds.find(({ appeal }) => appeal === AppealState.OPEN);
  if (open) {
    const text = `${name}'s appeal against round ${open.round} is not decided`;
    return { id: open.id, text, next: "it is decided first, or they take it back." };
  }
  const setAside = rounds.findLast((round) => round.setAside);
  if (setAside && stillOwed(rounds)) {
    const text = `The decision of round ${setAside.round} on ${name} was set aside`;
    return { id: setAside.id, text, next: "another round is opened first." };
  }
  const last = rounds.findLast(({ releasedAt }) => releasedAt !== null);
  if (!last || !mayAppeal(last, { appealed: last.appeal !== null, later: null, today }).met) return null;
  const text = `${name} may appeal against the decision of round ${last.round} until ${inWords(appealBy(last) as string)}`;
  return { id: last.id, text, next: "they stay in the pair until that day has passed." };
};

export const sentence = ({ text, next }: Recourse): string => `${text}: ${next}`;

/** R39: a trainee is not replaced in the pair whose review another round would be about. */
export const leavesNothingOpen = (recourse: Recourse | null): RuleOutcome =>
  outcome(RuleId.APPEAL, {
    needed: 1,
    actual: recourse ? 0 : 1,
    because: recourse ? [{ id: recourse.id, text: `${recourse.text}.` }] : [],
    next: recourse ? sentence(recourse) : "",
  });
