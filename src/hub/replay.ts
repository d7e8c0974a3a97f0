import { setTimeout as sleep } from "node:timers/promises";
import { EntryRow, Log } from "../log/log";
import { entriesSeen } from "../log/seen";
import { marks, Sql } from "../scope/condition";
import { Scope } from "../scope/scope";
import { breath } from "./breath";
import { CLOSE } from "./connection";
import { Frame } from "./frame";
import { concerns, Subscriber, send } from "./subscriber";
import { Subscribed } from "./subscription";

const PAGE = 100;
/** A replay goes on when less than this is unread, and gives a reader that takes nothing up after a while. */
const RESUME_BELOW = 256 * 1024;
const PATIENCE_MS = 15_000;

interface Seam {
  /** How far the tail has come, and with it the rights that hold. */
  position(): number;
  scopeOf(personId: string): Scope | undefined;
  frame: Frame;
  /** Puts a subscriber that has caught up with the tail among its group. */
  join(subscriber: Subscriber): void;
}

/** Brings a subscriber from where it left to where the tail is: it pulls, so nothing is queued for it. */
export class Replay {
  constructor(
    private readonly log: Log,
    private readonly seam: Seam,
  ) {}

  async run(subscriber: Subscriber): Promise<void> {
    const { connection, subscription } = subscriber;
    while (!subscriber.closed) {
      // Never further than the tail: an entry beyond it may have changed rights that the tail does not know of yet.
      const until = this.seam.position();
      if (subscriber.since >= until) return this.seam.join(subscriber); // nothing lies between: the seam
      const scope = this.seam.scopeOf(connection.personId);
      if (!scope) return;
      const page = await this.log.after(subscriber.since, PAGE, wanted(subscription, scope, until));
      for (const entry of page) {
        if (!(await this.hand(subscriber, entry))) return;
        subscriber.since = Number(entry.position);
        await breath();
      }
      if (page.length < PAGE) subscriber.since = until;
    }
  }

  /** Sends one entry if it is for this subscriber; answers false when the subscription is over. */
  private async hand(subscriber: Subscriber, entry: EntryRow): Promise<boolean> {
    const { connection, subscription } = subscriber;
    for (;;) {
      const scope = this.seam.scopeOf(connection.personId);
      if (subscriber.closed || !connection.open || !scope) return false;
      if (!concerns(subscription, scope, entry)) return true;
      await this.roomFor(subscriber);
      const framed = await this.seam.frame(subscription, scope, entry);
      if (this.seam.scopeOf(connection.personId) !== scope) continue; // rights changed meanwhile: ask again
      send(subscriber, framed);
      return true;
    }
  }

  /** Waits for a reader that is behind. */
  private async roomFor(subscriber: Subscriber): Promise<void> {
    const { connection } = subscriber;
    for (let waited = 0; connection.buffered() > RESUME_BELOW && !subscriber.closed; waited += 20) {
      if (waited >= PATIENCE_MS) return connection.close(...CLOSE.slow);
      await sleep(20);
    }
  }
}

const wanted = ({ live: { kinds } }: Subscribed, scope: Scope, until: number): Sql => {
  const seen = entriesSeen(scope);
  const among = kinds ? ` AND t.kind IN (${marks(kinds)})` : "";
  return { sql: `t.position <= ?${among} AND ${seen.sql}`, values: [until, ...(kinds ?? []), ...seen.values] };
};
