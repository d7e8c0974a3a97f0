import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

interface State {
  readonly decidedAt: Date | null;
  readonly releasedAt: Date | null;
}

/** R39: a round is judged and decided while it is open; a decision stands. */
export const isOpen = ({ decidedAt }: State): RuleOutcome =>
  outcome(RuleId.ROUND, {
    needed: 1,
    actual: decidedAt ? 0 : 1,
    next: "This round is decided: what was judged and decided stands.",
  });

/** A decision is released once, after it was made. */
export const mayRelease = ({ decidedAt, releasedAt }: State): RuleOutcome =>
  outcome(RuleId.ROUND, {
    needed: 1,
    actual: decidedAt && !releasedAt ? 1 : 0,
    next: decidedAt ? "It was released already." : "The assessor must decide this round first.",
  });
