import { GraphQLError } from "graphql";
import { Connection } from "../../src/hub/connection";
import { Subscriber } from "../../src/hub/subscriber";
import { admit } from "../../src/transport/admit";
import { Admitted, Socket } from "../../src/transport/socket";
import { tokenFor } from "../support/tandem";
import { until } from "../support/until";
import { Operation } from "./operations";
import { personOf, World } from "./world";

/** A subscription as a client hears it: why it could not begin, or its messages so far and whether its socket closed. */
export interface Heard {
  readonly errors: readonly unknown[] | null;
  readonly messages: readonly unknown[];
  readonly closed: readonly unknown[];
}

export interface Listening {
  readonly heard: Heard;
  /** Resolves once everything up to where it began has been sent. */
  caughtUp(): Promise<void>;
  stop(): void;
}

/** Begins a subscription as a socket does, and has the hub write to memory: when a replay has ended is known, not guessed. */
export const listen = async (
  { tandem, known }: World,
  viewer: string,
  { query, variables }: Operation,
): Promise<Listening> => {
  const { room } = tandem.app;
  const authorization = viewer === "public" ? undefined : `Bearer ${await tokenFor(personOf(known, viewer))}`;
  const messages: unknown[] = [];
  const closed: unknown[] = [];
  const close = (...why: unknown[]) => void closed.push(why);
  const socket = { extra: { socket: { bufferedAmount: 0, close }, authorization } } as unknown as Socket;
  const admitted = await admit(room, socket, "1", "127.0.0.1", { query, variables });
  if (Array.isArray(admitted)) {
    const errors = (admitted as GraphQLError[]).map((error) => room.operations.mask(error));
    return { heard: { errors, messages, closed }, caughtUp: async () => undefined, stop: () => undefined };
  }

  const { personId, scope } = await room.authenticate(authorization);
  const connection: Connection = {
    personId: personId as string,
    issuedAt: null,
    send: (frame) => void messages.push(JSON.parse(frame)),
    close,
    buffered: () => 0,
    open: true,
  };
  const { subscription, since } = (admitted as Admitted).live as NonNullable<Admitted["live"]>;
  room.hub.connected(connection, scope);
  const subscriber: Subscriber = room.hub.subscribe("1", connection, subscription, since);
  return {
    heard: { errors: null, messages, closed },
    caughtUp: () => until(() => subscriber.group !== null),
    stop: () => room.hub.disconnected(connection),
  };
};
