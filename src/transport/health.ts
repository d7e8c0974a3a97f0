import { FastifyError, FastifyInstance } from "fastify";
import { Logger } from "pino";
import type { Database } from "../database/database";
import { LIMITS } from "../operation/limits";

/** `/livez`: the process runs. `/readyz`: the database answers and its tables are those of this code. */
export const registerHealth = (app: FastifyInstance, db: Database, logger: Logger): void => {
  app.get("/livez", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await db.rows("SELECT position FROM log_head WHERE id = 1");
      if (await db.source.showMigrations()) return reply.code(503).send({ status: "migrations are pending" });
      return { status: "ok" };
    } catch (error) {
      logger.warn({ err: error }, "not ready");
      return reply.code(503).send({ status: "the database is away" });
    }
  });

  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const answer = (status: number, code: string, message: string) =>
      reply.code(status).send({ errors: [{ message, extensions: { code } }] });
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
      return answer(413, "LIMIT_EXCEEDED", `A request's body may have at most ${LIMITS.bodyBytes} bytes.`);
    }
    if (error.statusCode && error.statusCode < 500) return answer(error.statusCode, "BAD_USER_INPUT", error.message);
    logger.error({ err: error }, "internal error");
    return answer(500, "INTERNAL_SERVER_ERROR", "Internal error");
  });
};
