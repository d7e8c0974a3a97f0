import { randomBytes } from "node:crypto";
import type { EntityManager } from "typeorm";
import { Database, forUpdate, Row } from "../database/database";
import { Places, placesWith } from "../graph/place";
import { toIso } from "../graph/scalars";
import { newId } from "../id";
import { Fingerprint, fingerprintWith } from "../identity/fingerprint";
import { Sealed, sealedWith } from "../identity/sealed";
import { requestError } from "../operation/errors";
import { AUDIENCE, AudienceId, Sql } from "../scope/condition";
import { chained, chainKey, digestOf } from "./chain";
import { sealWith } from "./cursor";
import { Entry } from "./entry.entity";
import { EntryKind, kindOf } from "./kinds";
import { seesOf } from "./seen";

/** What a service says of a change; the Log adds position, time, actor and seal. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly subject: { readonly id: string; readonly version?: number };
  readonly subjectType: string;
  readonly about: Partial<Record<AudienceId, string | null>>;
  readonly facts: Record<string, unknown>;
  readonly reason?: string | null;
}

/** An entry as the tail and the replay read it: a plain row. */
export type EntryRow = Row & {
  position: number;
  id: string;
  kind: EntryKind;
  sees: string;
  subjectId: string;
  facts: string | null;
};

/** The Log of one database: audit trail, feed, outbox and history in one table. */
export interface Log {
  /** The cursor of the last committed entry. */
  head(): Promise<string>;
  headPosition(): Promise<number>;
  /** Where the newest entry stands that changes what somebody may see. */
  rightsPosition(): Promise<number>;
  cursorOf(position: number): string;
  /** Seals places in lists, under the same secret as cursors. */
  readonly places: Places;
  /** Digests words under a key from that secret. */
  readonly fingerprint: Fingerprint;
  /** Seals what the database holds and nobody may read there, likewise. */
  readonly sealed: Sealed;
  /** The position a cursor names. Refuses with BAD_CURSOR or CURSOR_EXPIRED. */
  positionOf(cursor: string): Promise<number>;
  /** Entries after a position, oldest first. */
  after(position: number, limit: number, where?: Sql): Promise<EntryRow[]>;
  /** Writes entries as the last step of a transaction; answers the first one's id and position. */
  write(manager: EntityManager, actorId: string | null, now: Date, entries: readonly NewEntry[]): Promise<Written>;
  /** Says that something was committed; `onCommit` hears it, here only. */
  wake(): void;
  onCommit(listener: () => void): () => void;
}

export interface Written {
  readonly id: string;
  readonly position: number;
}

/** Facts with their keys in order, so that the same facts always have the same digest. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What a TEXT column holds on MySQL. */
const MOST_FACTS = 65_535;

/** So many rows are written in one statement: SQLite takes 32,766 values at most. */
export const ROWS_AT_ONCE = 500;

export const openLog = async (db: Database, secret: string): Promise<Log> => {
  const seal = sealWith(secret);
  const key = chainKey(secret);
  const [first] = await db.rows("SELECT logId FROM log_head WHERE id = 1");
  if (!first) throw new Error("The Log has no head: the migrations have not run.");
  const log = first.logId as string;
  const listeners = new Set<() => void>();

  const headPosition = async () =>
    Number((await db.rows("SELECT position FROM log_head WHERE id = 1"))[0]?.position ?? 0);
  const cursorOf = (position: number) => seal.close({ log, position });
  return {
    head: async () => cursorOf(await headPosition()),
    headPosition,
    rightsPosition: async () =>
      Number((await db.rows("SELECT rightsPosition FROM log_head WHERE id = 1"))[0]?.rightsPosition ?? 0),
    cursorOf,
    places: placesWith(secret),
    fingerprint: fingerprintWith(secret),
    sealed: sealedWith(secret),
    positionOf: async (cursor) => {
      const place = seal.open(cursor);
      if (!place) throw requestError("BAD_CURSOR", "This is not a cursor of this server.");
      if (place.log !== log || place.position > (await headPosition())) {
        throw requestError(
          "CURSOR_EXPIRED",
          "This cursor belongs to a Log that is no more: read anew, then subscribe.",
        );
      }
      return place.position;
    },
    after: async (position, limit, where) =>
      (await db.rows(
        `SELECT * FROM entry t WHERE t.position > ?${where ? ` AND ${where.sql}` : ""} ORDER BY t.position LIMIT ${limit}`,
        [position, ...(where?.values ?? [])],
      )) as EntryRow[],
    write: async (manager, actorId, now, entries) => {
      const [head] = await manager.query(`SELECT position, chain, at FROM log_head WHERE id = 1${forUpdate(db.kind)}`);
      let { chain } = head;
      const last = new Date(toIso(head.at));
      const at = now > last ? now : last;
      const rows = entries.map((entry, index) => {
        const facts = canonical(entry.facts);
        if (Buffer.byteLength(facts) > MOST_FACTS) throw new Error(`The facts of ${entry.kind} are too long.`);
        const salt = randomBytes(16).toString("hex");
        const reason = entry.reason ?? null;
        const row = {
          position: Number(head.position) + index + 1,
          id: newId("ent"),
          at,
          actorId: kindOf(entry.kind).actor === "nobody" ? null : actorId,
          kind: entry.kind,
          subjectType: entry.subjectType,
          subjectId: entry.subject.id,
          subjectVersion: entry.subject.version ?? null,
          facts,
          reason,
          salt,
          sees: seesOf(entry.kind),
          ...(Object.fromEntries(AUDIENCE.map((id) => [id, entry.about[id] ?? null])) as Record<
            AudienceId,
            string | null
          >),
          digest: digestOf(salt, reason, facts),
        };
        chain = chained(key, chain, { ...row, at: at.toISOString() });
        return { ...row, chain };
      });
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await manager.insert(Entry, rows.slice(from, from + ROWS_AT_ONCE));
      }
      const position = Number(head.position) + rows.length;
      const rightsPosition = rows.findLast(({ kind }) => kindOf(kind).changesScope)?.position ?? null;
      await manager.query(
        "UPDATE log_head SET position = ?, chain = ?, at = ?, rightsPosition = COALESCE(?, rightsPosition) WHERE id = 1",
        [position, chain, at.toISOString().replace("T", " ").replace("Z", ""), rightsPosition],
      );
      return { id: rows[0]?.id as string, position: Number(head.position) + 1 };
    },
    wake: () => {
      for (const listener of listeners) listener();
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
