import { setTimeout as sleep } from "node:timers/promises";
import { kindOf } from "../log/kinds";
import { EntryRow } from "../log/log";
import { Scope } from "../scope/scope";
import { CLOSE, Connection } from "./connection";
import { Frame, FrameOptions, framing } from "./frame";
import { Groups } from "./groups";
import { Replay } from "./replay";
import { Rights } from "./rights";
import { Subscriber } from "./subscriber";
import { Subscribed } from "./subscription";

/** How often the tail looks without being woken: another instance may have committed. */
const LOOK_MS = 250;
const BATCH = 200;

/**
 * Serves subscriptions from the Log: one tail reads entries in commit order; per entry each group of equal
 * subscriptions under equal scopes executes once, and its frame goes to all its sockets.
 */
export class Hub {
  private position = 0;
  private readonly rights: Rights;
  private readonly groups: Groups;
  private readonly replay: Replay;
  private readonly subscribers = new Map<string, Set<Subscriber>>();
  private running = false;
  private wakeUp: () => void = () => undefined;
  private stopListening: () => void = () => undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: FrameOptions) {
    const { db, log } = options;
    this.rights = new Rights(db, log, {
      changed: (personId) => this.regroup(personId),
      ended: (connection) => this.turnOut(connection),
    });
    const frame = this.rightly(framing(options));
    this.groups = new Groups(frame, (subscriber) => this.unsubscribe(subscriber));
    this.replay = new Replay(log, {
      position: () => this.position,
      scopeOf: (personId) => this.rights.scopeOf(personId),
      frame,
      join: (subscriber) => this.join(subscriber),
    });
  }

  /** Rises when rights are about to be asked anew: a scope read before that may be out of date. */
  get rightsAsOf(): number {
    return this.rights.asOf;
  }

  /** Resolves once the hub knows every change of rights that was committed before the call. */
  rightsSettled(): Promise<void> {
    return this.rights.settled();
  }

  /** For whoever watches the server. */
  readonly readings = {
    subscriptions: () => [...this.subscribers.values()].reduce((sum, { size }) => sum + size, 0),
    groups: () => this.groups.size,
    renewals: () => this.rights.asOf,
    position: () => this.position,
  };

  async start(): Promise<void> {
    this.position = await this.options.log.headPosition();
    this.rights.startAt(this.position);
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
    this.rights.connected(connection, scope);
  }

  disconnected(connection: Connection): void {
    this.unsubscribeAll(connection);
    this.rights.disconnected(connection);
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

  private unsubscribeAll(connection: Connection): void {
    for (const subscriber of this.subscribers.get(connection.personId) ?? []) {
      if (subscriber.connection === connection) this.unsubscribe(subscriber);
    }
  }

  /**
   * Makes frames that may go out. Edges read the present, so a frame may tell what was written after a change of rights
   * that the tail has not come to: it is handed over once that change is known, and whoever lost by it has left.
   */
  private rightly(frame: Frame): Frame {
    return async (...asked) => {
      const payload = await frame(...asked);
      while (this.running) {
        try {
          await this.rights.settled();
          break;
        } catch (error) {
          this.options.logger.error({ err: error }, "rights cannot be asked: a message waits");
          await sleep(LOOK_MS);
        }
      }
      return payload;
    };
  }

  private catchUp(subscriber: Subscriber): void {
    this.replay.run(subscriber).catch((error) => {
      this.options.logger.error({ err: error }, "a replay ended");
      subscriber.connection.close(...CLOSE.unable);
    });
  }

  private join(subscriber: Subscriber): void {
    const scope = this.rights.scopeOf(subscriber.connection.personId);
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
    const change = batch.findLast(({ kind }) => kindOf(kind).changesScope);
    if (change) await this.rights.renewedTo(Number(change.position));
    for (const entry of batch) {
      this.position = Number(entry.position); // from here on, whoever joins has had this entry
      this.groups.deliver(entry);
      await this.groups.room();
    }
  }

  private turnOut(connection: Connection): void {
    this.unsubscribeAll(connection);
    connection.close(...CLOSE.forbidden);
  }

  /** Moves a person's subscriptions to where they belong now; what was not sent yet they get from there. */
  private regroup(personId: string): void {
    for (const subscriber of this.subscribers.get(personId) ?? []) {
      if (subscriber.group === null) continue; // its replay asks for the scope itself
      if (this.groups.leave(subscriber)) subscriber.since = Math.max(subscriber.since, this.position);
      this.catchUp(subscriber);
    }
  }
}
