import { AddressInfo } from "node:net";
import Fastify, { FastifyBaseLogger, FastifyInstance, LogController } from "fastify";
import { AccessLog } from "./access/access-log";
import type { Config } from "./config";
import type { Database } from "./database/database";
import { watched } from "./database/watched";
import { addressesWith } from "./document/addresses";
import { Documents } from "./document/documents";
import { TokenVerifier } from "./identity/tokens";
import { openLog } from "./log/log";
import { LIMITS } from "./operation/limits";
import { Logger } from "./operator/logger";
import { Metrics } from "./operator/metrics";
import { PlaygroundOptions, registerPlayground } from "./playground/playground";
import { makeSchema } from "./schema";
import type { Storage } from "./storage/storage";
import { Clock, SYSTEM } from "./time";
import { registerContributions } from "./transport/contribute";
import { publishCredentials } from "./transport/credentials";
import { serveDocuments } from "./transport/documents";
import { badAddress, badRequest, registerErrors } from "./transport/errors";
import { headersOf, registerHeaders } from "./transport/headers";
import { registerHealth } from "./transport/health";
import { serveHttp } from "./transport/http";
import { reachedFromBeyond } from "./transport/local";
import { registerMetrics } from "./transport/metrics";
import { originCheck, registerCors } from "./transport/origins";
import { Room } from "./transport/room";
import { serveWs } from "./transport/ws";

export interface AppOptions {
  readonly db: Database;
  readonly secret: string;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  /** Where documents lie. */
  readonly storage: Storage;
  readonly config: Pick<
    Config,
    "host" | "publicUrl" | "corsOrigins" | "trustProxy" | "rateLimit" | "metricsToken" | "introspection"
  >;
  /** The system's, unless a test brings its own. */
  readonly clock?: Clock;
  /** Demo: any origin on this machine may call. */
  readonly demo: boolean;
  /** The page at `/`; none when left out. */
  readonly playground?: Omit<PlaygroundOptions, "endpoint">;
}

export interface App {
  readonly server: FastifyInstance;
  readonly room: Room;
  /** Refuses what is new, lets what runs finish, closes sockets with 1001. */
  close(): Promise<void>;
}

/** Everything but listening: schema, HTTP, WebSocket, hub. */
export const createApp = async ({
  db: given,
  secret,
  verifier,
  logger,
  storage,
  config,
  clock = SYSTEM,
  demo,
  playground,
}: AppOptions): Promise<App> => {
  const { publicUrl, rateLimit, introspection } = config;
  const headers = await headersOf({ https: publicUrl?.startsWith("https:") ?? false });
  const server = Fastify({
    loggerInstance: logger.for("fastify") as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: [...config.trustProxy],
    forceCloseConnections: "idle",
    frameworkErrors: badAddress(headers),
    clientErrorHandler: badRequest(headers),
  });
  const metrics = new Metrics();
  const db = watched(given, (fault) => metrics.databaseFailed(fault));
  const log = await openLog(db, secret);
  const access = new AccessLog(db, logger);
  const own = () => publicUrl ?? addressOf(server, config.host);
  const documents = new Documents(db, addressesWith(secret, own), storage, logger);
  const room = new Room({
    schema: makeSchema(),
    ...{ db, log, logger, metrics, access, documents, verifier, rateLimit, introspection, clock, own },
  });
  const allowed = originCheck({ configured: config.corsOrigins, demo, own });

  registerHeaders(server, headers);
  await registerCors(server, allowed);
  registerErrors(server, logger);
  registerHealth(server, db, logger);
  // Behind a proxy that says nothing of itself everybody seems to ask from here.
  const proxied = config.trustProxy.length > 0 || reachedFromBeyond(config);
  if (config.metricsToken !== null || !proxied) registerMetrics(server, metrics, config.metricsToken);
  if (playground) registerPlayground(server, { endpoint: "/graphql", ...playground });
  await registerContributions(server, room, originCheck({ configured: [], demo: false, own }));
  const apollo = await serveHttp(server, room);
  await serveDocuments(server, room);
  await publishCredentials(server, room);
  const sockets = serveWs(server, room, { allowed, trustProxy: config.trustProxy });
  metrics.watch({ ...room.hub.readings, sockets: sockets.open, head: log.headPosition });
  await room.hub.start();
  return {
    server,
    room,
    close: async () => {
      const closed = server.close();
      // A connection that was busy then is kept alive, and one that never ends its request would keep us alive.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
      const end = setTimeout(() => server.server.closeAllConnections(), LIMITS.requestMs);
      await sockets.close();
      await room.hub.stop();
      await closed;
      clearInterval(sweep);
      clearTimeout(end);
      await apollo.stop();
      await access.close(); // nobody is answered any more
    },
  };
};

/** Where the server is reached when no other address is given: by its host's name, at the port it took. */
export const addressOf = ({ server }: FastifyInstance, host: string): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
