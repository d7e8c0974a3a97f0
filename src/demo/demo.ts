import { Config, ConfigError } from "../config";
import { isLoopback } from "../config.values";
import type { Database } from "../database/database";
import { loadDemo } from "./load";
import { Stage } from "./stage";

const marked = async (db: Database): Promise<boolean> => (await db.rows("SELECT id FROM demo_mark")).length > 0;
const empty = async (db: Database): Promise<boolean> => (await db.rows("SELECT id FROM person LIMIT 1")).length === 0;

/** Empties a database that a demo was being loaded into when its server died: half a story helps nobody. */
export const clearHalfDemo = async (db: Database): Promise<void> => {
  if ((await db.rows("SELECT id FROM demo_mark WHERE filledAt IS NULL")).length === 0) return;
  await db.source.dropDatabase();
  await db.source.runMigrations({ transaction: "each" });
};

/**
 * Whether this server is a demo; fills an empty database with it where it should. Unless told, a demo is what bears the
 * demo's mark or is a new embedded database, on loopback and outside production. A real database is never filled.
 */
export const demoOf = async (
  config: Pick<Config, "demo" | "host" | "production" | "database">,
  stage: Stage,
): Promise<boolean> => {
  const { db } = stage;
  if (config.demo === false) return false;
  if (config.demo && config.production)
    throw new ConfigError(["DEMO: a demo hands out its tokens, so production refuses it."]);
  if (await marked(db)) return config.demo ?? (isLoopback(config.host) && !config.production);
  if (config.demo) {
    if (!(await empty(db))) throw new ConfigError(["DEMO: this database has data of its own: name an empty one."]);
  } else if (db.kind !== "sqlite" || config.production || !isLoopback(config.host) || !(await empty(db))) {
    return false;
  }
  await loadDemo(stage);
  return true;
};
