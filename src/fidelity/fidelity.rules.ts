import { conductsSince } from "../pair/succession.rules";
import { inWords } from "../rules/day";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** A part somebody had in a review: as one of the pair that conducts it, or of one that did until it changed hands. */
export interface Part {
  /** Whether they were its trainee. */
  readonly traineeId: string | null;
  /** When they came in another's place, where they did. */
  readonly joinedOn: string | null;
  /** When they left it to others; null while they have not. */
  readonly leftOn: string | null;
}

/** Somebody accredited, a review, and what part of it they had. */
export interface Work {
  readonly name: string;
  readonly accreditedOn: string;
  readonly commissionId: string;
  readonly reference: string;
  readonly practice: boolean;
  readonly commissionedOn: string | null;
  readonly parts: readonly Part[];
}

/** What speaks against it that somebody worked on a review as a reviewer, in a sentence; null where nothing does. */
const obstacleTo = ({ name, accreditedOn, reference, practice, commissionedOn, parts }: Work): string | null => {
  if (parts.length === 0) return `${name} has had no part in ${reference}: name a review that they conduct.`;
  if (commissionedOn === null) return `${reference} has not been commissioned: there is no work on it to speak of.`;
  const worked = parts.filter(({ leftOn }) => leftOn === null || leftOn >= commissionedOn);
  if (worked.length === 0) return `${name} had left ${reference} before it was commissioned.`;
  if (worked.some(({ traineeId }) => traineeId === null)) return null;
  if (practice) return `${reference} is ${name}'s own practice review: it is looked at in their assessment.`;
  const since = worked.map(({ joinedOn }) => conductsSince(commissionedOn, joinedOn) ?? commissionedOn).sort()[0];
  return (since as string) < accreditedOn
    ? `${name} came to ${reference} as a trainee, accredited on ${inWords(accreditedOn)}.`
    : null;
};

/**
 * R42, R44: whether somebody conducts a review as a reviewer, or conducted a part of it: not their own practice review,
 * whose work is assessed, nor one that they came to before they were accredited.
 */
export const worksAsReviewer = (work: Work): RuleOutcome => {
  const obstacle = obstacleTo(work);
  return outcome(RuleId.LATER_REVIEW, {
    needed: 1,
    actual: obstacle === null ? 1 : 0,
    because: obstacle === null ? [{ id: work.commissionId, text: `${work.name} conducts ${work.reference}.` }] : [],
    next: obstacle ?? "",
  });
};

/** R42: a concern is answered, and closed, while it is open. */
export const isOpen = ({ closedAt }: { readonly closedAt: Date | null }): RuleOutcome =>
  outcome(RuleId.OPEN_CONCERN, {
    needed: 1,
    actual: closedAt === null ? 1 : 0,
    because: [{ text: closedAt === null ? "The concern is open." : "The concern is closed." }],
    next: "The concern is closed: a programme lead may reopen it.",
  });
