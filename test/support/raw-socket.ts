import { ClientOptions, WebSocket } from "ws";
import { until } from "./until";

// biome-ignore lint/suspicious/noExplicitAny: each test knows the message it waits for.
type Message = any;

/** A socket without a client's manners: it sends whatever it is told to. */
export interface RawSocket {
  readonly ws: WebSocket;
  readonly received: readonly Message[];
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Sends a text as it is, anything else as JSON. */
  send(message: unknown): void;
  /** The first message that answers to these properties, once it is there. */
  message(like: Record<string, unknown>): Promise<Message>;
  /** Says hello and waits until the server knows the caller. */
  init(authorization?: string): Promise<RawSocket>;
}

const PROTOCOL = "graphql-transport-ws";

export const openRaw = async (url: string, protocol = PROTOCOL, options: ClientOptions = {}): Promise<RawSocket> => {
  const ws = new WebSocket(url.replace("http", "ws"), protocol || [], options);
  const received: Message[] = [];
  ws.on("message", (data) => received.push(JSON.parse(String(data))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    ws.on("close", (code, reason) => resolve({ code, reason: String(reason) })),
  );
  await new Promise((resolve, reject) => ws.on("open", resolve).on("error", reject));
  const found = (like: Record<string, unknown>) =>
    received.find((one) => Object.entries(like).every(([name, value]) => one[name] === value));
  const socket: RawSocket = {
    ws,
    received,
    closed,
    send: (message) => ws.send(typeof message === "string" ? message : JSON.stringify(message)),
    message: async (like) => {
      await until(() => found(like) !== undefined);
      return found(like);
    },
    init: async (authorization) => {
      socket.send({ type: "connection_init", ...(authorization ? { payload: { authorization } } : {}) });
      await socket.message({ type: "connection_ack" });
      return socket;
    },
  };
  return socket;
};
