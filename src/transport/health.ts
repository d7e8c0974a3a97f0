import { FastifyInstance } from "fastify";
import type { Database } from "../database/database";
import { Logger } from "../operator/logger";

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
};
