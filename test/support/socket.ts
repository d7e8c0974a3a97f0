import { Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asked for.
export type Frame = { data?: any; errors?: readonly any[]; extensions?: Record<string, unknown> };

/** One subscription and what it has received so far. */
export interface Listening extends AsyncIterable<Frame> {
  readonly received: readonly Frame[];
  /** Resolves once the server has ended it: with null, with the errors of its `error` message, or why the socket closed. */
  readonly ended: Promise<unknown>;
  /** The first frames, once there are so many; fails when they do not come in time. */
  take(count: number, withinMs?: number): Promise<readonly Frame[]>;
  stop(): void;
}

/** A socket with the protocol spoken by the real client. */
export interface LiveSocket {
  readonly client: Client;
  subscribe(query: string, variables?: Record<string, unknown>): Listening;
  /** A query or mutation over the socket: its one result, or the errors of its `error` message. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Frame>;
  /** Resolves when the socket has opened and the server knows the caller. */
  readonly opened: Promise<void>;
  /** Resolves with the close code. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Ends the connection as a lost network would. */
  cut(): void;
  close(): Promise<void>;
}

export const openSocket = (url: string, authorization: () => Promise<string | undefined>): LiveSocket => {
  let socket: WebSocket | undefined;
  let lost = false;
  let opened: () => void = () => undefined;
  let closed: (event: { code: number; reason: string }) => void = () => undefined;
  const whenOpened = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const whenClosed = new Promise<{ code: number; reason: string }>((resolve) => {
    closed = resolve;
  });
  const client = createClient({
    url: url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    connectionParams: async () => {
      const given = await authorization();
      return given ? { authorization: given } : {};
    },
    on: {
      opened: (made) => {
        socket = made as WebSocket;
        if (lost) socket.terminate();
      },
      connected: () => opened(),
      closed: (event) => {
        const { code, reason } = event as { code: number; reason: string };
        closed({ code, reason });
      },
    },
  });
  return {
    client,
    subscribe: (query, variables) => listen(client, query, variables),
    ask: (query, variables) =>
      new Promise((resolve, reject) => {
        let result: Frame = {};
        client.subscribe(
          { query, variables: variables ?? null },
          {
            next: (frame) => {
              result = frame as Frame;
            },
            error: (error) => (Array.isArray(error) ? resolve({ errors: error }) : reject(error)),
            complete: () => resolve(result),
          },
        );
      }),
    opened: whenOpened,
    closed: whenClosed,
    cut: () => {
      lost = true;
      socket?.terminate();
    },
    // A client whose connection is being made, or was refused, rejects with the close event.
    close: async () => Promise.resolve(client.dispose()).catch(() => undefined),
  };
};

const listen = (client: Client, query: string, variables?: Record<string, unknown>): Listening => {
  const received: Frame[] = [];
  const waiting = new Set<() => void>();
  const told = () => {
    for (const look of waiting) look();
  };
  let over = false;
  let end: (why: unknown) => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => {
    end = (why) => {
      over = true;
      resolve(why);
      told();
    };
  });
  const stop = client.subscribe(
    { query, variables: variables ?? null },
    {
      next: (frame) => {
        received.push(frame as Frame);
        told();
      },
      error: end,
      complete: () => end(null),
    },
  );
  const change = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
    });
  return {
    received,
    ended,
    stop,
    take: async (count, withinMs = 5_000) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        told();
      }, withinMs);
      while (received.length < count && !late && !over) await change();
      clearTimeout(timer);
      if (received.length < count) {
        const why = over ? JSON.stringify(await ended) : `${withinMs} ms passed`;
        throw new Error(`${count} frames were expected, ${received.length} came, then: ${why}`);
      }
      return received.slice(0, count);
    },
    async *[Symbol.asyncIterator]() {
      for (let index = 0; ; index += 1) {
        while (received.length <= index && !over) await change();
        if (received.length <= index) return;
        yield received[index] as Frame;
      }
    },
  };
};
