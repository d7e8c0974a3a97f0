import { Kind } from "./kind";

/** What follows accreditation: how reviewers work on later reviews. */
export const NETWORK = {
  FidelityConcernRaised: {
    sees: "statusReview",
    facts: ["reference", "commissionId", "accreditationId", "concern"],
    description: "A programme lead raised a concern about how a reviewer worked on a review.",
  },
  FidelityConcernAnswered: {
    sees: "statusReview",
    reason: "to correct",
    facts: ["reference", "from", "to"],
    description: "The reviewer answered a concern about their work, or put the answer right.",
  },
  FidelityConcernClosed: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "outcome", "closingReason"],
    description: "A concern about a reviewer's work was closed.",
  },
  FidelityConcernReopened: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "outcome", "closedAt", "closingReason"],
    description: "A concern about a reviewer's work was taken up again.",
  },
} as const satisfies Record<string, Kind>;
