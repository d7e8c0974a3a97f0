import { setTimeout as sleep } from "node:timers/promises";
import { execute, GraphQLSchema } from "graphql";
import { Logger } from "pino";
import type { Context } from "../context";
import type { Database } from "../database/database";
import { EntryKind, kindOf } from "../log/kinds";
import { EntryRow, Log } from "../log/log";
import { masked } from "../operation/mask";
import { loadScopes } from "../scope/load";
import { Scope } from "../scope/scope";
import { CLOSE, Connection } from "./connection";
import { messageOf } from "./live";
import { Replay } from "./replay";
import { concerns, Subscriber, send } from "./subscriber";
import { groupKey, Subscribed } from "./subscription";

/** How often the tail looks without being woken: another instance may have committed. */
const LOOK_MS = 250;
const BATCH = 200;

interface Group {
  readonly subscription: Subscribed;
  readonly scope: Scope;
  readonly members: Set<Subscriber>;
}

export interface HubOptions {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Log;
  readonly logger: Logger;
}

/**
 * Serves subscriptions from the Log: one tail reads entries in commit order; per entry each group of equal
 * subscriptions under equal scopes executes once, and its frame goes to all its sockets.
 */
export class Hub {
  private position = 0;
  private readonly groups = new Map<string, Group>();
  private readonly scopes = new Map<string, Scope>();
  private readonly subscribers = new Map<string, Set<Subscriber>>();
  private readonly connections = new Map<string, Set<Connection>>();
  private readonly replay: Replay;
  private running = false;
  private wakeUp: () => void = () => undefined;
  private stopListening: () => void = () => undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: HubOptions) {
    this.replay = new Replay(options.log, {
      scopeOf: (personId) => this.scopes.get(personId),
      frame: (subscription, scope, entry) => this.frame(subscription, scope, entry),
      joinAt: (subscriber, position) => this.joinAt(subscriber, position),
    });
  }

  async start(): Promise<void> {
    this.position = await this.options.log.headPosition();
    this.running = true;
    this.stopListening = this.options.log.onCommit(() => this.wakeUp());
    this.ended = this.tail();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.stopListening();
    this.wakeUp();
    await this.ended;
    for (const set of this.connections.values()) for (const connection of set) connection.close(...CLOSE.away);
  }

  /** Lets the hub know of a socket, so that a change of its person's rights reaches it. */
  connected(connection: Connection, scope: Scope): void {
    const { personId } = connection;
    this.scopes.set(personId, scope);
    const set = this.connections.get(personId) ?? new Set();
    this.connections.set(personId, set.add(connection));
  }

  disconnected(connection: Connection): void {
    const { personId } = connection;
    for (const subscriber of this.subscribers.get(personId) ?? []) {
      if (subscriber.connection === connection) this.unsubscribe(subscriber);
    }
    const set = this.connections.get(personId);
    set?.delete(connection);
    if (set?.size === 0) {
      this.connections.delete(personId);
      this.scopes.delete(personId);
    }
  }

  /** Begins a subscription after a position of the Log. */
  subscribe(id: string, connection: Connection, subscription: Subscribed, since: number): Subscriber {
    const subscriber: Subscriber = { id, connection, subscription, since, closed: false, group: null };
    const set = this.subscribers.get(connection.personId) ?? new Set();
    this.subscribers.set(connection.personId, set.add(subscriber));
    this.replay.run(subscriber).catch((error) => {
      this.options.logger.error({ err: error }, "a replay ended");
      connection.close(1011, "Internal error");
    });
    return subscriber;
  }

  unsubscribe(subscriber: Subscriber): void {
    subscriber.closed = true;
    this.leave(subscriber);
    const set = this.subscribers.get(subscriber.connection.personId);
    set?.delete(subscriber);
    if (set?.size === 0) this.subscribers.delete(subscriber.connection.personId);
  }

  /** Joins the group if nothing was delivered beyond this position: no entry lies between. Synchronous: the seam. */
  private joinAt(subscriber: Subscriber, position: number): boolean {
    if (position < this.position) return false;
    const scope = this.scopes.get(subscriber.connection.personId);
    if (!subscriber.closed && scope) this.join(subscriber, scope);
    return true;
  }

  private join(subscriber: Subscriber, scope: Scope): void {
    const key = groupKey(subscriber.subscription, scope);
    const group = this.groups.get(key) ?? { subscription: subscriber.subscription, scope, members: new Set() };
    group.members.add(subscriber);
    this.groups.set(key, group);
    subscriber.group = key;
  }

  private leave(subscriber: Subscriber): void {
    if (subscriber.group === null) return;
    const group = this.groups.get(subscriber.group);
    group?.members.delete(subscriber);
    if (group?.members.size === 0) this.groups.delete(subscriber.group);
    subscriber.group = null;
  }

  private async tail(): Promise<void> {
    while (this.running) {
      const woken = new Promise<void>((resolve) => {
        this.wakeUp = resolve;
      });
      try {
        for (let more = true; more && this.running; ) {
          const batch = await this.options.log.after(this.position, BATCH);
          await this.deliver(batch);
          more = batch.length === BATCH;
        }
      } catch (error) {
        this.options.logger.error({ err: error }, "the tail of the Log will look again");
      }
      const timer = new AbortController();
      await Promise.race([woken, sleep(LOOK_MS, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
    }
  }

  private async deliver(batch: readonly EntryRow[]): Promise<void> {
    // Rights first: what follows, and what came with it, goes out under the rights of now.
    if (batch.some(({ kind }) => kindOf(kind).changesScope)) await this.renewScopes(batch);
    for (const entry of batch) {
      const concerned = [...this.groups.values()]
        .filter(({ subscription, scope }) => concerns(subscription, scope, entry))
        .map((group) => ({ group, members: [...group.members] }));
      this.position = Number(entry.position); // from here on, whoever joins has had this entry
      await Promise.all(
        concerned.map(async ({ group, members }) => {
          const payload = await this.frame(group.subscription, group.scope, entry);
          for (const member of members) if (entry.position > member.since) send(member, payload);
        }),
      );
    }
  }

  /** Executes a subscription for one entry, with a fresh context, and serialises the answer once. */
  private async frame(subscription: Subscribed, scope: Scope, entry: EntryRow): Promise<string> {
    const { schema, db, log, logger } = this.options;
    const contextValue: Context = { db, log, personId: scope.personId, scope, now: new Date(), loaders: new Map() };
    const { data, errors } = await execute({
      schema,
      document: subscription.document,
      operationName: subscription.name,
      variableValues: subscription.variables,
      rootValue: messageOf(contextValue, entry),
      contextValue,
    });
    return JSON.stringify({ data, ...(errors ? { errors: errors.map((error) => masked(error, logger)) } : {}) });
  }

  /** Asks everybody's scope anew, closes the sockets of those who may no longer sign in, and regroups the rest. */
  private async renewScopes(batch: readonly EntryRow[]): Promise<void> {
    const people = [...this.connections.keys()];
    const fresh = await loadScopes(this.options.db, people);
    const signedOut = new Set(batch.filter(({ kind }) => kind === SIGNED_OUT).map(({ subjectId }) => subjectId));
    for (const personId of people) {
      const scope = fresh.get(personId);
      if (!scope || signedOut.has(personId)) {
        for (const connection of this.connections.get(personId) ?? []) connection.close(...CLOSE.forbidden);
        for (const subscriber of this.subscribers.get(personId) ?? []) this.unsubscribe(subscriber);
        this.scopes.delete(personId);
        continue;
      }
      this.scopes.set(personId, scope);
      for (const subscriber of this.subscribers.get(personId) ?? []) {
        if (subscriber.group === null || subscriber.group === groupKey(subscriber.subscription, scope)) continue;
        this.leave(subscriber);
        this.join(subscriber, scope);
      }
    }
  }
}

const SIGNED_OUT: EntryKind = "SignedOutEverywhere";
