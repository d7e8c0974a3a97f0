import { ApolloServer, ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { FastifyInstance, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Context } from "../context";
import { badInput, RequestErrorCode } from "../operation/errors";
import { LIMITS } from "../operation/limits";
import { Operation, Refusals } from "../operation/operation";
import { Room } from "./room";

const STATUS: Partial<Record<RequestErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  TIMEOUT: 503,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

interface HttpContext extends Context {
  readonly address: string;
}

/** Admits and runs operations by our own rules; Apollo Server speaks HTTP around it. */
const ourWay = ({ operations }: Room): ApolloServerPlugin<HttpContext> => ({
  invalidRequestWasReceived: async ({ error }) => operations.countRefused(error),
  contextCreationDidFail: async ({ error }) => operations.countRefused(error),
  requestDidStart: async () => {
    let admitted: Operation | undefined;
    return {
      didEncounterErrors: async ({ errors: [first] }) => operations.countRefused(first),
      didResolveOperation: async ({ document, request, contextValue, response, operation }) => {
        if (operation?.operation === "subscription") {
          throw status(400, new GraphQLError("Subscriptions are served over WebSocket, on this same address."));
        }
        try {
          admitted = operations.admit(document, request.operationName, request.variables, contextValue);
        } catch (error) {
          if (error instanceof Refusals) return; // answered below, all of them
          throw withStatus(error as GraphQLError);
        } finally {
          response.http.headers.set("cache-control", "no-store");
        }
      },
      responseForOperation: async ({ document, request, contextValue }) => {
        try {
          admitted ??= operations.admit(document, request.operationName, request.variables, contextValue);
        } catch (error) {
          const { errors } = error as Refusals;
          operations.countRefused(errors[0]);
          const singleResult = { errors: errors.map(operations.mask) };
          return { http: { status: 400, headers: new Map() as never }, body: { kind: "single", singleResult } };
        }
        const singleResult = await operations.run(admitted, contextValue);
        const [fault] = singleResult.errors ?? [];
        const whole = fault && !fault.path && singleResult.data == null; // nothing of it could be answered
        const status = (whole && STATUS[fault.extensions?.code as RequestErrorCode]) || 200;
        return { http: { status, headers: new Map() as never }, body: { kind: "single", singleResult } };
      },
    };
  },
});

const status = (code: number, error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    extensions: { code: "BAD_USER_INPUT", ...error.extensions, http: { status: code } },
  });

const withStatus = (error: GraphQLError): GraphQLError =>
  status(STATUS[error.extensions.code as RequestErrorCode] ?? 400, error);

/** Serves GraphQL over HTTP. */
export const serveHttp = async (app: FastifyInstance, room: Room): Promise<ApolloServer<HttpContext>> => {
  const { operations, schema } = room;
  const apollo = new ApolloServer<HttpContext>({
    schema,
    introspection: true, // switched off, where it is, by a validation rule of both transports
    documentStore: operations.documents.store,
    validationRules: [...operations.documents.rules],
    parseOptions: { maxTokens: LIMITS.tokens },
    formatError: (_, error) => operations.mask(error),
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ourWay(room)],
    logger: room.logger.for("apollo"),
  });
  await apollo.start();

  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    handler: fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest) => {
        try {
          const caller = await room.authenticate(request.headers.authorization);
          return { ...room.contextFor(caller), address: request.ip };
        } catch (error) {
          const { message, extensions } = operations.mask(error);
          throw withStatus(new GraphQLError(message, { extensions: extensions ?? {} }));
        }
      },
    }),
  });
  app.route({
    url: "/graphql",
    method: ["PUT", "PATCH", "DELETE", "OPTIONS"],
    handler: async (request, reply) => {
      void reply.header("allow", "GET, POST");
      if (request.method === "OPTIONS") return reply.code(204).send();
      const error = badInput(`${request.method} is not for GraphQL: GET for queries, or POST.`);
      return reply.code(405).send({ errors: [error] });
    },
  });
  return apollo;
};
