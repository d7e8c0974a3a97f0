import { setTimeout as sleep } from "node:timers/promises";
import { EntryRow } from "../log/log";
import { Scope } from "../scope/scope";
import { CLOSE } from "./connection";
import { Frame } from "./frame";
import { Group } from "./group";
import { concerns, Subscriber } from "./subscriber";
import { groupKey } from "./subscription";

/** How long the tail waits for groups that are too far behind. */
const PATIENCE_MS = 2_000;
/** When so many messages were made in that time there is simply much to do, and nobody is to blame. */
const BUSY = 100;

/** All groups of equal subscribers. */
export class Groups {
  private readonly byKey = new Map<string, Group>();
  private made = 0;
  private readonly frame: Frame;

  constructor(
    frame: Frame,
    private readonly unsubscribe: (subscriber: Subscriber) => void,
  ) {
    this.frame = async (...asked) => {
      const framed = await frame(...asked);
      this.made += 1;
      return framed;
    };
  }

  get size(): number {
    return this.byKey.size;
  }

  join(subscriber: Subscriber, scope: Scope): void {
    const key = groupKey(subscriber.subscription, scope);
    const group = this.byKey.get(key) ?? new Group(key, subscriber.subscription, scope, this.frame);
    group.members.add(subscriber);
    this.byKey.set(key, group);
    subscriber.group = key;
  }

  /** Takes a subscriber out; answers whether everything delivered to its group had been sent. */
  leave(subscriber: Subscriber): boolean {
    const group = subscriber.group === null ? undefined : this.byKey.get(subscriber.group);
    subscriber.group = null;
    if (!group) return true;
    group.members.delete(subscriber);
    if (group.members.size === 0) this.byKey.delete(group.key);
    return group.idle;
  }

  /** Queues an entry for every group that it concerns. */
  deliver(entry: EntryRow): void {
    for (const group of this.byKey.values()) {
      if (concerns(group.subscription, group.scope, entry)) group.deliver(entry);
    }
  }

  /** Waits while a group has too much queued. Who asks for more than can be answered in time resumes by cursor. */
  async room(): Promise<void> {
    for (let full = this.full(); full.length > 0; full = this.full()) {
      const before = this.made;
      const timer = new AbortController();
      const over = sleep(PATIENCE_MS, undefined, { signal: timer.signal }).catch(() => undefined);
      await Promise.race([Promise.all(full.map(({ sent }) => sent)), over]);
      timer.abort();
      if (this.made - before >= BUSY) continue;
      for (const group of full) {
        if (!group.behind) continue;
        for (const member of [...group.members]) {
          member.connection.close(...CLOSE.slow);
          this.unsubscribe(member);
        }
      }
    }
  }

  private full(): Group[] {
    return [...this.byKey.values()].filter(({ full }) => full);
  }
}
