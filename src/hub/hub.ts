import { setTimeout as sleep } from "node:timers/promises";
import { EntryKind, kindOf } from "../log/kinds";
import { EntryRow } from "../log/log";
import { loadScopes } from "../scope/load";
import { Scope, scopeKey } from "../scope/scope";
import { CLOSE, Connection } from "./connection";
import { FrameOptions, framing } from "./frame";
import { Groups } from "./groups";
import { Replay } from "./replay";
import { Subscriber } from "./subscriber";
import { Subscribed } from "./subscription";

/** How often the tail looks without being woken: another instance may have committed. */
const LOOK_MS = 250;
const BATCH = 200;

/** So many people's scopes are asked for in one go. */
const PEOPLE_AT_ONCE = 500;

/**
 * Serves subscriptions from the Log: one tail reads entries in commit order; per entry each group of equal
 * subscriptions under equal scopes executes once, and its frame goes to all its sockets.
 */
export class Hub {
  private position = 0;
  private readonly groups: Groups;
  private readonly scopes = new Map<string, Scope>();
  private readonly subscribers = new Map<string, Set<Subscriber>>();
  private readonly connections = new Map<string, Set<Connection>>();
  private readonly replay: Replay;
  private renewals = 0;
  private running = false;
  private wakeUp: () => void = () => undefined;
  private stopListening: () => void = () => undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: FrameOptions) {
    const frame = framing(options);
    this.groups = new Groups(frame, (subscriber) => this.unsubscribe(subscriber));
    this.replay = new Replay(options.log, {
      position: () => this.position,
      scopeOf: (personId) => this.scopes.get(personId),
      frame,
      join: (subscriber) => this.join(subscriber),
    });
  }

  /** Rises when rights are about to be asked anew: a scope read before that may be out of date. */
  get rights(): number {
    return this.renewals;
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
  }

  /** Lets the hub know of a socket, so that a change of its person's rights reaches it. */
  connected(connection: Connection, scope: Scope): void {
    const { personId } = connection;
    // Of somebody who is here already the tail keeps the scope: another one would part their subscriptions from it.
    if (!this.scopes.has(personId)) this.scopes.set(personId, scope);
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
    this.catchUp(subscriber);
    return subscriber;
  }

  unsubscribe(subscriber: Subscriber): void {
    subscriber.closed = true;
    this.groups.leave(subscriber);
    const set = this.subscribers.get(subscriber.connection.personId);
    set?.delete(subscriber);
    if (set?.size === 0) this.subscribers.delete(subscriber.connection.personId);
  }

  private catchUp(subscriber: Subscriber): void {
    this.replay.run(subscriber).catch((error) => {
      this.options.logger.error({ err: error }, "a replay ended");
      subscriber.connection.close(...CLOSE.unable);
    });
  }

  private join(subscriber: Subscriber): void {
    const scope = this.scopes.get(subscriber.connection.personId);
    if (!subscriber.closed && scope) this.groups.join(subscriber, scope);
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
      this.position = Number(entry.position); // from here on, whoever joins has had this entry
      this.groups.deliver(entry);
      await this.groups.room();
    }
  }

  /** Asks everybody's scope anew, closes the sockets of those who may no longer sign in, and regroups the rest. */
  private async renewScopes(batch: readonly EntryRow[]): Promise<void> {
    this.renewals += 1;
    const people = [...this.connections.keys()];
    const fresh = new Map<string, Scope>();
    for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
      const scopes = await loadScopes(this.options.db, people.slice(from, from + PEOPLE_AT_ONCE));
      for (const [personId, scope] of scopes) fresh.set(personId, scope);
    }
    const signedOut = new Set(batch.filter(({ kind }) => kind === SIGNED_OUT).map(({ subjectId }) => subjectId));
    for (const personId of people) {
      const scope = fresh.get(personId);
      if (scope && !signedOut.has(personId)) this.regroup(personId, scope);
      else this.turnOut(personId);
    }
  }

  private turnOut(personId: string): void {
    this.scopes.delete(personId);
    for (const subscriber of this.subscribers.get(personId) ?? []) this.unsubscribe(subscriber);
    for (const connection of this.connections.get(personId) ?? []) connection.close(...CLOSE.forbidden);
  }

  /** Moves a person's subscriptions to where they belong under a new scope; what was not sent yet they get from there. */
  private regroup(personId: string, scope: Scope): void {
    const known = this.scopes.get(personId);
    if (known && scopeKey(known) === scopeKey(scope)) return;
    this.scopes.set(personId, scope);
    for (const subscriber of this.subscribers.get(personId) ?? []) {
      if (subscriber.group === null) continue; // its replay asks for the scope itself
      if (this.groups.leave(subscriber)) subscriber.since = Math.max(subscriber.since, this.position);
      this.catchUp(subscriber);
    }
  }
}

const SIGNED_OUT: EntryKind = "SignedOutEverywhere";
