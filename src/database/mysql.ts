import { createPool, PoolOptions } from "mysql2";
import { DataSource } from "typeorm";
import { Database, Row, Value } from "./database";
import { entities, migrations } from "./parts";

/** Opens a MySQL 9 or MariaDB 10.11 database; the address names the database. */
export const openMysql = async (url: string): Promise<Database> => {
  const at = new URL(url);
  const options: PoolOptions = {
    host: at.hostname,
    port: Number(at.port || 3306),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: decodeURIComponent(at.pathname.slice(1)),
    charset: "utf8mb4_bin",
    timezone: "Z",
    supportBigNumbers: true,
    dateStrings: true, // moments read as texts, as SQLite answers them
    connectionLimit: 10,
    connectTimeout: 5_000,
    // Each text is prepared once a connection. Clients choose the texts, and a server holds 16,382 for everybody.
    maxPreparedStatements: 250,
  };
  const readers = createPool(options);
  // mysql2's own promises record where each statement was asked: a tenth of the CPU of a read, for an error's stack.
  const rows = (sql: string, values: readonly Value[] = []): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      readers.execute(sql, [...values], (error, found) => (error ? reject(error) : resolve(found as Row[])));
    });
  const [version] = await rows("SELECT VERSION() AS version");
  const source = new DataSource({
    // Told apart because MariaDB reports the defaults of its columns otherwise.
    type: /MariaDB/.test(String(version?.version)) ? "mariadb" : "mysql",
    url,
    entities,
    migrations,
    timezone: "Z",
    charset: "utf8mb4_bin",
    supportBigNumbers: true,
    extra: { connectionLimit: 10, connectTimeout: 5_000 },
  });
  await source.initialize();
  return {
    kind: "mysql",
    source,
    rows,
    inTurn: (work) => work(),
    close: async () => {
      await new Promise((resolve) => readers.end(resolve));
      await source.destroy();
    },
  };
};
