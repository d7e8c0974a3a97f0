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
