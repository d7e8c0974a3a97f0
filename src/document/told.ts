import { EvidenceDraft } from "../evidence/draft.entity";
import { Transaction } from "../mutation/transact";
import { audiencesOf } from "./belonging";
import type { Document } from "./document.entity";
import { DocumentState } from "./document-state";

// A document is seen with what it belongs to, and so is what happens to it: each has kinds of entry of its own. What
// happens to a file of a draft of evidence happens to the draft: it is about those whom the draft is about.

/** Tells that a file is about to be sent. */
export const tellAnnounced = async (tx: Transaction, document: Document): Promise<void> => {
  const { id: documentId, type, size, applicationId, commissionId } = document;
  const facts = { type, size };
  for (const about of await audiencesOf(tx, document)) {
    if (applicationId !== null) tx.append("CvAnnounced", document, about, { ...facts, applicationId });
    else if (commissionId !== null) tx.append("ReportAnnounced", document, about, facts);
    else tx.append("EvidenceDraftFileAnnounced", await draftOf(tx, document), about, { ...facts, documentId });
  }
};

/** Tells that a file has come: of evidence those whom it is about, once it is submitted. */
export const tellStored = async (tx: Transaction, document: Document): Promise<void> => {
  const { id: documentId, type, size, sha256, applicationId, evidenceId, commissionId } = document;
  const facts = { type, size, sha256 };
  for (const about of await audiencesOf(tx, document)) {
    if (applicationId !== null) tx.append("CvStored", document, about, { ...facts, applicationId });
    else if (commissionId !== null) tx.append("ReportStored", document, about, facts);
    else if (evidenceId !== null) tx.append("EvidenceFileStored", document, about, { ...facts, evidenceId });
    else tx.append("EvidenceDraftFileStored", await draftOf(tx, document), about, { ...facts, documentId });
  }
};

/** Tells that a file was removed, and why; `open` says whether what it belongs to is still being written. */
export const tellRemoved = async (
  tx: Transaction,
  document: Document,
  { from, reason, open }: { readonly from: DocumentState; readonly reason: string; readonly open: boolean },
): Promise<void> => {
  const { id: documentId, type, size, state: to } = document;
  const facts = { type, size, from, to };
  for (const about of await audiencesOf(tx, document)) {
    if (document.applicationId !== null) {
      tx.append(open ? "DraftCvRemoved" : "CvRemoved", document, about, facts, reason);
    } else if (document.commissionId !== null) tx.append("ReportRemoved", document, about, facts, reason);
    else if (document.evidenceId !== null) tx.append("EvidenceFileRemoved", document, about, facts, reason);
    else {
      const draft = await draftOf(tx, document);
      tx.append("EvidenceDraftFileRemoved", draft, about, { ...facts, documentId }, reason);
    }
  }
};

const draftOf = ({ manager }: Transaction, { evidenceDraftId }: Document): Promise<EvidenceDraft> =>
  manager.findOneByOrFail(EvidenceDraft, { id: evidenceDraftId as string });
