import type { Document } from "./document.entity";
import { DocumentPurpose } from "./document-purpose";

// A document is seen with what it belongs to, and so is what happens to it: each purpose has kinds of entry of its own.

export const ANNOUNCED = {
  [DocumentPurpose.CV]: "CvAnnounced",
  [DocumentPurpose.EVIDENCE]: "EvidenceFileAnnounced",
  [DocumentPurpose.REPORT]: "ReportAnnounced",
} as const;

export const STORED = {
  [DocumentPurpose.CV]: "CvStored",
  [DocumentPurpose.EVIDENCE]: "EvidenceFileStored",
  [DocumentPurpose.REPORT]: "ReportStored",
} as const;

export const REMOVED = {
  [DocumentPurpose.CV]: "CvRemoved",
  [DocumentPurpose.EVIDENCE]: "EvidenceFileRemoved",
  [DocumentPurpose.REPORT]: "ReportRemoved",
} as const;

/** What a document belongs to, as a fact: of a report the entry's audience names it. */
export const belongsTo = ({ applicationId, evidenceId }: Pick<Document, "applicationId" | "evidenceId">) => ({
  ...(applicationId === null ? {} : { applicationId }),
  ...(evidenceId === null ? {} : { evidenceId }),
});
