import { Kind } from "./kind";

/**
 * The network of accredited reviewers: the yearly review of each, and what becomes of their accreditations. Why is told to
 * the person and the programme's leads; that the days changed, to everybody who knows the person as accredited.
 */
export const NETWORK = {
  StatusReviewDue: {
    sees: "statusReview",
    facts: ["reference", "dueOn"],
    description: "The yearly review of an accreditation became due.",
  },
  StatusReviewDecided: {
    sees: "statusReview",
    reason: "if told",
    facts: [
      ...(["reference", "outcome", "dueOn", "meetingsNeeded", "meetingsAttended"] as const),
      ...(["yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
    ],
    description: "The yearly review of an accreditation was decided: renewed, with conditions, or lapsed.",
  },
  ConditionsMet: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "lapsesOn", "conditionsUntil"],
    description: "The conditions that a yearly review had set are met.",
  },
  AccreditationWithdrawn: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "withdrawnOn"],
    description: "The programme took an accreditation back.",
  },
  AccreditationRestored: {
    sees: "statusReview",
    reason: "required",
    facts: [
      ...(["reference", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
      ...(["withdrawnOn", "restoredOn"] as const),
    ],
    description: "An accreditation that had lapsed or was withdrawn holds again; a new year began.",
  },
  AccreditationChanged: {
    sees: "name",
    facts: [
      ...(["reference", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
      ...(["withdrawnOn", "restoredOn"] as const),
    ],
    description:
      "The days of an accreditation changed, and with them perhaps its standing: its yearly review was decided, its conditions are met, it was withdrawn or restored.",
  },
  AccreditationLapsed: {
    sees: "name",
    facts: ["reference", "lapsedOn"],
    description:
      "An accreditation lapsed by itself: nobody decided its review, or its conditions were not met in time.",
  },
} as const satisfies Record<string, Kind>;
