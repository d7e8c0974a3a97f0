import { randomUUID } from "node:crypto";
import { GraphQLError, GraphQLFormattedError } from "graphql";
import { databaseFault } from "../database/fault";
import { Logger } from "../operator/logger";
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

const causeOf = (error: unknown): unknown => {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return (cause as { thrownValue?: unknown } | undefined)?.thrownValue ?? cause; // what was thrown, where it was no Error
};

/** What was really thrown, and what may be believed of what it says. */
const judged = (error: unknown) => {
  const graphql =
    error instanceof GraphQLError ? error : new GraphQLError("Internal error", { originalError: error as Error });
  const cause = causeOf(error);
  // Apollo Server wraps what our rules threw and has codes of its own; compiled queries' errors have no extensions. What
  // anything else than GraphQL threw may have some too, beside a message that is not for clients.
  const given = cause instanceof GraphQLError ? { ...graphql.extensions, ...cause.extensions } : {};
  const tooLong = given.code === "GRAPHQL_PARSE_FAILED" && /more tha[tn] \d+ tokens/.test(graphql.message);
  return { graphql, cause, given, tooLong, known: SAME[given.code as string] ?? given.code };
};

/** The code that a client is told of an error. */
export const codeOf = (error: unknown): RequestErrorCode => {
  const { cause, tooLong, known } = judged(error);
  if (tooLong) return "LIMIT_EXCEEDED";
  if (CODES.has(known)) return known as RequestErrorCode;
  return databaseFault(cause) === "away" ? "UNAVAILABLE" : "INTERNAL_SERVER_ERROR";
};

/** Makes of any error what a client may know: a code of the closed list, no stack, SQL or path of ours. */
export const masked = (error: unknown, log: Logger): GraphQLFormattedError => {
  const { graphql, cause, given, tooLong, known } = judged(error);
  const code = codeOf(error);
  const { locations, path } = graphql.toJSON();
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };

  if (tooLong) {
    const message = `Tokens in a document: more than the ${LIMITS.tokens} that are allowed.`;
    return { message, ...place, extensions: { code } };
  }
  if (CODES.has(known)) {
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
    return { message: "Internal error", ...place, extensions: { code, id: given.id } }; // masked before
  }
  const id = randomUUID();
  log.error({ err: cause, id }, "internal error");
  if (code === "UNAVAILABLE") {
    const away = requestError("UNAVAILABLE", "The database is away: try again in a moment.");
    return { message: away.message, ...place, extensions: { code } };
  }
  return { message: "Internal error", ...place, extensions: { code, id } };
};
