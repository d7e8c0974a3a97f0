import { createHash, timingSafeEqual } from "node:crypto";
import { FastifyInstance } from "fastify";
import { Metrics } from "../operator/metrics";
import { asksFromHere } from "./local";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * `/metrics`, in Prometheus' text format: to whoever presents the token or, where there is none, to this machine. To
 * others there is no such address.
 */
export const registerMetrics = (app: FastifyInstance, metrics: Metrics, token: string | null): void => {
  const expected = token === null ? null : digest(`Bearer ${token}`);
  app.get("/metrics", async ({ raw, headers }, reply) => {
    const mayRead = expected
      ? timingSafeEqual(digest((headers.authorization ?? "").replace(/^bearer +/i, "Bearer ")), expected)
      : asksFromHere(raw);
    if (!mayRead) return reply.callNotFound();
    const { type, body } = await metrics.text();
    return reply.type(type).send(body);
  });
};
