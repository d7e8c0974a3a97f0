import { GraphQLSchema } from "graphql";
import type { AccessLog } from "../access/access-log";
import type { Context } from "../context";
import type { Database } from "../database/database";
import type { Documents } from "../document/documents";
import { Hub } from "../hub/hub";
import { authenticate, Caller } from "../identity/authenticate";
import { TokenVerifier } from "../identity/tokens";
import { Log } from "../log/log";
import { Operations } from "../operation/operation";
import { Logger } from "../operator/logger";
import { Metrics } from "../operator/metrics";
import { Clock } from "../time";

export interface RoomOptions {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Log;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly access: AccessLog;
  readonly documents: Documents;
  readonly verifier: TokenVerifier;
  readonly introspection: boolean;
  readonly rateLimit: boolean;
  readonly clock: Clock;
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
  readonly db: Database;
  readonly documents: Documents;
  readonly clock: Clock;

  constructor(private readonly options: RoomOptions) {
    const { schema, db, log, logger, metrics, access, documents, clock } = options;
    this.schema = schema;
    this.logger = logger;
    this.metrics = metrics;
    this.log = log;
    this.db = db;
    this.documents = documents;
    this.clock = clock;
    this.operations = new Operations({ ...options, log: logger });
    this.hub = new Hub({ schema, db, log, logger, access, documents, clock });
  }

  authenticate(authorization: unknown): Promise<Caller> {
    return authenticate(this.options, authorization);
  }

  /** A context for one operation of this caller. */
  contextFor({ personId, scope }: Pick<Caller, "personId" | "scope">): Context {
    const { db, log, documents, own } = this.options;
    const now = this.clock.now();
    return { db, log, documents, personId, scope, now, publicUrl: own(), opened: new Set(), loaders: new Map() };
  }
}
