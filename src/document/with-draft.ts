import type { EvidenceDraft } from "../evidence/draft.entity";
import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Document } from "./document.entity";
import { DocumentState } from "./document-state";
import { tellStored } from "./told";

// What becomes of the files of a draft of evidence, with the draft.

const { AWAITED, STORED, REMOVED } = DocumentState;

const filesOf = ({ manager }: Transaction, { id }: EvidenceDraft, state: DocumentState): Promise<Document[]> =>
  manager.find(Document, { where: { evidenceDraftId: id, state }, order: { id: "ASC" } });

/** R34: a draft is not submitted while a file of it may still come: it would be left behind. */
export const awaitsFiles = async (tx: Transaction, draft: EvidenceDraft): Promise<UserError[]> =>
  (await filesOf(tx, draft, AWAITED)).length === 0
    ? []
    : [invalid(["evidenceDraftId"], "evidenceDraftId has a file that is still awaited: wait for it, or remove it.")];

/** R34: the files of a draft become those of the item that is submitted of it: whoever sees the item is told of each. */
export const handIn = async (tx: Transaction, draft: EvidenceDraft, evidenceId: string): Promise<void> => {
  for (const document of await filesOf(tx, draft, STORED)) {
    await tx.change(Document, document, { evidenceId, evidenceDraftId: null });
    await tellStored(tx, document);
  }
};

/** The files of a draft go with it. */
export const removeWith = async (tx: Transaction, draft: EvidenceDraft): Promise<void> => {
  const about = { personId: draft.writtenById };
  for (const state of [AWAITED, STORED]) {
    for (const document of await filesOf(tx, draft, state)) {
      await tx.change(Document, document, { state: REMOVED });
      const { id: documentId, type, size } = document;
      const facts = { type, size, from: state, to: REMOVED, documentId };
      tx.append("EvidenceDraftFileRemoved", draft, about, facts, null);
    }
  }
};
