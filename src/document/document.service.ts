import { Application } from "../application/application.entity";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { stored } from "../time";
import { GOOD_FOR_MS } from "./addresses";
import { Belonging, belonging, isOpen } from "./belonging";
import { Document } from "./document.entity";
import { RemoveDocumentInput, RequestUploadInput } from "./document.inputs";
import { belongingFaults, countFaults, nameFaults } from "./document.rules";
import { DocumentState } from "./document-state";
import { tellAnnounced, tellRemoved } from "./told";

/** R34, R53: a file is announced, and may then be sent to the document's `upload` address for ten minutes. */
export const announce: UseCase<RequestUploadInput> = async (tx, input) => {
  refuse(belongingFaults(input));
  const { path, faults, rules, ...belongs } = await belonging(tx, input);
  await tx.once();
  const { fileName, type, size } = input;
  const count = await documentsOf(tx, path, belongs[path] as string);
  refuse([...faults, ...nameFaults(fileName, type), ...countFaults(path, count)]);
  refuseUnless(...rules);

  const { now } = tx.ctx;
  const document = await tx.add(Document, {
    ...{ id: newId("doc"), ...belongs, uploadedById: tx.ctx.personId as string },
    ...{ state: DocumentState.AWAITED, fileName, type, size, sha256: input.sha256.toLowerCase() },
    ...{ announcedAt: now, uploadUntil: new Date(now.getTime() + GOOD_FOR_MS.upload) },
    ...{ storedAt: null, storedAs: null, version: 1 },
  });
  await tellAnnounced(tx, document);
  return document.id;
};

/** How many documents a thing has, or is to have soon. */
const documentsOf = async (tx: Transaction, path: Belonging["path"], id: string): Promise<number> => {
  const [found] = await tx.rows(
    `SELECT COUNT(*) AS n FROM document WHERE ${path} = ? AND (state = 'STORED' OR (state = 'AWAITED' AND uploadUntil > ?))`,
    [id, stored(tx.ctx.now)],
  );
  return Number(found?.n);
};

/**
 * Whoever brought a document, or a programme lead, takes it away again. What was submitted, or is over, stays as it was
 * read: a lead alone removes a file of that, and nobody the CV of their own application.
 */
export const remove: UseCase<RemoveDocumentInput> = async (tx, { documentId, expectedVersion, reason }) => {
  const document = await tx.find(Document, documentId, "documentId");
  const open = await isOpen(tx, document);
  const { personId, scope } = tx.ctx;
  const lead = scope.lead && !(await isOwnCv(tx, document));
  if (!lead && !(open && document.uploadedById === personId)) {
    throw forbidden(
      "A document is removed by whoever brought it; once it was submitted or its review is over, by a programme lead.",
    );
  }
  await tx.once();
  tx.expect(document, expectedVersion);
  const { state: from } = document;
  refuse([from === DocumentState.REMOVED && invalid(["documentId"], "documentId is removed already.")]);
  await tx.change(Document, document, { state: DocumentState.REMOVED });
  await tellRemoved(tx, document, { from, reason, open });
  return document.id;
};

const isOwnCv = async ({ manager, ctx }: Transaction, { applicationId }: Document): Promise<boolean> =>
  applicationId !== null &&
  (await manager.existsBy(Application, { id: applicationId, personId: ctx.personId as string }));
