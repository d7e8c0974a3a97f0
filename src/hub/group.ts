import { EntryRow } from "../log/log";
import { Scope } from "../scope/scope";
import { breath } from "./breath";
import { Frame } from "./frame";
import { Subscriber, send } from "./subscriber";
import { Subscribed } from "./subscription";

/** The most entries a group may be behind before the tail waits for it. */
const MOST_WAITING = 200;

/**
 * Subscribers whose messages are equal: the same subscription under the same scope. Each entry is executed once and
 * goes to all of them, in order; a group that executes slowly falls behind alone.
 */
export class Group {
  readonly members = new Set<Subscriber>();
  /** Resolves when everything that was delivered until now has been sent. */
  sent: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    readonly key: string,
    readonly subscription: Subscribed,
    readonly scope: Scope,
    private readonly frame: Frame,
  ) {}

  get idle(): boolean {
    return this.waiting === 0;
  }

  get full(): boolean {
    return this.waiting >= MOST_WAITING;
  }

  get behind(): boolean {
    return this.waiting > MOST_WAITING / 2;
  }

  /** Queues an entry for those who are members now. */
  deliver(entry: EntryRow): void {
    const members = [...this.members];
    // Whoever left since, or caught up with this entry on another way, does not get it from here.
    const wants = (member: Subscriber) =>
      member.connection.open && member.group === this.key && entry.position > member.since;
    this.waiting += 1;
    this.sent = this.sent.then(async () => {
      if (members.some(wants)) {
        const framed = await this.frame(this.subscription, this.scope, entry);
        for (const member of members.filter(wants)) {
          send(member, framed);
          member.since = entry.position;
        }
      }
      this.waiting -= 1;
      await breath();
    });
  }
}
