import { ExecutionResult, execute, GraphQLSchema } from "graphql";
import type { Context } from "../context";
import type { Database } from "../database/database";
import { EntryRow, Log } from "../log/log";
import { inTime } from "../operation/in-time";
import { masked } from "../operation/mask";
import { Logger } from "../operator/logger";
import { Scope } from "../scope/scope";
import { messageOf } from "./live";
import { Subscribed } from "./subscription";

/** Answers a subscription for one entry under a scope: the payload of its message, serialised. Never fails. */
export type Frame = (subscription: Subscribed, scope: Scope, entry: EntryRow) => Promise<string>;

export interface FrameOptions {
  readonly schema: GraphQLSchema;
  readonly db: Database;
  readonly log: Log;
  readonly logger: Logger;
}

/** Executes for each entry with a fresh context: edges answer the present. A fault is told in the message. */
export const framing =
  ({ schema, db, log, logger }: FrameOptions): Frame =>
  async (subscription, scope, entry) => {
    const contextValue: Context = { db, log, personId: scope.personId, scope, now: new Date(), loaders: new Map() };
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
      return JSON.stringify({
        data: data ?? null,
        ...(errors ? { errors: errors.map((error) => masked(error, logger)) } : {}),
      });
    } catch (error) {
      return JSON.stringify({ data: null, errors: [masked(error, logger)] });
    }
  };
