import { Kind } from "./kind";

const ANNOUNCED = ["type", "size"] as const;
const STORED = [...ANNOUNCED, "sha256"] as const;
const REMOVED = ["type", "size", "from", "to"] as const;

/** Documents, each seen with what it belongs to. No names of files: these are free text. */
export const DOCUMENT = {
  CvAnnounced: {
    sees: "applicationDraft",
    facts: [...ANNOUNCED, "applicationId"],
    description: "An applicant was about to send a CV.",
  },
  CvStored: {
    sees: "applicationDraft",
    facts: [...STORED, "applicationId"],
    description: "The CV of an application's draft arrived.",
  },
  DraftCvRemoved: {
    sees: "applicationDraft",
    reason: "required",
    facts: REMOVED,
    description: "A CV was removed from an application's draft.",
  },
  CvRemoved: {
    sees: "application",
    reason: "required",
    facts: REMOVED,
    description: "A programme lead removed the CV of an application that was submitted.",
  },
  EvidenceDraftFileAnnounced: {
    sees: "evidenceDraft",
    facts: [...ANNOUNCED, "documentId"],
    description: "Somebody was about to send a file of their draft of evidence.",
  },
  EvidenceDraftFileStored: {
    sees: "evidenceDraft",
    facts: [...STORED, "documentId"],
    description: "A file of a draft of evidence arrived.",
  },
  EvidenceDraftFileRemoved: {
    sees: "evidenceDraft",
    reason: "if told",
    facts: [...REMOVED, "documentId"],
    description: "A file of a draft of evidence was removed, or went with the draft.",
  },
  EvidenceFileStored: {
    sees: "evidence",
    facts: [...STORED, "evidenceId"],
    description: "A file came with an item of evidence.",
  },
  EvidenceFileRemoved: {
    sees: "evidence",
    reason: "required",
    facts: REMOVED,
    description: "A programme lead removed a file of an item of evidence.",
  },
  ReportAnnounced: {
    sees: "commission",
    facts: ANNOUNCED,
    description: "One of the pair was about to send a report of the commission.",
  },
  ReportStored: { sees: "commission", facts: STORED, description: "A report of the commission arrived." },
  ReportRemoved: {
    sees: "commission",
    reason: "required",
    facts: REMOVED,
    description: "A report of the commission was removed.",
  },
} as const satisfies Record<string, Kind>;
