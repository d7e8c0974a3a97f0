import { setTimeout as sleep } from "node:timers/promises";
import { EntryRow, Log } from "../log/log";
import { entriesSeen } from "../log/seen";
import { Scope } from "../scope/scope";
import { CLOSE } from "./connection";
import { concerns, Subscriber, send } from "./subscriber";
import { Subscribed } from "./subscription";

const PAGE = 100;
/** A replay goes on when less than this is unread, and gives a reader that takes nothing up after a while. */
const RESUME_BELOW = 256 * 1024;
const PATIENCE_MS = 15_000;

interface Seam {
  scopeOf(personId: string): Scope | undefined;
  frame(subscription: Subscribed, scope: Scope, entry: EntryRow): Promise<string>;
  /** Whether the subscriber has caught up with the tail and is now among its group. */
  joinAt(subscriber: Subscriber, position: number): boolean;
}

/** Brings a subscriber from where it left to where the tail is: it pulls, so nothing is queued for it. */
export class Replay {
  constructor(
    private readonly log: Log,
    private readonly seam: Seam,
  ) {}

  async run(subscriber: Subscriber): Promise<void> {
    const { connection, subscription } = subscriber;
    let position = subscriber.since;
    while (!subscriber.closed && !this.seam.joinAt(subscriber, position)) {
      const scope = this.seam.scopeOf(connection.personId);
      if (!scope) return;
      // The head first: whatever lies up to it and is not in the page is nothing this scope sees.
      const head = await this.log.headPosition();
      const page = await this.log.after(position, PAGE, entriesSeen(scope));
      for (const entry of page) {
        const present = this.seam.scopeOf(connection.personId);
        if (subscriber.closed || !present) return;
        if (concerns(subscription, present, entry)) {
          await this.roomFor(subscriber);
          const payload = await this.seam.frame(subscription, present, entry);
          send(subscriber, payload);
        }
        position = Number(entry.position);
      }
      if (page.length < PAGE) position = Math.max(position, head);
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
