import { Kind } from "./kind";

/** Applications from the first line to the place, and enquiries. */
export const APPLICATION = {
  ApplicationBegun: {
    sees: "applicationDraft",
    changesScope: true,
    facts: ["reference", "cohort", "cvReference", "statement", "commitsTime"],
    description: "Somebody began to write an application.",
  },
  ApplicationChanged: {
    sees: "applicationDraft",
    facts: ["cvReference", "statement", "commitsTime"],
    description: "An application's draft was written on.",
  },
  AnswerWritten: {
    sees: "applicationDraft",
    facts: ["question", "text", "reviewKind", "issue", "effect"],
    description: "A question was answered in an application's draft, or answered anew.",
  },
  DraftWithdrawn: {
    sees: "applicationDraft",
    reason: "if told",
    facts: ["reference", "from", "to"],
    description: "An application was given up before it was submitted.",
  },
  ApplicationSubmitted: {
    sees: "application",
    facts: ["reference", "cohort", "from", "to"],
    description: "An application was submitted, complete and in time.",
  },
  ApplicationWithdrawn: {
    sees: "application",
    reason: "if told",
    facts: ["reference", "from", "to"],
    description: "An applicant took the application back.",
  },
  CriterionScored: {
    sees: "selection",
    reason: "to correct",
    facts: ["reference", "criterionId", "from", "to", "comment"],
    description: "A programme lead scored an application by one selection criterion, or scored it anew.",
  },
  ApplicationDecided: {
    sees: "application",
    reason: "if told",
    facts: ["reference", "from", "to", "confirmBy", "decisionReason"],
    description: "A place was offered to an applicant, or not, or they were put on the waiting list.",
  },
  MovedUp: {
    sees: "application",
    actor: "nobody",
    facts: ["reference", "from", "to", "confirmBy", "decidedAt", "decisionReason"],
    description: "A place that was given back was offered to the first on the waiting list.",
  },
  OfferWithdrawn: {
    sees: "application",
    reason: "required",
    facts: ["reference", "from", "to", "decidedAt", "decisionReason"],
    description: "A place is no longer offered to an applicant.",
  },
  PlaceConfirmed: {
    sees: "application",
    facts: ["reference", "from", "to"],
    description: "An applicant confirmed the place offered, and holds it.",
  },
  PlaceDeclined: {
    sees: "application",
    reason: "if told",
    facts: ["reference", "from", "to"],
    description: "An applicant gave the place offered or confirmed back.",
  },
  ApplicationReopened: {
    sees: "applicationDraft",
    facts: [
      ...(["reference", "from", "to", "submittedAt", "decidedAt", "decisionReason"] as const),
      ...(["confirmBy", "confirmedAt"] as const),
    ],
    description: "A withdrawn application became a draft again.",
  },
  CallRequested: {
    sees: "application",
    facts: ["programme", "question", "phone", "preferredTimes"],
    description: "Somebody asked for a call about a programme.",
  },
  CallArranged: {
    sees: "application",
    reason: "to correct",
    facts: ["from", "to", "withId"],
    description: "A call with a programme lead was arranged, or moved to another time.",
  },
  EnquiryClosed: {
    sees: "application",
    reason: "required",
    facts: [],
    description: "An enquiry came to its end.",
  },
} as const satisfies Record<string, Kind>;
