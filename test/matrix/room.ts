import { buildClientSchema, GraphQLSchema, getIntrospectionQuery } from "graphql";
import type { AccessLog } from "../../src/access/access-log";
import type { Context } from "../../src/context";
import type { Database } from "../../src/database/database";
import type { Addresses } from "../../src/document/addresses";
import { Documents } from "../../src/document/documents";
import { Caller } from "../../src/identity/authenticate";
import { tokenVerifier } from "../../src/identity/tokens";
import { openLog } from "../../src/log/log";
import { Logger } from "../../src/operator/logger";
import { Metrics } from "../../src/operator/metrics";
import { makeSchema } from "../../src/schema";
import { SYSTEM } from "../../src/time";
import { Room } from "../../src/transport/room";
import { storageFor } from "../support/documents";
import { AUTH_SECRET, SECRET, tokenFor } from "../support/tandem";

export interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: the selections know the shape they asked for.
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What they seal is for `test/document`: here it is asked who is given which. */
const ADDRESSES: Addresses = { close: ({ use, documentId }) => `${use} of ${documentId}`, open: () => null };

/**
 * The room that both transports share, without a network: HTTP and WebSocket prepare, admit and run an operation by the
 * same three calls, and follow subscriptions by the same hub. That they do is for `test/live`.
 */
export const openRoom = async (db: Database): Promise<Room> =>
  new Room({
    schema: makeSchema(),
    db,
    log: await openLog(db, SECRET),
    logger: new Logger("silent"),
    metrics: new Metrics(),
    documents: new Documents(db, ADDRESSES, storageFor(db), new Logger("silent")),
    // What is opened is planted, so that the truth stands still while it is read.
    access: { opened: () => undefined } as unknown as AccessLog,
    verifier: tokenVerifier({ kind: "secret", secret: AUTH_SECRET }),
    introspection: true,
    rateLimit: false,
    clock: SYSTEM,
    own: () => "http://127.0.0.1:4000",
  });

/** The `Authorization` of somebody, if they have one. */
export const authorization = async (personId: string | null): Promise<string | undefined> =>
  personId === null ? undefined : `Bearer ${await tokenFor(personId)}`;

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answered>;

/** Somebody with their token, whose rights are asked at each operation unless they are known not to change. */
export const asking = async (room: Room, personId: string | null, { anew = false } = {}): Promise<Ask> => {
  const token = await authorization(personId);
  const known = await room.authenticate(token);
  return async (query, variables = {}) => {
    const caller = anew ? await room.authenticate(token) : known;
    return ask(room, room.contextFor(caller), query, variables);
  };
};

/** Somebody's operation on a day of the story. */
export const askingOn = async (room: Room, caller: Caller, now: Date): Promise<Ask> => {
  const ctx = room.contextFor(caller);
  return (query, variables = {}) => ask(room, { ...ctx, now }, query, variables);
};

const ask = async (room: Room, ctx: Context, query: string, variables: Record<string, unknown>): Promise<Answered> => {
  const { operations } = room;
  const document = operations.documents.prepare(query);
  if (!("kind" in document)) {
    return asSent({ data: null, errors: document.map((fault) => operations.mask(fault)) }) as Answered;
  }
  try {
    const admitted = operations.admit(document, null, variables, { personId: ctx.personId, address: "here" });
    return asSent(await operations.run(admitted, ctx)) as Answered;
  } catch (error) {
    return asSent({ data: null, errors: [operations.mask(error)] }) as Answered;
  }
};

/** What a client makes of it. */
const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The schema as the running server tells it. */
export const introspected = async (room: Room): Promise<GraphQLSchema> => {
  const { data } = await (await asking(room, null))(getIntrospectionQuery());
  return buildClientSchema(data);
};
