import { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { FastifyInstance } from "fastify";
import { FormattedExecutionResult, GraphQLError } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { CLOSE } from "../hub/connection";
import { Subscriber } from "../hub/subscriber";
import { Caller } from "../identity/authenticate";
import { LIMITS } from "../operation/limits";
import { addressing } from "./address";
import { admit } from "./admit";
import { Room } from "./room";
import { Admitted, boundMessages, closeAt, connectionOf, Kept, Socket } from "./socket";

const INIT_MS = 3_000;
/** How long a client has to answer a close when the server goes. */
const FAREWELL_MS = 2_000;

export interface WsOptions {
  readonly allowed: (origin: string) => boolean;
  readonly trustProxy: readonly string[];
}

export interface Sockets {
  /** How many are open. */
  open(): number;
  close(): Promise<void>;
}

/** Serves GraphQL over WebSocket: graphql-transport-ws on the same path. */
export const serveWs = (app: FastifyInstance, room: Room, { allowed, trustProxy }: WsOptions): Sockets => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes });
  const running = new Set<Promise<FormattedExecutionResult>>();
  const addressOf = addressing(trustProxy);
  let closing = false;

  app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    const { origin } = request.headers;
    socket.on("error", () => socket.destroy()); // who is refused may be gone already
    if (closing) return refuse("503 Service Unavailable");
    if ((request.url ?? "/").split("?")[0] !== "/graphql") return refuse("404 Not Found");
    if (origin !== undefined && !allowed(origin)) return refuse("403 Forbidden");
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit("connection", ws, request));
  });
  sockets.on("connection", boundMessages);

  const execute = async ({ operation, contextValue, id, socket }: Admitted): Promise<unknown> => {
    const mark = socket.extra.newest?.get(id);
    const work = room.operations.run(operation, contextValue as never);
    running.add(work);
    const result = await work.finally(() => running.delete(work));
    // The client has ended it and begun another under this id: the answer would be taken for the other's.
    return socket.extra.newest?.get(id) === mark ? result : new Promise(() => undefined);
  };
  useServer<Record<string, unknown>, Kept>(
    {
      schema: room.schema,
      isProd: true, // what goes wrong in here is told by our log, never by a close reason
      connectionInitWaitTimeout: INIT_MS,
      onConnect: (socket) => connect(room, socket),
      onClose: ({ extra }) => {
        clearTimeout(extra.expiry);
        if (extra.connection) room.hub.disconnected(extra.connection);
      },
      onSubscribe: (socket, id, payload) => admit(room, socket, id, addressOf(socket.extra.request), payload),
      onNext: (_socket, _id, _payload, _args, result) => result, // is masked and formatted already
      onError: (_socket, _id, _payload, errors) => errors.map((error) => room.operations.mask(error)),
      onComplete: ({ extra }, id) => {
        extra.live?.delete(id);
        extra.newest?.delete(id);
      },
      execute: (args) => execute(args as Admitted) as never,
      subscribe: (args) => subscribe(room, args as Admitted) as never,
    },
    sockets,
  );
  sockets.on("connection", (ws) => {
    ws.removeAllListeners("error"); // graphql-ws would write to the console
    ws.on("error", (error) => room.logger.debug({ err: error }, "a socket failed"));
  });

  const close = async () => {
    closing = true;
    await Promise.allSettled(running);
    await turn(); // the last answers are on their way
    for (const ws of sockets.clients) ws.close(...CLOSE.away);
    const gone = [...sockets.clients].map((ws) => new Promise<void>((resolve) => ws.once("close", () => resolve())));
    const farewell = setTimeout(() => {
      for (const ws of sockets.clients) ws.terminate();
    }, FAREWELL_MS);
    await Promise.all(gone);
    clearTimeout(farewell);
  };
  return { open: () => sockets.clients.size, close };
};

/** Knows the caller, or closes with 4403; from then on a change of their rights finds this socket. */
const connect = async (room: Room, socket: Socket): Promise<boolean> => {
  const { extra, connectionParams } = socket;
  extra.authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
  try {
    await arrival(room, socket);
    return true;
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === "UNAUTHENTICATED") return false;
    room.logger.error({ err: error }, "a caller cannot be known");
    extra.socket.close(...CLOSE.unable);
    return false;
  }
};

/** Lets in who has come. Rights that change while they are read are read again: the hub does not know of this socket yet. */
const arrival = async (room: Room, socket: Socket): Promise<void> => {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const { rightsAsOf } = room.hub;
    const caller = await room.authenticate(socket.extra.authorization);
    // Nothing is waited for between this and the hub's knowing of it.
    if (rightsAsOf === room.hub.rightsAsOf) return enter(room, socket, caller);
  }
  throw new Error("Rights change too fast.");
};

const enter = ({ hub, metrics }: Room, socket: Socket, { personId, scope, issuedAt, expiresAt }: Caller): void => {
  const { extra } = socket;
  const ws = extra.socket;
  if (!personId || ws.readyState !== ws.OPEN) return;
  extra.connection = connectionOf(ws, { personId, issuedAt, expiresAt }, () => metrics.sent());
  if (expiresAt) closeAt(socket, expiresAt);
  hub.connected(extra.connection, scope);
};

/** Hands a subscription to the hub, which writes its frames; what is returned only ends with it. */
const subscribe = (room: Room, { id, socket, live }: Admitted): AsyncIterableIterator<never> => {
  const { connection } = socket.extra;
  let subscriber: Subscriber | undefined;
  let end: (result: IteratorReturnResult<undefined>) => void = () => undefined;
  const ended = new Promise<IteratorReturnResult<undefined>>((resolve) => {
    end = resolve;
  });
  if (connection && live) subscriber = room.hub.subscribe(id, connection, live.subscription, live.since);
  room.metrics.subscribed();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => ended,
    return: async () => {
      if (subscriber) room.hub.unsubscribe(subscriber);
      end({ value: undefined, done: true });
      return { value: undefined, done: true };
    },
  };
};
