import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** R32 (E20): nobody assesses themself or their pair partner. */
export const nobodyAssessesTheirOwn = ({
  personId,
  traineePersonId,
  pairPersonIds,
}: {
  personId: string;
  traineePersonId: string;
  pairPersonIds: readonly string[];
}): RuleOutcome => {
  const self = personId === traineePersonId;
  const partner = !self && pairPersonIds.includes(personId);
  return outcome(RuleId.ASSESSOR, {
    needed: 1,
    actual: self || partner ? 0 : 1,
    next: self
      ? "Nobody assesses themself: name another assessor."
      : "Nobody assesses their pair partner: name another assessor.",
  });
};

/** Whether somebody who supervised the trainee may assess them: the Standard says. */
export const maySuperviseAndAssess = (supervised: boolean, allowed: boolean): RuleOutcome =>
  outcome(RuleId.ASSESSOR, {
    needed: 1,
    actual: supervised && !allowed ? 0 : 1,
    next: "Under this Standard an assessor has not supervised the trainee: name another assessor.",
  });
