import { AddressInfo } from "node:net";
import { App, AppOptions, createApp } from "../../src/app";
import type { Auth } from "../../src/config";
import type { Database } from "../../src/database/database";
import { mintToken, tokenVerifier } from "../../src/identity/tokens";
import { Log } from "../../src/log/log";
import { Logger } from "../../src/operator/logger";
import type { Storage } from "../../src/storage/storage";
import { openTestDatabase } from "./database";
import { storageFor } from "./documents";
import { LiveSocket, openSocket } from "./socket";

export const SECRET = "a secret for tests: thirty-two bytes or more";
export const AUTH_SECRET = "another secret for tests, for tokens only";

export interface TandemOptions {
  /** A database of the test's own; by default a new, empty one, which closes with the server. */
  readonly db?: Database;
  readonly logger?: Logger;
  readonly rateLimit?: boolean;
  readonly introspection?: boolean;
  readonly config?: Partial<AppOptions["config"]>;
  readonly demo?: boolean;
  readonly clock?: AppOptions["clock"];
  readonly playground?: AppOptions["playground"];
  /** Where documents lie; by default in a folder of the run. */
  readonly storage?: Storage;
  /** How tokens are known to be genuine; by default by a secret, with which `as` and `ws` sign theirs. */
  readonly auth?: Auth;
}

/** A request's answer, as a client of HTTP gets it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asked for.
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: likewise.
  readonly errors: readonly any[] | undefined;
  readonly extensions: { readonly cost?: { requested: number; limit: number } } | undefined;
}

/** Somebody at the door: with a token of their own, or without. */
export interface Visitor {
  token(): Promise<string>;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
}

/** A server and the database it serves, as its clients and a test see them. */
export interface Served {
  readonly db: Database;
  readonly log: Log;
  /** Where GraphQL is served. */
  readonly url: string;
  /** Who asks over HTTP; null asks without a token. */
  as(personId: string | null): Visitor;
  /** A client of graphql-ws on a socket of its own. */
  ws(personId: string | null): LiveSocket;
}

/** A real server in this process, on a free port. */
export interface Tandem extends Served {
  readonly app: App;
  close(): Promise<void>;
}

export const tokenFor = (personId: string, ttl = 3_600): Promise<string> =>
  mintToken({ personId, secret: AUTH_SECRET, ttl });

/** The ways in to a server: HTTP, sockets, and how to close those. */
export const doorsOf = (url: string): Pick<Served, "as" | "ws"> & { shut(): Promise<void> } => {
  const sockets: LiveSocket[] = [];
  return {
    as: (personId) => ({
      token: () => tokenFor(personId as string),
      ask: async (query, variables, headers = {}) => {
        const authorization: Record<string, string> = personId
          ? { authorization: `Bearer ${await tokenFor(personId)}` }
          : {};
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...authorization, ...headers },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors, extensions } = (await response.json()) as Answer;
        return { status: response.status, headers: response.headers, data, errors, extensions };
      },
    }),
    ws: (personId) => {
      const socket = openSocket(url, async () => (personId ? `Bearer ${await tokenFor(personId)}` : undefined));
      sockets.push(socket);
      return socket;
    },
    shut: async () => {
      await Promise.all(sockets.map((socket) => socket.close()));
    },
  };
};

const SAFE = { host: "127.0.0.1", publicUrl: null, corsOrigins: null, trustProxy: [], metricsToken: null };

export const startTandem = async (options: TandemOptions = {}): Promise<Tandem> => {
  const { rateLimit = false, introspection = true, logger = new Logger("silent") } = options;
  const db = options.db ?? (await openTestDatabase());
  const app = await createApp({
    db,
    secret: SECRET,
    verifier: tokenVerifier(options.auth ?? { kind: "secret", secret: AUTH_SECRET }),
    logger,
    storage: options.storage ?? storageFor(db),
    config: { ...SAFE, rateLimit, introspection, ...options.config },
    demo: options.demo ?? false,
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.playground ? { playground: options.playground } : {}),
  });
  await app.server.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}/graphql`;
  const { shut, ...doors } = doorsOf(url);

  return {
    db,
    log: app.room.log,
    app,
    url,
    ...doors,
    close: async () => {
      await shut();
      await app.close();
      if (!options.db) await db.close();
    },
  };
};
