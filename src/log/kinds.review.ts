import { Kind } from "./kind";

/** A practice review: its commission, supervision and evidence. */
export const REVIEW = {
  CommissionProposed: {
    sees: "commission",
    changesScope: true,
    facts: ["reference", "board", "pair", "reviewKind", "format", "sector", "practice", "targetOn"],
    description: "A pair asked a board to be commissioned.",
  },
  RateOffered: {
    sees: "commission",
    facts: ["reference", "personId", "offeredBy", "amountMinor", "currency", "before"],
    description: "A day rate was offered for one member of the pair.",
  },
  RateAccepted: {
    sees: "commission",
    facts: ["reference", "personId", "offeredBy", "amountMinor", "currency"],
    description: "A day rate was agreed.",
  },
  RateWithdrawn: {
    sees: "commission",
    reason: "if told",
    facts: ["reference", "personId", "offeredBy", "amountMinor", "currency"],
    description: "An offer of a day rate was taken back.",
  },
  CommissionGranted: {
    sees: "commission",
    facts: ["reference", "from", "to", "commissionedOn", "targetOn"],
    description: "The board commissioned the review.",
  },
  CommissionDeclined: {
    sees: "commission",
    changesScope: true,
    reason: "required",
    facts: ["reference", "from", "to"],
    description: "The board declined.",
  },
  CommissionAdvanced: {
    sees: "commission",
    facts: ["reference", "from", "to", "startedOn", "boardResponse"],
    description: "The review moved to its next stage.",
  },
  TargetDayAgreed: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "targetOn"],
    description: "The two sides agreed on another day for the review to be finished.",
  },
  CommissionOverdue: {
    sees: "commission",
    facts: ["reference", "targetOn"],
    description: "The day on which the review was to be finished has passed.",
  },
  CommissionPaused: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "pausedOn", "pausedUntil"],
    description: "The review rests, or rests until another day.",
  },
  CommissionResumed: {
    sees: "commission",
    facts: ["reference", "pausedOn", "pausedUntil", "targetOn"],
    description: "The review goes on.",
  },
  CommissionAbandoned: {
    sees: "commission",
    changesScope: true,
    reason: "required",
    facts: ["reference", "from", "to", "pausedOn", "pausedUntil"],
    description: "The review was given up.",
  },
  QualityAssured: {
    sees: "commission",
    facts: ["reference", "from", "to", "qualityPassed", "qualityRecordedOn"],
    description: "Quality assurance was recorded.",
  },
  QualityCorrected: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "from", "to", "qualityPassed"],
    description: "Whether quality assurance was passed was put right.",
  },
  QualityNoted: {
    sees: "qualityNotes",
    reason: "if told",
    facts: ["reference", "qualityNotes"],
    description: "What quality assurance noted was written down.",
  },
  PublicationDecided: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "from", "to", "publication", "publicationAddress"],
    description: "The board decided what becomes of the report.",
  },
  BoardResponseCorrected: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "boardResponse"],
    description: "The board put its response to the report right.",
  },
  PublicationCorrected: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "publication", "publicationAddress"],
    description: "The board decided anew what becomes of the report, or said where it is published.",
  },
  InformationRequested: {
    sees: "commission",
    facts: ["reference", "askedBy", "request", "dueOn"],
    description: "One side of a commission asked the other for information in writing.",
  },
  InformationAnswered: {
    sees: "commission",
    facts: ["reference", "from", "to", "response"],
    description: "The side that was asked answered, or said why it does not.",
  },
  InformationRequestWithdrawn: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "from", "to"],
    description: "The side that asked took its request back.",
  },
  SupervisionScheduled: {
    sees: "groupDay",
    facts: ["date", "venue", "supervisorId"],
    description: "A day of group supervision was put in the calendar.",
  },
  GroupSupervisionAttended: {
    sees: "attendance",
    reason: "to correct",
    facts: ["date", "from", "to"],
    description: "A trainee's attendance of a group day was recorded.",
  },
  IndividualSupervisionLogged: {
    sees: "individualSupervision",
    facts: ["date", "minutes", "amountMinor", "currency"],
    description: "An individual session was logged.",
  },
  ChargeRaised: {
    sees: "charges",
    facts: ["payer", "purpose", "amountMinor", "currency"],
    description: "A charge was raised.",
  },
  EvidenceSubmitted: {
    sees: "evidence",
    facts: ["source", "title", "areas", "commissionId"],
    description: "An item of evidence arrived.",
  },
} as const satisfies Record<string, Kind>;
