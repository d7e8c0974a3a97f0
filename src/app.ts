import Fastify, { FastifyBaseLogger, FastifyInstance, LogController } from "fastify";
import { Logger } from "pino";
import type { Config } from "./config";
import type { Database } from "./database/database";
import { TokenVerifier } from "./identity/tokens";
import { openLog } from "./log/log";
import { LIMITS } from "./operation/limits";
import { PlaygroundOptions, registerPlayground } from "./playground/playground";
import { makeSchema } from "./schema";
import { registerHealth } from "./transport/health";
import { serveHttp } from "./transport/http";
import { originCheck, registerCors } from "./transport/origins";
import { Room } from "./transport/room";
import { serveWs } from "./transport/ws";

export interface AppOptions {
  readonly db: Database;
  readonly secret: string;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  readonly config: Pick<Config, "corsOrigins" | "trustProxy" | "rateLimit" | "introspection">;
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
  db,
  secret,
  verifier,
  logger,
  config,
  demo,
  playground,
}: AppOptions): Promise<App> => {
  const server = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: [...config.trustProxy],
    forceCloseConnections: "idle",
  });
  const log = await openLog(db, secret);
  const { rateLimit, introspection } = config;
  const room = new Room({ schema: makeSchema(), db, log, logger, verifier, rateLimit, introspection });
  const allowed = originCheck(config.corsOrigins, demo);

  registerCors(server, allowed);
  registerHealth(server, db, logger);
  if (playground) registerPlayground(server, { endpoint: "/graphql", ...playground });
  const apollo = await serveHttp(server, room);
  const closeSockets = serveWs(server, room, { allowed, trustProxy: config.trustProxy });
  await room.hub.start();
  return {
    server,
    room,
    close: async () => {
      const closed = server.close();
      // A connection that was busy then is kept alive, and one that never ends its request would keep us alive.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
      const end = setTimeout(() => server.server.closeAllConnections(), LIMITS.requestMs);
      await closeSockets();
      await room.hub.stop();
      await closed;
      clearInterval(sweep);
      clearTimeout(end);
      await apollo.stop();
    },
  };
};
