import { Kind } from "./kind";

/** A practice review: its commission, what it costs, and evidence. */
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
  CommissionReassigned: {
    sees: "commission",
    changesScope: true,
    facts: ["reference", "pair", "pairId", "personId"],
    description: "A partner left and another came: the review goes on with the new pair.",
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
  ChargeRaised: {
    sees: "charges",
    facts: ["payer", "kind", "purpose", "amountMinor", "vatPercent", "vatMinor", "currency"],
    description: "A charge was raised.",
  },
  ChargeCredited: {
    sees: "charges",
    reason: "required",
    facts: ["payer", "kind", "purpose", "amountMinor", "vatPercent", "vatMinor", "currency", "credits"],
    description: "A credit note took back a charge, or a part of it.",
  },
  ContributorNamed: {
    sees: "contributors",
    facts: ["reference", "involvement", "until", "traineeIds", "areas"],
    description: "A pair named somebody involved in its review, to be asked for input.",
  },
  ContributionLinkIssued: {
    sees: "contribution",
    facts: ["until", "revokedAt", "traineeIds"],
    description: "A contributor's link was made, to be sent to them; any before it has ended.",
  },
  ContributionLinkRevoked: {
    sees: "contribution",
    reason: "required",
    facts: [],
    description: "A contributor's link was taken back.",
  },
  ContributionGiven: {
    sees: "contribution",
    facts: ["contributionId", "evidenceId"],
    description: "A contributor gave their input. Nobody is signed in on their page, so it has no actor.",
  },
  ContributorForgotten: {
    sees: "contribution",
    reason: "required",
    facts: ["entryIds"],
    description:
      "Who a contributor is, and what they wrote, is held no longer; the entries named have lost facts and reason.",
  },
  EvidenceSubmitted: {
    sees: "evidence",
    facts: ["source", "title", "areas", "commissionId", "selfRating", "replacesId"],
    description: "An item of evidence arrived.",
  },
  EvidenceReturned: {
    sees: "evidence",
    reason: "required",
    facts: ["source", "title", "commissionId", "from", "to"],
    description: "An item of evidence came back to who wrote it, and counts no more.",
  },
  EvidenceWithdrawn: {
    sees: "evidence",
    reason: "required",
    facts: ["source", "title", "commissionId", "from", "to"],
    description: "Who wrote an item of evidence took it back.",
  },
  EvidenceReturnedToWriter: {
    sees: "evidenceDraft",
    reason: "required",
    facts: ["source", "title", "commissionId", "from", "to"],
    description: "The same, for a writer whom the item is not about.",
  },
  EvidenceDrafted: {
    sees: "evidenceDraft",
    changesScope: true,
    facts: ["commissionId", "source", "title", "text", "selfRating", "traineeIds", "areaIds", "replacesId"],
    description: "Somebody began to write an item of evidence.",
  },
  EvidenceDraftChanged: {
    sees: "evidenceDraft",
    facts: ["title", "text", "selfRating", "areaIds"],
    description: "A draft of evidence was written on.",
  },
  EvidenceDraftDiscarded: {
    sees: "evidenceDraft",
    facts: ["from", "to"],
    description: "A draft of evidence was given up.",
  },
  EvidenceDraftSubmitted: {
    sees: "evidenceDraft",
    facts: ["from", "to", "evidenceId"],
    description: "A draft of evidence was submitted.",
  },
} as const satisfies Record<string, Kind>;
