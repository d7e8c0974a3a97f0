import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { InformationState } from "./information-state";

/** Whether the day has passed by which an answer was needed, and there is none. */
export const isOverdue = (
  { state, dueOn }: { readonly state: InformationState; readonly dueOn: string },
  today: string,
): boolean => state === InformationState.OPEN && dueOn < today;

/** A request is answered, refused or withdrawn once: afterwards it stays as it is, and something else is asked anew. */
export const isOpen = ({ state }: { readonly state: InformationState }): RuleOutcome =>
  outcome(RuleId.OPEN_REQUEST, {
    needed: 1,
    actual: state === InformationState.OPEN ? 1 : 0,
    because: [{ text: `The request is ${state.toLowerCase()}.` }],
    next: `The request was ${state.toLowerCase()} already: ask anew.`,
  });
