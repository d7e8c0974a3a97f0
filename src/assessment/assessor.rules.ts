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

/** R39: who assesses a round stays assigned until it is decided: nobody else may judge or decide it. */
export const nothingLeftToDecide = (open: readonly { readonly id: string; readonly round: number }[]): RuleOutcome =>
  outcome(RuleId.ROUND, {
    needed: 1,
    actual: open.length > 0 ? 0 : 1,
    because: open.map(({ id, round }) => ({ id, text: `Round ${round} is open.` })),
    next: `Round ${open.map(({ round }) => round).join(", ")} must be decided first, by its assessor.`,
  });
