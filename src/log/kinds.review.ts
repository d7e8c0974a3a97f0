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
  QualityAssured: {
    sees: "commission",
    facts: ["reference", "from", "to", "qualityPassed", "qualityRecordedOn"],
    description: "Quality assurance was recorded.",
  },
  QualityNoted: {
    sees: "qualityNotes",
    facts: ["reference", "qualityNotes"],
    description: "What quality assurance noted was written down.",
  },
  PublicationDecided: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "from", "to", "publication"],
    description: "The board decided what becomes of the report.",
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
    facts: ["until", "revokedAt"],
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
    facts: ["source", "title", "areas", "commissionId"],
    description: "An item of evidence arrived.",
  },
} as const satisfies Record<string, Kind>;
