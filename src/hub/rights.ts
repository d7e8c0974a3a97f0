import type { Database, Value } from "../database/database";
import { isEnded, signedOutTimes } from "../identity/signed-out";
import type { Log } from "../log/log";
import { loadScopes } from "../scope/load";
import { Scope, scopeKey } from "../scope/scope";
import { Connection } from "./connection";

/** So many people's scopes are asked for in one go: of many at once each costs more, and sockets wait. */
const PEOPLE_AT_ONCE = 100;

/** Who hears what became of somebody's rights. */
interface Heard {
  changed(personId: string): void;
  /** The socket's person may no longer sign in, or its token was ended. */
  ended(connection: Connection): void;
}

/** What everybody who is connected may see, kept up with the Log: the scopes of now, up to a position. */
export class Rights {
  private readonly scopes = new Map<string, Scope>();
  private readonly connections = new Map<string, Set<Connection>>();
  /** Every change of rights up to here is known. */
  private known = 0;
  private renewals = 0;
  private renewing: Promise<void> = Promise.resolve();
  private answering: Promise<unknown> = Promise.resolve();
  private next: Promise<number> | null = null;

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly heard: Heard,
  ) {}

  /** Rises when rights are about to be asked anew: a scope that was read before may be out of date. */
  get asOf(): number {
    return this.renewals;
  }

  startAt(position: number): void {
    this.known = position;
  }

  scopeOf(personId: string): Scope | undefined {
    return this.scopes.get(personId);
  }

  connected(connection: Connection, scope: Scope): void {
    const { personId } = connection;
    // Of somebody who is here already the known scope stays: another one would part their subscriptions from it.
    if (!this.scopes.has(personId)) this.scopes.set(personId, scope);
    const set = this.connections.get(personId) ?? new Set();
    this.connections.set(personId, set.add(connection));
  }

  disconnected(connection: Connection): void {
    const { personId } = connection;
    const set = this.connections.get(personId);
    set?.delete(connection);
    if (set?.size !== 0) return;
    this.connections.delete(personId);
    this.scopes.delete(personId);
  }

  /**
   * Resolves once every change of rights is known that was committed before the call, on whatever instance. What was
   * read before the call and goes out after it goes to nobody who had lost the right to it.
   */
  async settled(): Promise<void> {
    await this.renewedTo(await this.newest());
  }

  /** Resolves once every change of rights up to a position is known. One renewal at a time. */
  renewedTo(position: number): Promise<void> {
    if (position <= this.known) return Promise.resolve();
    const renewed = this.renewing.then(() => (position > this.known ? this.renew(position) : undefined));
    this.renewing = renewed.catch(() => undefined);
    return renewed;
  }

  /** Where the newest change of rights stands. Who asks while an answer is under way shares the one after it. */
  private newest(): Promise<number> {
    this.next ??= this.answering.then(() => {
      this.next = null;
      const answer = this.log.rightsPosition();
      this.answering = answer.catch(() => undefined);
      return answer;
    });
    return this.next;
  }

  private async renew(position: number): Promise<void> {
    this.renewals += 1;
    const people = [...this.connections.keys()];
    const fresh = new Map<string, Scope>();
    const signedOut = new Map<string, Value>();
    for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
      const some = people.slice(from, from + PEOPLE_AT_ONCE);
      for (const [personId, scope] of await loadScopes(this.db, some)) fresh.set(personId, scope);
      for (const [personId, at] of await signedOutTimes(this.db, some)) signedOut.set(personId, at);
    }
    this.known = position;
    for (const personId of people) this.hold(personId, fresh.get(personId), signedOut.get(personId));
  }

  /** From now on these are the person's rights; none when they may no longer sign in. */
  private hold(personId: string, scope: Scope | undefined, signedOutAt: Value | undefined): void {
    const connections = this.connections.get(personId);
    if (!connections) return; // left meanwhile: if they come back, they come with the rights of then
    for (const connection of connections) {
      if (!scope || isEnded(connection.issuedAt, signedOutAt)) this.heard.ended(connection);
    }
    const known = this.scopes.get(personId);
    if (!scope) this.scopes.delete(personId);
    else if (!known || scopeKey(known) !== scopeKey(scope)) {
      this.scopes.set(personId, scope);
      this.heard.changed(personId);
    }
  }
}
