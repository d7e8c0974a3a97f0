import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** R9, R63 (E3): a place is given only while one is left: of the cohort's places one is needed that nobody holds. */
export const placeLeft = (capacity: number, taken: number): RuleOutcome =>
  outcome(RuleId.E3, {
    needed: 1,
    actual: Math.max(0, capacity - taken),
    next: "Every place of this cohort is taken: wait for one that is given back, or choose a later cohort.",
  });
