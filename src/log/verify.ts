import type { Database } from "../database/database";
import { toIso } from "../graph/scalars";
import { chained, chainKey, digestOf, Link } from "./chain";
import { factsOf } from "./facts";
import { Head } from "./head";
import { Stored, storedAfter, storedHead } from "./stored";

const PAGE = 500;

/** What a walk through the Log found. */
export interface Verified {
  /** How many entries verify, from the first on. */
  readonly entries: number;
  /** The first thing that is not as it was written, in a sentence; null when everything is. */
  readonly fault: string | null;
  /** Where the Log ends, to note down; null where it has no entry or a fault. */
  readonly head: Head | null;
}

/** The kinds of entry that tell whose entries were erased: `facts.entryIds` names each. */
const ERASED: ReadonlySet<unknown> = new Set(["PersonErased", "DraftsErased", "ContributorForgotten"]);

/**
 * Walks the Log from its first entry and names the first that was altered, removed, moved or added. A head that was
 * noted earlier finds also what the Log alone cannot tell: that it was cut at the end, or written anew from somewhere.
 */
export const verifyLog = async (db: Database, secret: string, noted: Head | null = null): Promise<Verified> => {
  const key = chainKey(secret);
  /** Entries without salt, reason and facts: a later entry must say that they were erased. */
  const erased = new Map<string, number>();
  let position = 0;
  let chain = "";
  let at: string | null = null;

  const walk = async (): Promise<string | null> => {
    for (;;) {
      const page = await storedAfter(db, position === 0 ? null : position, PAGE);
      for (const entry of page) {
        const seal = chained(key, chain, linkOf(entry));
        const fault = faultOf(entry, position + 1, seal) ?? notedFault(noted, position + 1, seal);
        if (fault) return fault;
        position += 1;
        chain = seal;
        at = entry.at as string;
        if (entry.salt === null) erased.set(entry.id as string, position);
        if (ERASED.has(entry.kind)) for (const id of namedBy(entry)) erased.delete(id);
      }
      if (page.length > 0) continue;
      // A server that writes beside us may have gone on since the last page; what its head tells of can then be read.
      const head = await storedHead(db);
      if (Number(head?.position) > position && (await storedAfter(db, position, 1)).length > 0) continue;
      return headFault(head, { position, chain, at });
    }
  };

  const fault = (await walk()) ?? missing(noted, position) ?? unexplained(erased);
  return { entries: position, fault, head: fault || position === 0 ? null : { position, seal: chain } };
};

const faultOf = (entry: Stored, expected: number, seal: string): string | null => {
  const { position, salt, reason, facts, digest, chain } = entry;
  if (position !== String(expected)) {
    return Number(position) > expected
      ? `Entry ${expected} is missing: entry ${position} follows entry ${expected - 1}.`
      : `Entry ${position} was put in: the Log begins with entry 1.`;
  }
  if (chain !== seal) return `Entry ${position} is not the one that was written there.`;
  if (salt == null) return reason === null && facts === null ? null : `Entry ${position} was erased and written anew.`;
  return digestOf(salt, reason ?? null, facts as string) === digest
    ? null
    : `The facts or the reason of entry ${position} were altered.`;
};

const WRITTEN = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;

/** A moment in the one form in which it is sealed; what is no moment any more stays as it is, and breaks the seal. */
const linkOf = (entry: Stored): Link => {
  const at = entry.at ?? "";
  return { ...entry, at: WRITTEN.test(at) ? toIso(at) : at } as unknown as Link;
};

const notedFault = (noted: Head | null, position: number, seal: string): string | null =>
  noted?.position === position && noted.seal !== seal
    ? `Entry ${position} is not the one whose seal was noted: the Log was written anew, or the head is of another Log.`
    : null;

const missing = (noted: Head | null, last: number): string | null =>
  noted && noted.position > last
    ? `The Log ends with entry ${last}, and the head that was noted with entry ${noted.position}: entries are missing at its end, or the head is of another Log.`
    : null;

const headFault = (
  head: Stored | undefined,
  last: { position: number; chain: string; at: string | null },
): string | null => {
  if (!head) return "The Log has no head.";
  if (head.position !== String(last.position)) {
    return `The Log's head is at entry ${head.position}, and its last entry is ${last.position}: entries are missing at its end.`;
  }
  if (head.chain !== last.chain)
    return `The Log's head does not bear the seal of entry ${last.position}, the last one.`;
  return last.at !== null && head.at !== last.at
    ? `The Log's head has another time than entry ${last.position}, the last one.`
    : null;
};

const unexplained = (erased: ReadonlyMap<string, number>): string | null => {
  const [position] = erased.values();
  return position ? `Entry ${position} has lost its facts, and no later entry says that they were erased.` : null;
};

const namedBy = (entry: Stored): readonly string[] => (factsOf(entry)?.entryIds ?? []) as readonly string[];
