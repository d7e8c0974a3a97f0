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
    facts: ["payer", "kind", "purpose", "amountMinor", "currency"],
    description: "A charge was raised.",
  },
  ChargeCredited: {
    sees: "charges",
    reason: "required",
    facts: ["payer", "kind", "purpose", "amountMinor", "currency", "credits"],
    description: "A credit note took back a charge, or a part of it.",
  },
  EvidenceSubmitted: {
    sees: "evidence",
    facts: ["source", "title", "areas", "commissionId"],
    description: "An item of evidence arrived.",
  },
} as const satisfies Record<string, Kind>;
