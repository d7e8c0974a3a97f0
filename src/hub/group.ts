import { EntryRow } from "../log/log";
import { Scope } from "../scope/scope";
import { breath } from "./breath";
import { CLOSE } from "./connection";
import { Frame } from "./frame";
import { Subscriber, send } from "./subscriber";
import { Subscribed } from "./subscription";

/** The most entries a group may be behind before the tail waits for it, and for how long it waits. */
const MOST_WAITING = 200;
const PATIENCE_MS = 2_000;

/**
 * Subscribers whose messages are equal: the same subscription under the same scope. Each entry is executed once and
 * goes to all of them, in order; a group that executes slowly falls behind alone.
 */
export class Group {
  readonly members = new Set<Subscriber>();
  private lane: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    readonly key: string,
    readonly subscription: Subscribed,
    readonly scope: Scope,
    private readonly frame: Frame,
  ) {}

  /** Whether everything that was delivered has been sent. */
  get idle(): boolean {
    return this.waiting === 0;
  }

  /** Queues an entry for those who are members now. */
  deliver(entry: EntryRow): void {
    const members = [...this.members];
    // Whoever left since, or caught up with this entry on another way, does not get it from here.
    const wants = (member: Subscriber) =>
      member.connection.open && member.group === this.key && entry.position > member.since;
    this.waiting += 1;
    this.lane = this.lane.then(async () => {
      if (members.some(wants)) {
        const payload = await this.frame(this.subscription, this.scope, entry);
        for (const member of members.filter(wants)) {
          send(member, payload);
          member.since = entry.position;
        }
      }
      this.waiting -= 1;
      await breath();
    });
  }

  /** Waits while too much is queued. Those who ask for more than can be answered in time resume by cursor. */
  async room(): Promise<void> {
    if (this.waiting < MOST_WAITING) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<"over">((resolve) => {
      timer = setTimeout(() => resolve("over"), PATIENCE_MS);
    });
    const done = await Promise.race([this.lane, patience]);
    clearTimeout(timer);
    if (done === "over" && this.waiting >= MOST_WAITING) {
      for (const { connection } of this.members) connection.close(...CLOSE.slow);
    }
  }
}
