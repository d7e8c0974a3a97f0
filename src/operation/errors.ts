import { GraphQLError } from "graphql";

/** The closed list of codes a request error may carry. */
export type RequestErrorCode =
  | "GRAPHQL_PARSE_FAILED"
  | "GRAPHQL_VALIDATION_FAILED"
  | "BAD_USER_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "LIMIT_EXCEEDED"
  | "RATE_LIMITED"
  | "TIMEOUT"
  | "UNAVAILABLE"
  | "BAD_CURSOR"
  | "CURSOR_EXPIRED"
  | "INTERNAL_SERVER_ERROR";

export const requestError = (
  code: RequestErrorCode,
  message: string,
  more: Record<string, unknown> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, ...more } });

export const badInput = (message: string, nodes?: GraphQLError["nodes"]) =>
  new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } });
export const unauthenticated = (message = "Sign in first: this needs a token.") =>
  requestError("UNAUTHENTICATED", message);
export const forbidden = (message = "This is not yours to do.") => requestError("FORBIDDEN", message);
export const notFound = (message = "There is no such thing, or it is not yours to see.") =>
  requestError("NOT_FOUND", message);
