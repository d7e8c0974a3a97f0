import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection, createConnection } from "mysql2/promise";
import type { Database } from "../../src/database/database";
import { openMysql } from "../../src/database/mysql";
import { openSqlite } from "../../src/database/sqlite";

/** Where tests run: unset means a temporary SQLite file, otherwise a MySQL or MariaDB server. */
const server = process.env.TEST_DATABASE_URL;

/** A migrated, empty database of its own. It is gone, or cleared for the next test of the file, when it is closed. */
export const openTestDatabase = (): Promise<Database> => (server ? onServer(server) : inFile());

const newLogId = () => randomBytes(6).toString("hex");

const inFile = async (): Promise<Database> => {
  const path = join(tmpdir(), `tandem-test-${process.pid}-${newLogId()}.db`);
  copyFileSync(await template(), path);
  const db = await openSqlite(path, { temporary: true });
  await db.source.query("PRAGMA synchronous=OFF"); // a test that crashes keeps nothing
  await db.source.query("UPDATE log_head SET logId = ?", [newLogId()]);
  return db;
};

/** A migrated file, made once for these migrations and copied for each test. */
const template = async (): Promise<string> => {
  const path = join(tmpdir(), `tandem-test-template-${digestOfMigrations()}.db`);
  if (existsSync(path)) return path;
  const draft = `${path}.${process.pid}`;
  const db = await openSqlite(`${draft}.work`, { temporary: true });
  await db.source.runMigrations({ transaction: "each" });
  await db.source.query(`VACUUM INTO '${draft}'`);
  await db.close();
  renameSync(draft, path); // at once: another worker may be doing the same
  return path;
};

const built = join(__dirname, "../..");
const digestOfMigrations = (): string => {
  const hash = createHash("sha256").update(readFileSync(join(built, "src/database/columns.js")));
  const steps = join(built, "migrations");
  for (const name of readdirSync(steps).sort()) if (name.endsWith(".js")) hash.update(readFileSync(join(steps, name)));
  return hash.digest("hex").slice(0, 16);
};

// On a server a test file keeps its databases and clears them between tests: migrating takes longer than most tests.
const idle: string[] = [];
let admin: Promise<Connection> | undefined;
const made: string[] = [];

const onServer = async (url: string): Promise<Database> => {
  const cleared = idle.pop();
  const name = cleared ?? `tandem_test_${newLogId()}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  if (!cleared) {
    admin ??= createConnection(url);
    await (await admin).query(`CREATE DATABASE ${name}`);
    made.push(name);
  }
  const db = await openMysql(address.href);
  if (cleared) await clear(db);
  else await db.source.runMigrations({ transaction: "each" });
  return {
    ...db,
    close: async () => {
      await db.close();
      idle.push(name);
    },
  };
};

const clear = async (db: Database): Promise<void> => {
  await db.source.transaction(async (manager) => {
    await manager.query("SET FOREIGN_KEY_CHECKS = 0");
    for (const { tableName } of db.source.entityMetadatas) {
      if (tableName !== "log_head") await manager.query(`DELETE FROM \`${tableName}\``);
    }
    await manager.query(
      "UPDATE log_head SET position = 0, rightsPosition = 0, chain = '', at = '2000-01-01 00:00:00.000', logId = ?",
      [newLogId()],
    );
    await manager.query("SET FOREIGN_KEY_CHECKS = 1");
  });
};

afterAll(async () => {
  for (const name of made) await (await admin)?.query(`DROP DATABASE IF EXISTS ${name}`);
  await (await admin)?.end();
});
