import { ExecutionArgs, GraphQLError, getOperationAST } from "graphql";
import { SubscribePayload } from "graphql-ws";
import type { Context } from "../context";
import { CLOSE, MOST_UNREAD } from "../hub/connection";
import { subscribed } from "../hub/subscription";
import { Caller } from "../identity/authenticate";
import { requestError, unauthenticated } from "../operation/errors";
import { Operation, Refusals } from "../operation/operation";
import { Room } from "./room";
import { Admitted, Socket } from "./socket";
import { mayStart } from "./start";

const MOST_SUBSCRIPTIONS = 50;

/** Parses, validates, limits and authenticates anew: rights may have changed since the socket opened. */
export const admit = async (
  room: Room,
  socket: Socket,
  id: string,
  address: string,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> => {
  const { extra } = socket;
  const mark = Symbol(id);
  extra.newest ??= new Map();
  extra.newest.set(id, mark);
  let answer: ExecutionArgs | readonly GraphQLError[];
  try {
    // Answers are queued in memory for whoever does not read them.
    if (extra.socket.bufferedAmount > MOST_UNREAD) extra.socket.close(...CLOSE.slow);
    answer = await admitted(room, socket, id, address, payload);
  } catch (error) {
    const faults = error instanceof Refusals ? error.errors : [error];
    answer = faults.map((fault) => (fault instanceof GraphQLError ? fault : wrapped(fault)));
  }
  if (extra.newest.get(id) !== mark) {
    if (!extra.newest.has(id)) extra.live?.delete(id);
    return never(); // the client has ended it, and may have begun another under this id
  }
  if (Array.isArray(answer)) {
    room.operations.countRefused(answer[0]);
    extra.newest.delete(id);
  }
  return answer;
};

/** An answer that never comes is forgotten with its asker. */
const never = (): Promise<never> => new Promise(() => undefined);

const wrapped = (fault: unknown): GraphQLError => new GraphQLError("Internal error", { originalError: fault as Error });

const admitted = async (
  room: Room,
  socket: Socket,
  id: string,
  address: string,
  { query, operationName, variables }: SubscribePayload,
): Promise<Admitted | readonly GraphQLError[]> => {
  const { operations, schema } = room;
  const prepared = operations.documents.prepare(query);
  if (Array.isArray(prepared)) return prepared as readonly GraphQLError[];
  const document = prepared as ExecutionArgs["document"];
  const definition = getOperationAST(document, operationName);
  // Before anything is waited for: of many sent at once the last ones are too many.
  const release = definition?.operation === "subscription" ? takePlace(socket, id) : null;
  try {
    const ctx = room.contextFor(await callerOf(room, socket));
    const operation = operations.admit(document, operationName, variables, { personId: ctx.personId, address });
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: operation.variables,
      contextValue: ctx,
      operation,
      live: release ? await beginning(room, ctx, operation) : null,
      id,
      socket,
    };
  } catch (error) {
    release?.();
    throw error;
  }
};

/** What a subscription asks of the Log, and where it begins. Refuses what this caller may not follow. */
const beginning = async ({ schema, log, hub }: Room, ctx: Context, operation: Operation): Promise<Admitted["live"]> => {
  if (!ctx.personId) throw unauthenticated();
  const { document, definition, name, variables } = operation;
  const subscription = subscribed(schema, document, definition, name, variables);
  await mayStart(ctx, subscription);
  // The hub may not have come to the change of rights by which this caller asks: what it replays would stay unseen.
  await hub.rightsSettled();
  const after = subscription.args.after as string | null | undefined;
  return { subscription, since: after ? await log.positionOf(after) : await log.headPosition() };
};

/** Who asks, and what they may now. Somebody who may no longer sign in loses the socket. */
const callerOf = async (room: Room, { extra }: Socket): Promise<Caller> => {
  try {
    return await room.authenticate(extra.authorization);
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === "UNAUTHENTICATED") {
      extra.socket.close(...CLOSE.forbidden);
    }
    throw error;
  }
};

/** Counts a subscription among the socket's; answers how to give the place back. */
const takePlace = ({ extra }: Socket, id: string): (() => void) => {
  extra.live ??= new Set();
  if (extra.live.size >= MOST_SUBSCRIPTIONS && !extra.live.has(id)) {
    throw requestError("LIMIT_EXCEEDED", `A socket carries at most ${MOST_SUBSCRIPTIONS} subscriptions.`);
  }
  extra.live.add(id);
  return () => extra.live?.delete(id);
};
