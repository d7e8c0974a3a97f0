import { LessThan } from "typeorm";
import type { Database, Row } from "../database/database";
import { toIso } from "../graph/scalars";
import { marks, padded } from "../scope/condition";
import type { Storage } from "../storage/storage";
import { LONGEST_UPLOAD_MS } from "./arrival";
import { Document } from "./document.entity";
import { DocumentState } from "./document-state";

/** Clocks of two instances may differ by so much. */
const CLOCKS_MS = 60_000;
const AT_A_TIME = 500;
/** A file of ours, whole or half; what else may lie there is let be. */
const FORM = /^(doc_[0-9a-z]{26})-[0-9a-f]{16}(\.part)?$/;

interface When {
  readonly now: Date;
  /** Nobody is served yet, here or elsewhere: nothing can be under way. */
  readonly unserved: boolean;
}

/**
 * Removes announcements whose time has passed, and files that no document is stored as. An upload that may be under way,
 * in whatever instance, is let be: its document's row is there before it, and says until when. How many files went.
 */
export const removeLeftovers = async (db: Database, storage: Storage, { now, unserved }: When): Promise<number> => {
  const passed = new Date(now.getTime() - LONGEST_UPLOAD_MS - CLOCKS_MS);
  // Beside the Log, as keys of requests that are too old to be repeated: nothing has come of them.
  await db.inTurn(() =>
    db.source.manager.delete(Document, { state: DocumentState.AWAITED, uploadUntil: LessThan(passed) }),
  );
  let removed = 0;
  for await (const names of inParts(storage.list())) {
    const rows = await rowsOf(db, names);
    for (const name of names) {
      const row = rows.get(documentIdOf(name));
      const stored = row?.state === DocumentState.STORED && row.storedAs === name;
      const underWay = row?.state === DocumentState.AWAITED && new Date(toIso(row.uploadUntil)) >= passed && !unserved;
      if (stored || underWay) continue;
      await storage.remove(name);
      removed += 1;
    }
  }
  return removed;
};

const documentIdOf = (name: string): string => FORM.exec(name)?.[1] as string;

/** Read after the names: a file's document was there before it. */
const rowsOf = async (db: Database, names: readonly string[]): Promise<Map<string, Row>> => {
  const ids = padded([...new Set(names.map(documentIdOf))]);
  const rows = await db.rows(`SELECT id, state, storedAs, uploadUntil FROM document WHERE id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id as string, row]));
};

async function* inParts(names: AsyncIterable<string>): AsyncGenerator<string[]> {
  let part: string[] = [];
  for await (const name of names) {
    if (!FORM.test(name)) continue;
    part.push(name);
    if (part.length < AT_A_TIME) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
