import { FastifyInstance } from "fastify";

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Whether pages of an origin may call us. `:*` at the end of an allowed one stands for any port. */
export const originCheck =
  (origins: readonly string[] | null, demo: boolean) =>
  (origin: string): boolean =>
    (origins ?? []).some((allowed) =>
      allowed.endsWith(":*") ? origin.replace(/:\d+$/, "") === allowed.slice(0, -2) : origin === allowed,
    ) ||
    (origins === null && demo && LOCAL.test(origin));

/** Answers browsers that ask whether another page may call: tokens travel in a header, so there are no cookies. */
export const registerCors = (app: FastifyInstance, allowed: (origin: string) => boolean): void => {
  app.addHook("onRequest", async (request, reply) => {
    const { origin } = request.headers;
    if (!origin) return;
    reply.header("vary", "origin");
    if (!allowed(origin)) return;
    reply.header("access-control-allow-origin", origin);
    if (request.method !== "OPTIONS") return;
    await reply
      .header("access-control-allow-methods", "GET, POST")
      .header("access-control-allow-headers", "authorization, content-type, apollo-require-preflight")
      .header("access-control-max-age", "600")
      .code(204)
      .send();
  });
};
