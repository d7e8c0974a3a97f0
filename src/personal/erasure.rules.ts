import { outcome, Reason, RuleId, RuleOutcome } from "../rules/outcome";

/** Whether somebody may be erased: nothing of theirs is open any more that others wait for. */
export const mayErase = (open: readonly Reason[]): RuleOutcome =>
  outcome(RuleId.ERASURE, {
    needed: 0,
    actual: open.length,
    met: open.length === 0,
    because: open,
    next: `End first what is open: ${open.map(({ text }) => text).join(" ")}`,
  });
