import { createHash } from "node:crypto";
import { DocumentType } from "./document-type";
import { beginsAs, plainText, TELLING_BYTES } from "./first-bytes";

/** What was said of a file before it came. */
export interface Announced {
  readonly type: DocumentType;
  readonly size: number;
  readonly sha256: string;
}

/** In what a file is not what was announced. */
export type Amiss = "size" | "type" | "sha256";

export class NotAsAnnounced extends Error {
  constructor(readonly amiss: Amiss) {
    super(`The file's ${amiss} is not what was announced.`);
  }
}

/**
 * Hands a file's bytes on as they come, a piece at a time. The last piece stays back until everything is known to be as
 * announced: whoever takes the bytes never has all of a wrong file.
 */
export async function* asAnnounced(bytes: AsyncIterable<Buffer>, announced: Announced): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const isText = announced.type === DocumentType.TEXT ? plainText() : () => true;
  let size = 0;
  let begun = false;
  let held: Buffer = Buffer.alloc(0);
  const checkBeginning = () => {
    if (!beginsAs(announced.type, held)) throw new NotAsAnnounced("type");
    begun = true;
  };
  for await (const piece of bytes) {
    size += piece.length;
    if (size > announced.size) throw new NotAsAnnounced("size");
    if (!isText(piece)) throw new NotAsAnnounced("type");
    hash.update(piece);
    if (!begun) {
      held = Buffer.concat([held, piece]);
      if (held.length >= TELLING_BYTES) checkBeginning();
      continue;
    }
    yield held;
    held = piece;
  }
  if (!begun) checkBeginning();
  if (size !== announced.size) throw new NotAsAnnounced("size");
  if (!isText(null)) throw new NotAsAnnounced("type");
  if (hash.digest("hex") !== announced.sha256) throw new NotAsAnnounced("sha256");
  yield held;
}
