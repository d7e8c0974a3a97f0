import { ExecutionArgs } from "graphql";
import { Context as WsContext } from "graphql-ws";
import { Extra } from "graphql-ws/use/ws";
import { WebSocket } from "ws";
import { CLOSE, Connection } from "../hub/connection";
import { Subscribed } from "../hub/subscription";
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

/** The hub's view of a socket whose person is known. */
export const connectionOf = (ws: WebSocket, personId: string): Connection => ({
  personId,
  send: (frame) => ws.send(frame),
  close: (code, reason) => ws.close(code, reason),
  buffered: () => ws.bufferedAmount,
  get open() {
    return ws.readyState === ws.OPEN;
  },
});
