import type { Connection } from "../../src/hub/connection";
import { admit } from "../../src/transport/admit";
import type { Room } from "../../src/transport/room";
import type { Admitted, Socket } from "../../src/transport/socket";
import { authorization } from "./room";

/** A message as its subscriber gets it. */
export interface Frame {
  // biome-ignore lint/suspicious/noExplicitAny: each road knows the shape it asked for.
  readonly data: any;
  readonly errors?: readonly { readonly message: string }[];
}

/** Somebody's socket in this process: it admits and follows subscriptions as the real one does, without a wire. */
export interface Ear {
  /** Begins a subscription. Its messages gather in the answer; or the code it was refused with. */
  follow(query: string, variables?: Record<string, unknown>): Promise<Frame[] | string>;
  /** Ends everything that was begun. */
  close(): void;
}

export const listening = async (room: Room, personId: string | null): Promise<Ear> => {
  const frames = new Map<string, Frame[]>();
  let open = true;
  const connection: Connection = {
    personId: personId ?? "",
    issuedAt: null,
    send: (text) => {
      const { id, payload } = JSON.parse(text) as { id: string; payload: Frame };
      frames.get(id)?.push(payload);
    },
    close: () => {
      open = false;
    },
    buffered: () => 0,
    get open() {
      return open;
    },
  };
  const token = await authorization(personId);
  const { scope } = await room.authenticate(token);
  if (personId) room.hub.connected(connection, scope);
  const ws = { bufferedAmount: 0, readyState: 1, OPEN: 1, close: () => connection.close(1001, "") };
  const socket = { extra: { socket: ws, authorization: token, connection } } as unknown as Socket;

  return {
    follow: async (query, variables = {}) => {
      const id = `s${frames.size}`;
      socket.extra.live?.clear(); // how many a socket may carry is asked elsewhere
      const admitted = await admit(room, socket, id, "here", { query, variables });
      if (Array.isArray(admitted)) return String(room.operations.mask(admitted[0]).extensions?.code);
      const { live } = admitted as Admitted;
      if (!live) throw new Error("This is no subscription.");
      const received: Frame[] = [];
      frames.set(id, received);
      room.hub.subscribe(id, connection, live.subscription, live.since);
      return received;
    },
    close: () => {
      open = false;
      if (personId) room.hub.disconnected(connection);
    },
  };
};
