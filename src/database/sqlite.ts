import { rmSync } from "node:fs";
import Libsql from "libsql";
import { DataSource } from "typeorm";
import { Database, Row, Value } from "./database";
import { entities, migrations } from "./parts";
import { privateFile } from "./private-file";

/** The most statements whose compiled form is kept. */
const KEPT = 500;

/** Opens the embedded database in a file; `temporary` removes the file at close. */
export const openSqlite = async (path: string, { temporary = false } = {}): Promise<Database> => {
  privateFile(path);
  const source = new DataSource({
    type: "better-sqlite3",
    driver: Libsql,
    database: path,
    entities,
    migrations,
    prepareDatabase: (file: Libsql.Database) => {
      // secure_delete: what was erased is overwritten in the file, not only unlinked.
      const kept = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"];
      for (const pragma of [...kept, "secure_delete=ON"]) {
        file.exec(`PRAGMA ${pragma}`);
      }
    },
  });
  await source.initialize();

  const reader = new Libsql(path);
  reader.exec("PRAGMA busy_timeout=10000");
  reader.exec("PRAGMA query_only=ON"); // libsql does not honour its own `readonly` option
  const compiled = new Map<string, Libsql.Statement>();
  const statement = (sql: string): Libsql.Statement => {
    const known = compiled.get(sql);
    if (known) return known;
    if (compiled.size >= KEPT) compiled.clear();
    const made = reader.prepare(sql);
    compiled.set(sql, made);
    return made;
  };

  // TypeORM has one SQLite connection: two transactions at once would share it and lose acknowledged writes.
  let last: Promise<unknown> = Promise.resolve();
  return {
    kind: "sqlite",
    source,
    rows: async (sql, values: readonly Value[] = []) => statement(sql).all(...values) as Row[],
    inTurn: (work) => {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await last;
      compiled.clear();
      reader.close();
      await source.destroy();
      if (temporary) for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
    },
  };
};
