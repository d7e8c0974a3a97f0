import { copyFileSync, existsSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database";
import { openSqlite } from "../../src/database/sqlite";
import { newLogId, onServer } from "./database.server";
import { runFolder } from "./run";

/** Where tests run: unset means a temporary SQLite file, otherwise a MySQL or MariaDB server. */
const server = process.env.TEST_DATABASE_URL;

/** A migrated, empty database of its own. It is gone, or cleared for the next test, when it is closed. */
export const openTestDatabase = (): Promise<Database> => (server ? onServer(server) : inFile());

const inFile = async (): Promise<Database> => {
  const path = join(tmpdir(), `tandem-test-${process.pid}-${newLogId()}.db`);
  copyFileSync(await template(), path);
  const db = await openSqlite(path, { temporary: true });
  await db.source.query("PRAGMA synchronous=OFF"); // a test that crashes keeps nothing
  await db.source.query("UPDATE log_head SET logId = ?", [newLogId()]);
  return db;
};

/** A migrated file, made once a run and copied for each test. */
const template = async (): Promise<string> => {
  const path = join(runFolder(), "migrated.db");
  if (existsSync(path)) return path;
  const draft = `${path}.${process.pid}`;
  const db = await openSqlite(`${draft}.work`, { temporary: true });
  await db.source.runMigrations({ transaction: "each" });
  await db.source.query(`VACUUM INTO '${draft}'`);
  await db.close();
  renameSync(draft, path); // at once: another worker may be doing the same
  return path;
};
