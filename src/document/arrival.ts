import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { Context } from "../context";
import { forUpdate } from "../database/database";
import { Refused } from "../mutation/refused";
import { Transaction, transact } from "../mutation/transact";
import type { Storage } from "../storage/storage";
import { asAnnounced } from "./as-announced";
import { isOpen } from "./belonging";
import { Document } from "./document.entity";
import { MOST_BYTES } from "./document.rules";
import { DocumentState } from "./document-state";
import { tellStored } from "./told";

/** How slowly a file may come: this long in any case, and so many bytes a second on top. */
const PATIENCE_MS = 30_000;
const LEAST_BYTES_A_SECOND = 64 * 1024;

/** How long the file of a document may take to come. */
export const paceOf = (size: number): number => PATIENCE_MS + (size / LEAST_BYTES_A_SECOND) * 1_000;
export const LONGEST_UPLOAD_MS = paceOf(MOST_BYTES);

/** The document waits for no file: another one came first, or it was removed. */
export class NotAwaited extends Error {}

/**
 * R34, R53: takes a file as it comes, in a few pieces of memory. It becomes the document's in one transaction with its
 * entry, once it is stored and as announced; else nothing of it is left. Of two at the same time one wins.
 */
export const arrive = async (
  ctx: Context,
  storage: Storage,
  document: Document,
  bytes: AsyncIterable<Buffer>,
): Promise<void> => {
  // A name of its own for each attempt: one that fails can clear up behind itself, whatever another does meanwhile.
  const name = `${document.id}-${randomBytes(8).toString("hex")}`;
  try {
    await storage.put(name, Readable.from(asAnnounced(bytes, document), { objectMode: false }), document);
  } catch (error) {
    await storage.remove(name);
    throw error;
  }
  try {
    await transact(ctx, null, (tx) => becomeStored(tx, document.id, name));
  } catch (error) {
    // Where a database does not say whether it has committed, the next tidying finds out.
    if (!(error instanceof Refused)) throw error;
    await storage.remove(name);
    throw new NotAwaited();
  }
};

const becomeStored = async (tx: Transaction, documentId: string, storedAs: string): Promise<string> => {
  await tx.rows(`SELECT id FROM document WHERE id = ?${forUpdate(tx.ctx.db.kind)}`, [documentId]);
  const document = await tx.manager.findOneBy(Document, { id: documentId });
  if (document?.state !== DocumentState.AWAITED) throw new Refused([]);
  if (!(await isOpen(tx, document))) throw new Refused([]); // what was submitted stays as it was read
  if (!(await stillMay(tx, document))) throw new Refused([]);
  await tx.change(Document, document, { state: DocumentState.STORED, storedAt: tx.ctx.now, storedAs });
  await tellStored(tx, document);
  return documentId;
};

/** Whether who announced it may still bring it: rights that were taken away meanwhile are gone for their files too. */
const stillMay = async ({ rows }: Transaction, { uploadedById, commissionId }: Document): Promise<boolean> => {
  const [able] = await rows("SELECT id FROM person WHERE id = ? AND disabledAt IS NULL", [uploadedById]);
  if (commissionId === null) return able !== undefined;
  const [member] = await rows(
    "SELECT m.id FROM pair_member m JOIN commission c ON c.pairId = m.pairId WHERE c.id = ? AND m.personId = ?",
    [commissionId, uploadedById],
  );
  return able !== undefined && member !== undefined;
};
