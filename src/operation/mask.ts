import { randomUUID } from "node:crypto";
import { GraphQLError, GraphQLFormattedError } from "graphql";
import { Logger } from "pino";
import { RequestErrorCode, requestError } from "./errors";
import { LIMITS } from "./limits";

const CODES: ReadonlySet<unknown> = new Set<RequestErrorCode>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "LIMIT_EXCEEDED",
  "RATE_LIMITED",
  "TIMEOUT",
  "UNAVAILABLE",
  "BAD_CURSOR",
  "CURSOR_EXPIRED",
]);

/** What Apollo Server calls some of them. */
const SAME: Record<string, RequestErrorCode> = {
  BAD_REQUEST: "BAD_USER_INPUT",
  OPERATION_RESOLUTION_FAILURE: "BAD_USER_INPUT",
  PERSISTED_QUERY_NOT_SUPPORTED: "BAD_USER_INPUT",
  PERSISTED_QUERY_NOT_FOUND: "BAD_USER_INPUT",
};

const DATABASE_AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "PROTOCOL_CONNECTION_LOST",
  "ER_SERVER_SHUTDOWN",
  "ER_CON_COUNT_ERROR",
]);

/** What drivers say whose connections were closed: they give no code. */
const CLOSED = /Pool is closed|connection is not open|in closed state|Connection is not established/;

const isAway = (cause: unknown): boolean => {
  const { code, driverError, message } = Object(cause) as {
    code?: string;
    driverError?: { code?: string };
    message?: string;
  };
  return DATABASE_AWAY.has(code ?? driverError?.code ?? "") || CLOSED.test(message ?? "");
};

const causeOf = (error: unknown): unknown => {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return (cause as { thrownValue?: unknown } | undefined)?.thrownValue ?? cause; // what was thrown, where it was no Error
};

/** Makes of any error what a client may know: a code of the closed list, no stack, SQL or path of ours. */
export const masked = (error: unknown, log: Logger): GraphQLFormattedError => {
  const graphql =
    error instanceof GraphQLError ? error : new GraphQLError("Internal error", { originalError: error as Error });
  const { locations, path } = graphql.toJSON();
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const cause = causeOf(error);
  // Apollo Server wraps what our rules threw and has codes of its own; compiled queries' errors have no extensions.
  const given = { ...graphql.extensions, ...(cause instanceof GraphQLError ? cause.extensions : {}) };
  const code = SAME[given.code as string] ?? given.code;

  if (given.code === "GRAPHQL_PARSE_FAILED" && /more tha[tn] \d+ tokens/.test(graphql.message)) {
    const message = `Tokens in a document: more than the ${LIMITS.tokens} that are allowed.`;
    return { message, ...place, extensions: { code: "LIMIT_EXCEEDED" } };
  }
  if (CODES.has(code)) {
    const { retryAfter, cost } = given as { retryAfter?: number; cost?: unknown };
    return {
      message: graphql.message,
      ...place,
      extensions: {
        code,
        ...(retryAfter === undefined ? {} : { retryAfter }),
        ...(cost === undefined ? {} : { cost }),
      },
    };
  }
  if (given.code === "INTERNAL_SERVER_ERROR" && typeof given.id === "string") {
    return { message: "Internal error", ...place, extensions: { code: given.code, id: given.id } }; // masked before
  }
  const id = randomUUID();
  log.error({ err: cause, id }, "internal error");
  if (isAway(cause)) {
    const away = requestError("UNAVAILABLE", "The database is away: try again in a moment.");
    return { message: away.message, ...place, extensions: { code: "UNAVAILABLE" } };
  }
  return { message: "Internal error", ...place, extensions: { code: "INTERNAL_SERVER_ERROR", id } };
};
