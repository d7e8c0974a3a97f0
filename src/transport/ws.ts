import { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { FastifyInstance } from "fastify";
import { ExecutionArgs, GraphQLError, getOperationAST } from "graphql";
import { Context as WsContext } from "graphql-ws";
import { Extra, useServer } from "graphql-ws/use/ws";
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE, Connection } from "../hub/connection";
import { Subscriber } from "../hub/subscriber";
import { Subscribed, subscribed } from "../hub/subscription";
import { Caller } from "../identity/authenticate";
import { badInput, requestError, unauthenticated } from "../operation/errors";
import { LIMITS } from "../operation/limits";
import { Operation, Refusals } from "../operation/operation";
import { Room } from "./room";
import { mayStart } from "./start";

const MOST_SUBSCRIPTIONS = 50;
const MOST_MESSAGES_A_SECOND = 200;
const INIT_MS = 3_000;
/** Node's timers hold no longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Kept extends Record<PropertyKey, unknown> {
  caller?: Caller;
  connection?: Connection;
  expiry?: NodeJS.Timeout;
}
type Socket = WsContext<Record<string, unknown>, Extra & Kept>;

/** What an admitted operation carries from `onSubscribe` to where it runs. */
type Admitted = ExecutionArgs & {
  operation: Operation;
  live: { subscription: Subscribed; since: number } | null;
  id: string;
  socket: Socket;
};

/** Serves GraphQL over WebSocket: graphql-transport-ws on the same path. */
export const serveWs = (app: FastifyInstance, room: Room, allowed: (origin: string) => boolean): WebSocketServer => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes });
  sockets.on("connection", boundMessages);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const { origin } = request.headers;
    if (pathname !== "/graphql" || (origin && !allowed(origin))) {
      return socket.end(
        `HTTP/1.1 ${pathname === "/graphql" ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`,
      );
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit("connection", ws, request));
  };
  app.server.on("upgrade", upgrade);

  useServer<Record<string, unknown>, Kept>(
    {
      schema: room.schema,
      connectionInitWaitTimeout: INIT_MS,
      onConnect: (socket) => connect(room, socket),
      onClose: ({ extra }) => {
        clearTimeout(extra.expiry);
        if (extra.connection) room.hub.disconnected(extra.connection);
      },
      onSubscribe: (socket, id, payload) => admit(room, socket, id, payload),
      onError: (_socket, _id, _payload, errors) => errors.map((error) => room.operations.mask(error)),
      execute: (args) => room.operations.run((args as Admitted).operation, args.contextValue as never) as never,
      subscribe: (args) => subscribe(room, args as Admitted) as never,
    },
    sockets,
  );
  return sockets;
};

/** Closes a socket that sends more than it may in one second. */
const boundMessages = (ws: WebSocket): void => {
  let second = 0;
  let count = 0;
  ws.on("message", () => {
    const now = Math.floor(Date.now() / 1000);
    count = now === second ? count + 1 : 1;
    second = now;
    if (count > MOST_MESSAGES_A_SECOND) ws.close(...CLOSE.busy);
  });
  ws.on("error", () => ws.terminate());
};

/** Knows the caller, or closes with 4403; from then on a change of their rights finds this socket. */
const connect = async (room: Room, socket: Socket): Promise<boolean> => {
  const { extra, connectionParams } = socket;
  try {
    const given = connectionParams?.authorization ?? connectionParams?.Authorization;
    extra.caller = await room.authenticate(given);
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === "UNAUTHENTICATED") return false;
    throw error;
  }
  const { personId, expiresAt, scope } = extra.caller;
  if (!personId) return true;
  const ws = extra.socket;
  extra.connection = {
    personId,
    send: (frame) => ws.send(frame),
    close: (code, reason) => {
      ws.close(code, reason);
      setTimeout(() => ws.terminate(), 1_000).unref(); // a client that does not read does not answer a close either
    },
    buffered: () => ws.bufferedAmount,
    get open() {
      return ws.readyState === ws.OPEN;
    },
  };
  if (expiresAt) {
    const left = Math.min(expiresAt.getTime() - Date.now(), LONGEST_TIMER_MS);
    extra.expiry = setTimeout(() => ws.close(...CLOSE.forbidden), left).unref();
  }
  if (ws.readyState === ws.OPEN) room.hub.connected(extra.connection, scope);
  return true;
};

/** Parses, validates, limits and authenticates anew: rights may have changed since the socket opened. */
const admit = async (
  room: Room,
  socket: Socket,
  id: string,
  {
    query,
    operationName,
    variables,
  }: {
    query: string;
    operationName?: string | undefined | null;
    variables?: Record<string, unknown> | undefined | null;
  },
): Promise<ExecutionArgs | readonly GraphQLError[]> => {
  try {
    const document = room.operations.documents.prepare(query);
    if (Array.isArray(document)) return document as readonly GraphQLError[];
    const parsed = document as ExecutionArgs["document"];
    const caller = await room.renewed(socket.extra.caller as Caller);
    if (!caller) {
      socket.extra.socket.close(...CLOSE.forbidden);
      return [unauthenticated()];
    }
    const ctx = room.contextFor(caller);
    const address = socket.extra.request.socket.remoteAddress ?? "";
    const operation = room.operations.admit(parsed, operationName, variables, { personId: ctx.personId, address });
    const definition = getOperationAST(parsed, operationName);
    if (!definition) throw badInput("Say which operation is meant.");

    let live: Admitted["live"] = null;
    if (definition.operation === "subscription") {
      if (!ctx.personId) throw unauthenticated();
      if (Object.keys(socket.subscriptions).length > MOST_SUBSCRIPTIONS) {
        throw requestError("LIMIT_EXCEEDED", `A socket carries at most ${MOST_SUBSCRIPTIONS} subscriptions.`);
      }
      const subscription = subscribed(room.schema, parsed, definition, operation.name, operation.variables);
      await mayStart(ctx, subscription);
      const after = subscription.args.after as string | null | undefined;
      live = { subscription, since: after ? await room.log.positionOf(after) : await room.log.headPosition() };
    }
    const args: Admitted = {
      schema: room.schema,
      document: parsed,
      operationName: operationName ?? null,
      variableValues: operation.variables,
      contextValue: ctx,
      operation,
      live,
      id,
      socket,
    };
    return args;
  } catch (error) {
    return error instanceof Refusals ? error.errors : [error as GraphQLError];
  }
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
