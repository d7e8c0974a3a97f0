import type { Database } from "../database/database";
import { toIso } from "../graph/scalars";
import { chained, chainKey, digestOf, Link } from "./chain";
import { factsOf } from "./facts";
import { EntryRow } from "./log";

const PAGE = 500;

/** What a walk through the Log found. */
export interface Verified {
  /** How many entries verify, from the first on. */
  readonly entries: number;
  /** The first thing that is not as it was written, in a sentence; null when everything is. */
  readonly fault: string | null;
}

/** The kind of entry that tells whose entries were erased: `facts.entryIds` names each. */
const ERASED = "PersonErased";

/** Walks the Log from its first entry and names the first that was altered, removed, moved or added. */
export const verifyLog = async (db: Database, secret: string): Promise<Verified> => {
  const key = chainKey(secret);
  /** Entries without salt, reason and facts: a later entry must say that they were erased. */
  const erased = new Map<string, number>();
  let position = 0;
  let chain = "";
  const found = (fault: string | null): Verified => ({ entries: position, fault });

  for (let page = await read(db, 0); page.length > 0; page = await read(db, position)) {
    for (const entry of page) {
      const fault = faultOf(entry, position + 1, chained(key, chain, linkOf(entry)));
      if (fault) return found(fault);
      if (entry.salt === null) erased.set(entry.id, position + 1);
      if ((entry.kind as string) === ERASED) for (const id of namedBy(entry)) erased.delete(id);
      position += 1;
      chain = entry.chain as string;
    }
  }
  const [head] = await db.rows("SELECT position, chain FROM log_head WHERE id = 1");
  if (Number(head?.position) !== position || head?.chain !== chain) {
    return found(
      `The Log's head is at entry ${head?.position}, and its last entry is ${position}: entries are missing at its end.`,
    );
  }
  const [unexplained] = erased.values();
  return found(
    unexplained ? `Entry ${unexplained} has lost its facts, and no later entry says that they were erased.` : null,
  );
};

const read = async (db: Database, after: number): Promise<EntryRow[]> =>
  (await db.rows(`SELECT * FROM entry WHERE position > ? ORDER BY position LIMIT ${PAGE}`, [after])) as EntryRow[];

const faultOf = (entry: EntryRow, expected: number, chain: string): string | null => {
  const { position, salt, reason, facts, digest } = entry;
  if (Number(position) !== expected)
    return `Entry ${expected} is missing: entry ${position} follows entry ${expected - 1}.`;
  if (chain !== entry.chain) return `Entry ${position} is not the one that was written there.`;
  if (salt === null && (reason !== null || facts !== null)) return `Entry ${position} was erased and written anew.`;
  if (salt !== null && digestOf(salt as string, reason as string | null, facts as string) !== digest) {
    return `The facts or the reason of entry ${position} were altered.`;
  }
  return null;
};

const linkOf = (entry: EntryRow): Link => ({ ...entry, at: toIso(entry.at) }) as unknown as Link;

const namedBy = (entry: EntryRow): readonly string[] => (factsOf(entry)?.entryIds ?? []) as readonly string[];
