import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { hasReached } from "./commission.rules";
import { CommissionStage } from "./commission-stage";
import { inLowerCase } from "./review-kind.rules";

const { NEGOTIATING, COMMISSIONED, PUBLISHED, CLOSED } = CommissionStage;

/** A commission that is under way: neither over nor with the public, and where it is said, commissioned at all. */
export const isUnderWay = (stage: CommissionStage, from: typeof NEGOTIATING | typeof COMMISSIONED): RuleOutcome => {
  const begun = hasReached(stage, from);
  const met = begun && !hasReached(stage, PUBLISHED);
  const next =
    stage === NEGOTIATING
      ? "The board has not commissioned it yet: there is nothing to pause."
      : "It is over, or what becomes of its report is decided: nothing of it is changed any more.";
  return outcome(RuleId.UNDER_WAY, {
    needed: 1,
    actual: met ? 1 : 0,
    because: [{ text: `The commission stands at ${inLowerCase(stage)}.` }],
    next,
  });
};

/** R34: reports of a commission come until it is closed or comes to nothing; once it is published as well. */
export const goesOn = (stage: CommissionStage): RuleOutcome => {
  const met = hasReached(stage, NEGOTIATING) && !hasReached(stage, CLOSED);
  return outcome(RuleId.UNDER_WAY, {
    needed: 1,
    actual: met ? 1 : 0,
    because: [{ text: `The commission stands at ${inLowerCase(stage)}.` }],
    next: "It is over: no report is added to it any more.",
  });
};

/** While a commission is paused, none of its stages moves, and its target day is not agreed: it moves with the pause. */
export const isNotPaused = ({ pausedOn }: { readonly pausedOn: string | null }): RuleOutcome =>
  outcome(RuleId.PAUSE, {
    needed: 1,
    actual: pausedOn === null ? 1 : 0,
    because: pausedOn === null ? [] : [{ text: `The commission is paused since ${pausedOn}.` }],
    next: "The commission is paused: it goes on once it is resumed.",
  });

/** The target day after a pause: later by as many days as the commission rested, so that it is as late as it was. */
export const targetAfterPause = (targetOn: string | null, pausedOn: string, today: string): string | null => {
  if (targetOn === null) return null;
  const rested = Date.parse(today) - Date.parse(pausedOn);
  return new Date(Date.parse(targetOn) + rested).toISOString().slice(0, 10);
};
