import { GraphQLSchema } from "graphql";
import type { AccessLog } from "../access/access-log";
import type { Context } from "../context";
import type { Database } from "../database/database";
import { Hub } from "../hub/hub";
import { authenticate, Caller } from "../identity/authenticate";
import { TokenVerifier } from "../identity/tokens";
import { Log } from "../log/log";
import { Operations } from "../operation/operation";
import { Logger } from "../operator/logger";
import { Metrics } from "../operator/metrics";

export interface RoomOptions {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Log;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly access: AccessLog;
  readonly verifier: TokenVerifier;
  readonly introspection: boolean;
  readonly rateLimit: boolean;
  /** Where the server is reached, once it listens. */
  readonly own: () => string;
}

/** What both transports share: how a caller is known, how an operation runs, and the hub. */
export class Room {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly operations: Operations;
  readonly hub: Hub;

  constructor(private readonly options: RoomOptions) {
    const { schema, db, log, logger, metrics, access } = options;
    this.schema = schema;
    this.logger = logger;
    this.metrics = metrics;
    this.log = log;
    this.operations = new Operations({ ...options, log: logger });
    this.hub = new Hub({ schema, db, log, logger, access });
  }

  authenticate(authorization: unknown): Promise<Caller> {
    return authenticate(this.options, authorization);
  }

  /** A context for one operation of this caller. */
  contextFor({ personId, scope }: Caller): Context {
    const { db, log, own } = this.options;
    const now = new Date();
    return { db, log, personId, scope, now, publicUrl: own(), opened: new Set(), loaders: new Map() };
  }
}
