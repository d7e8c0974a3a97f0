import type { ClassType } from "type-graphql";
import type { EntityManager, ObjectLiteral } from "typeorm";
import type { Context } from "../context";
import { forUpdate, Row, Value } from "../database/database";
import { retryingDeadlocks } from "../database/retry";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { prefixOf } from "../id";
import { EntryKind, FactsOf, kindOf } from "../log/kinds";
import { NewEntry, ROWS_AT_ONCE } from "../log/log";
import { checkReason, WhyOf } from "../log/reason";
import { AudienceId } from "../scope/condition";
import { loadScopes } from "../scope/load";
import { PUBLIC } from "../scope/scope";
import { Once, once } from "./once";
import { absent, conflict } from "./refused";

interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** One use case at work: load, decide, save, append. Committed whole or not at all. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly ctx: Context;
  /** Reads plain rows as they are inside this transaction. */
  rows(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** A thing the viewer may see, by id or reference, locked until commit. Refuses with NotFound at that path. */
  find<T extends ObjectLiteral>(target: ClassType<T>, idOrReference: string, ...path: string[]): Promise<T>;
  /** Stops here when this very request was done before. Call it after rights and before anything is written. */
  once(): Promise<void>;
  /** Refuses with Conflict when the thing has changed since. */
  expect(thing: Versioned, expectedVersion: number): void;
  /** Saves a new thing. */
  add<T extends ObjectLiteral>(target: ClassType<T>, values: Partial<T>): Promise<T>;
  /** Saves many new things. */
  addAll<T extends ObjectLiteral>(target: ClassType<T>, values: readonly Partial<T>[]): Promise<T[]>;
  /** Saves a changed thing; its version rises by one. */
  change<T extends Versioned>(target: ClassType<T>, thing: T, to: Partial<T>): Promise<T>;
  /** Tells of the change in the Log: with facts that the kind of entry declares, and no others; why, where it asks. */
  append<K extends EntryKind>(
    kind: K,
    subject: { id: string; version?: number },
    about: Partial<Record<AudienceId, string | null>>,
    facts: FactsOf<K>,
    ...why: WhyOf<K>
  ): void;
}

/** What was committed: the thing's id and where its entries begin. */
export interface Committed {
  readonly thingId: string;
  readonly position: number;
}

/**
 * Runs a use case in one transaction and answers with the id it returns. Entries are written last, so that the Log's
 * order is the order of commits; nothing is heard of it before. A deadlock repeats the whole.
 */
export const transact = async (
  ctx: Context,
  request: { mutation: string; input: object } | null,
  work: (tx: Transaction) => Promise<string>,
): Promise<Committed> => {
  const { result, changesScope } = await ctx.db.inTurn(() =>
    retryingDeadlocks(() =>
      ctx.db.source.transaction(ctx.db.kind === "mysql" ? "READ COMMITTED" : "SERIALIZABLE", async (manager) => {
        const entries: NewEntry[] = [];
        const repeat = request && once(manager, ctx, request);
        const thingId = await work(transactionOf(ctx, manager, entries, repeat));
        if (entries.length === 0) throw new Error("A change without an entry: every success has a trace.");
        const { id, position } = await ctx.log.write(manager, ctx.personId, ctx.now, entries);
        await repeat?.done(thingId, id);
        return { result: { thingId, position }, changesScope: entries.some(({ kind }) => kindOf(kind).changesScope) };
      }),
    ),
  );
  ctx.log.wake();
  // What follows in this operation is read with the rights the change gave or took.
  if (changesScope && ctx.personId) ctx.scope = (await loadScopes(ctx.db, [ctx.personId])).get(ctx.personId) ?? PUBLIC;
  return result;
};

const transactionOf = (ctx: Context, manager: EntityManager, entries: NewEntry[], repeat: Once | null): Transaction => {
  const rows = (sql: string, values: readonly Value[] = []) => manager.query(sql, [...values]) as Promise<Row[]>;
  return {
    manager,
    ctx,
    rows,
    find: async <T extends ObjectLiteral>(target: ClassType<T>, idOrReference: string, ...path: string[]) => {
      const thing = thingOf(target);
      const seen = visible(ctx, thing);
      const column = thing.referenced && prefixOf(idOrReference) !== thing.prefix ? "reference" : "id";
      const [row] = await rows(
        `SELECT t.id FROM \`${thing.table}\` t WHERE t.${column} = ? AND ${seen.sql}${forUpdate(ctx.db.kind)}`,
        [idOrReference, ...seen.values],
      );
      if (!row) throw absent(...path);
      return manager.findOneByOrFail(target, { id: row.id } as never) as Promise<T>;
    },
    once: async () => repeat?.begin(),
    expect: (thing, expectedVersion) => {
      if (thing.version !== expectedVersion) throw conflict(thing.version);
    },
    add: async <T extends ObjectLiteral>(target: ClassType<T>, values: Partial<T>) => {
      const thing = Object.assign(new target(), values) as T;
      await manager.insert(target, { ...values } as never);
      return thing;
    },
    addAll: async <T extends ObjectLiteral>(target: ClassType<T>, values: readonly Partial<T>[]) => {
      for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
        await manager.insert(target, values.slice(from, from + ROWS_AT_ONCE) as never);
      }
      return values.map((each) => Object.assign(new target(), each) as T);
    },
    change: async (target, thing, to) => {
      const next = { ...to, version: thing.version + 1 };
      const { affected } = await manager.update(
        target,
        { id: thing.id, version: thing.version } as never,
        next as never,
      );
      if (affected === 0) throw conflict(thing.version + 1);
      return Object.assign(thing, next);
    },
    append: (kind, subject, about, facts, ...[reason = null]) => {
      const subjectType = (subject.constructor as ClassType).name;
      const more = Object.keys(facts).filter((name) => !(kindOf(kind).facts as readonly string[]).includes(name));
      if (more.length > 0) throw new Error(`${kind} does not declare ${more.join(", ")} among its facts.`);
      checkReason(kind, facts, reason);
      entries.push({ kind, subject, subjectType, about, facts, reason });
    },
  };
};
