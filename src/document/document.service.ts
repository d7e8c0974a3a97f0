import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { stored } from "../time";
import { GOOD_FOR_MS } from "./addresses";
import { applicationOf, audiencesOf, Belonging, belonging } from "./belonging";
import { Document } from "./document.entity";
import { RemoveDocumentInput, RequestUploadInput } from "./document.inputs";
import { belongingFaults, countFaults, nameFaults } from "./document.rules";
import { DocumentState } from "./document-state";
import { ANNOUNCED, belongsTo, REMOVED } from "./told";

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
  for (const about of await audiencesOf(tx, document)) {
    tx.append(ANNOUNCED[document.purpose], document, about, { type, size, ...belongsTo(document) });
  }
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

/** Whoever brought a document, or a programme lead, takes it away again; what was submitted with an application, a lead. */
export const remove: UseCase<RemoveDocumentInput> = async (tx, { documentId, expectedVersion, reason }) => {
  const document = await tx.find(Document, documentId, "documentId");
  const application = await applicationOf(tx, document);
  const { personId, scope } = tx.ctx;
  const submitted = application !== null && !application.draft;
  const lead = scope.lead && application?.personId !== personId;
  if (!lead && (submitted || document.uploadedById !== personId)) {
    throw forbidden("A document is removed by whoever brought it; a CV that was submitted, by a programme lead.");
  }
  await tx.once();
  tx.expect(document, expectedVersion);
  const { state: from, type, size } = document;
  refuse([from === DocumentState.REMOVED && invalid(["documentId"], "documentId is removed already.")]);

  const audiences = await audiencesOf(tx, document);
  await tx.change(Document, document, { state: DocumentState.REMOVED });
  const kind = application?.draft ? "DraftCvRemoved" : REMOVED[document.purpose];
  for (const about of audiences) {
    tx.append(kind, document, about, { type, size, from, to: DocumentState.REMOVED }, reason);
  }
  return document.id;
};
