import { ExecutionResult, execute, GraphQLSchema } from "graphql";
import type { AccessLog } from "../access/access-log";
import type { Context } from "../context";
import type { Database } from "../database/database";
import type { Documents } from "../document/documents";
import { EntryRow, Log } from "../log/log";
import { inTime } from "../operation/in-time";
import { masked } from "../operation/mask";
import { Logger } from "../operator/logger";
import { Scope } from "../scope/scope";
import { Clock, SYSTEM } from "../time";
import { messageOf } from "./live";
import { Subscribed } from "./subscription";

/** What a group's message says, serialised once for all who are sent it. */
export interface Framed {
  readonly payload: string;
  /** Says that somebody was sent it: each of them has opened what it shows. */
  sentTo(personId: string): void;
}

/** Answers a subscription for one entry under a scope. Never fails. */
export type Frame = (subscription: Subscribed, scope: Scope, entry: EntryRow) => Promise<Framed>;

export interface FrameOptions {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Log;
  readonly logger: Logger;
  readonly access: Pick<AccessLog, "opened">;
  readonly documents?: Documents;
  readonly clock?: Clock;
}

/** Executes for each entry with a fresh context: edges answer the present. A fault is told in the message. */
export const framing =
  ({ schema, db, log, logger, access, documents, clock = SYSTEM }: FrameOptions): Frame =>
  async (subscription, scope, entry) => {
    const contextValue: Context = {
      db,
      log,
      ...(documents ? { documents } : {}),
      personId: scope.personId,
      scope,
      now: clock.now(),
      opened: new Set(),
      loaders: new Map(),
    };
    try {
      const { data, errors }: ExecutionResult = await inTime(
        execute({
          schema,
          document: subscription.document,
          operationName: subscription.name,
          variableValues: subscription.variables,
          rootValue: messageOf(contextValue, entry),
          contextValue,
        }),
      );
      const payload = JSON.stringify({
        data: data ?? null,
        ...(errors ? { errors: errors.map((error) => masked(error, logger)) } : {}),
      });
      const { opened, now } = contextValue;
      return { payload, sentTo: (personId) => (data ? access.opened(personId, opened, now) : undefined) };
    } catch (error) {
      const payload = JSON.stringify({ data: null, errors: [masked(error, logger)] });
      return { payload, sentTo: () => undefined };
    }
  };
