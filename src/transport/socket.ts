import { ExecutionArgs } from "graphql";
import { Context as WsContext } from "graphql-ws";
import { Extra } from "graphql-ws/use/ws";
import { WebSocket } from "ws";
import { CLOSE, Connection } from "../hub/connection";
import { Subscribed } from "../hub/subscription";
import { Caller } from "../identity/authenticate";
import { Operation } from "../operation/operation";

/** What is kept of a socket, beside what graphql-ws keeps. */
export interface Kept extends Record<PropertyKey, unknown> {
  /** As given at init: who it is and what they may is asked anew for each operation. */
  authorization?: unknown;
  connection?: Connection;
  expiry?: NodeJS.Timeout;
  /** The newest operation under each id: a client may end one and use its id again before the first has answered. */
  newest?: Map<string, symbol>;
  /** The ids of its subscriptions. */
  live?: Set<string>;
}
export type Socket = WsContext<Record<string, unknown>, Extra & Kept>;

/** What an admitted operation carries from `onSubscribe` to where it runs. */
export type Admitted = ExecutionArgs & {
  operation: Operation;
  live: { subscription: Subscribed; since: number } | null;
  id: string;
  socket: Socket;
};

const MOST_MESSAGES_A_SECOND = 200;

/** Closes a socket that sends more than it may in any one second; what it sends after that is not read. */
export const boundMessages = (ws: WebSocket): void => {
  const times: number[] = [];
  ws.on("message", () => {
    const now = performance.now();
    times.push(now);
    while ((times[0] as number) <= now - 1_000) times.shift();
    if (times.length <= MOST_MESSAGES_A_SECOND) return;
    ws.removeAllListeners("message");
    ws.close(...CLOSE.busy);
  });
};

/** The hub's view of a socket whose person is known; `sent` hears of each message. */
export const connectionOf = (
  ws: WebSocket,
  { personId, issuedAt, expiresAt }: Known,
  sent: () => void,
): Connection => ({
  personId,
  issuedAt,
  send: (frame) => {
    ws.send(frame);
    sent();
  },
  close: (code, reason) => ws.close(code, reason),
  buffered: () => ws.bufferedAmount,
  get open() {
    // A timer may be late: what comes after a token has ended does not go out, however late its socket closes.
    return ws.readyState === ws.OPEN && (expiresAt === null || Date.now() < expiresAt.getTime());
  },
});

type Known = Pick<Caller, "issuedAt" | "expiresAt"> & { personId: string };

/** Node's timers hold no longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Closes a socket when its token ends, however far that lies ahead. */
export const closeAt = ({ extra }: Pick<Socket, "extra">, expiresAt: Date): void => {
  const left = expiresAt.getTime() - Date.now();
  if (left <= 0) extra.socket.close(...CLOSE.forbidden);
  else extra.expiry = setTimeout(() => closeAt({ extra }, expiresAt), Math.min(left, LONGEST_TIMER_MS)).unref();
};
