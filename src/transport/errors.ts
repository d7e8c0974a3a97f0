import { STATUS_CODES } from "node:http";
import { Socket } from "node:net";
import { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RequestErrorCode } from "../operation/errors";
import { LIMITS } from "../operation/limits";
import { masked } from "../operation/mask";
import { Logger } from "../operator/logger";

/** The body of an answer that is an error, in the form that GraphQL has. */
const refusal = (code: RequestErrorCode, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** What is said of a request that never reached GraphQL: fixed words, nothing of the request. */
const SAID: Record<number, [RequestErrorCode, string]> = {
  404: ["NOT_FOUND", "There is nothing at this address."],
  408: ["TIMEOUT", "The request did not come in time."],
  413: ["LIMIT_EXCEEDED", `A request's body may have at most ${LIMITS.bodyBytes} bytes.`],
  415: ["BAD_USER_INPUT", "A body of this type is not read: send application/json."],
  421: ["FORBIDDEN", "This is answered to this machine only, by its own name, and not through a proxy."],
  431: ["LIMIT_EXCEEDED", "The request's headers are too long."],
};
const UNREADABLE: [RequestErrorCode, string] = ["BAD_USER_INPUT", "The request cannot be read."];

/** Answers with a status and what is said of it. */
export const refuse = (reply: FastifyReply, status: number) =>
  reply.code(status).send(refusal(...(SAID[status] ?? UNREADABLE)));

/** Answers with a status and words for this one case. */
export const refuseWith = (reply: FastifyReply, status: number, code: RequestErrorCode, message: string) =>
  reply.code(status).send(refusal(code, message));

/** Answers what goes wrong around GraphQL with a code of the closed list. */
export const registerErrors = (app: FastifyInstance, logger: Logger): void => {
  app.setNotFoundHandler(async (_request, reply) => refuse(reply, 404));
  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode >= 400 && statusCode < 500) return refuse(reply, statusCode);
    const fault = masked(error, logger);
    return reply.code(fault.extensions?.code === "UNAVAILABLE" ? 503 : 500).send({ errors: [fault] });
  });
};

/** Answers an address that is no address: it comes before any hook. */
export const badAddress =
  (headers: Record<string, string>) =>
  (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    void refuse(reply.headers(headers), 400);
  };

const STATUS: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers what is not HTTP, and ends the connection. */
export const badRequest =
  (headers: Record<string, string>) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const status = STATUS[error.code ?? ""] ?? 400;
    const body = JSON.stringify(refusal(...(SAID[status] ?? UNREADABLE)));
    const all = {
      ...headers,
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      connection: "close",
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  };
