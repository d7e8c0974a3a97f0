import { EntryRow } from "../log/log";
import { seesEntry } from "../log/seen";
import { Scope } from "../scope/scope";
import { CLOSE, Connection, MOST_UNREAD } from "./connection";
import type { Framed } from "./frame";
import { Subscribed } from "./subscription";

/** One subscription of one client. */
export interface Subscriber {
  readonly id: string;
  readonly connection: Connection;
  readonly subscription: Subscribed;
  /** The position up to which it has had everything that is for it: nothing up to it is sent again. */
  since: number;
  closed: boolean;
  /** Null while it replays. */
  group: string | null;
}

/** Whether an entry is one a subscription asked for, and its scope sees it. */
export const concerns = ({ live, args }: Subscribed, scope: Scope, entry: EntryRow): boolean =>
  (live.kinds === undefined || live.kinds.includes(entry.kind)) &&
  seesEntry(scope, entry as never) &&
  (live.matches === undefined || live.matches(entry, args, scope));

/** Puts the subscription's id in front of what was serialised once for all. */
export const send = ({ id, connection, closed }: Subscriber, { payload, sentTo }: Framed): void => {
  if (closed || !connection.open) return;
  if (connection.buffered() > MOST_UNREAD) {
    connection.close(...CLOSE.slow);
  } else {
    connection.send(`{"id":${JSON.stringify(id)},"type":"next","payload":${payload}}`);
    sentTo(connection.personId);
  }
};
