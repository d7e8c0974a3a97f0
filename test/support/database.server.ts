import { createHash, randomBytes } from "node:crypto";
import { Connection, createConnection } from "mysql2/promise";
import type { Database } from "../../src/database/database";
import { openMysql } from "../../src/database/mysql";
import { databaseName, handOn, takeOver } from "./run";

// On a server a database is kept and cleared between tests, and handed on to the next test file: to migrate one takes
// longer than most tests do, and to drop it nearly as long.
const idle: string[] = [];
/** The databases of this file, with how their tables looked when they were made. */
const own = new Map<string, string>();
let admin: Promise<Connection> | undefined;

export const newLogId = () => randomBytes(6).toString("hex");

export const onServer = async (url: string): Promise<Database> => {
  admin ??= createConnection(url);
  const cleared = idle.pop() ?? handedOver();
  const name = cleared ?? databaseName(newLogId());
  const address = new URL(url);
  address.pathname = `/${name}`;
  if (!cleared) {
    await (await admin).query(`CREATE DATABASE ${name}`);
    own.set(name, "");
  }
  const db = await openMysql(address.href);
  if (cleared) await clear(db);
  else {
    await db.source.runMigrations({ transaction: "each" });
    own.set(name, await lookOf(name));
  }
  return {
    ...db,
    close: async () => {
      await db.close();
      idle.push(name);
    },
  };
};

const handedOver = (): string | undefined => {
  const handed = takeOver();
  if (handed) own.set(handed.name, handed.look);
  return handed?.name;
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

/** All columns of all tables, and the migrations that made them. */
const lookOf = async (name: string): Promise<string> => {
  const connection = (await admin) as Connection;
  const [columns] = await connection.query(
    `SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, COLLATION_NAME, IS_NULLABLE, COLUMN_DEFAULT, COLUMN_KEY, EXTRA
     FROM information_schema.columns WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    [name],
  );
  const [done] = await connection.query(`SELECT name FROM ${name}.migrations ORDER BY name`);
  return createHash("sha256")
    .update(JSON.stringify([columns, done]))
    .digest("hex");
};

/** A test that fails may leave its database open, or with tables that another one would not know. */
const asItWas = async (name: string, look: string): Promise<boolean> =>
  idle.includes(name) && (await lookOf(name).catch(() => "")) === look;

afterAll(async () => {
  for (const [name, look] of own) {
    if (await asItWas(name, look)) handOn({ name, look });
    else await (await admin)?.query(`DROP DATABASE IF EXISTS ${name}`);
  }
  await (await admin)?.end();
});
