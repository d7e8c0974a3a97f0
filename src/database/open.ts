import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "../config";
import type { DatabaseAddress } from "../config.values";
import { newId } from "../id";
import { Database } from "./database";
import { lockFile } from "./lock";
import { openMysql } from "./mysql";
import { openSqlite } from "./sqlite";

export interface Opened {
  readonly db: Database;
  close(): Promise<void>;
}

/** Refuses with a ConfigError where there is no database to read yet: opening a file would make it. */
export const mustExist = (address: DatabaseAddress): void => {
  if (address.kind === "memory" || (address.kind === "sqlite" && !existsSync(address.path))) {
    throw new ConfigError(["There is no database yet: npm start makes one."]);
  }
};

/**
 * Opens the server's database. A SQLite file then belongs to this process alone, unless it only reads beside the one
 * that owns it. Faults are ConfigErrors.
 */
export const openDatabase = async (address: DatabaseAddress, { beside = false } = {}): Promise<Opened> => {
  if (address.kind === "memory") {
    const db = await openSqlite(join(tmpdir(), `tandem-${newId("tmp")}.db`), { temporary: true });
    return { db, close: () => db.close() };
  }
  if (address.kind === "sqlite") {
    const release = beside ? () => undefined : lockFile(address.path);
    try {
      const db = await openSqlite(address.path);
      return { db, close: () => db.close().finally(release) };
    } catch (error) {
      release();
      throw new ConfigError([`DATABASE_URL: ${address.path} cannot be opened: ${(error as Error).message}.`]);
    }
  }
  const { hostname, port, pathname } = new URL(address.url);
  try {
    const db = await openMysql(address.url);
    return { db, close: () => db.close() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      { ER_BAD_DB_ERROR: "there is no such database", ER_ACCESS_DENIED_ERROR: "user or password is refused" }[
        code ?? ""
      ] ?? `the server does not answer (${code ?? "it does not say why"})`;
    throw new ConfigError([`DATABASE_URL: ${hostname}:${port || 3306}${pathname} cannot be opened: ${why}.`]);
  }
};
