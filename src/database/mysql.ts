import { createPool, PoolOptions } from "mysql2/promise";
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
  };
  const readers = createPool(options);
  const [[version]] = (await readers.query("SELECT VERSION() AS version")) as unknown as [[Row | undefined]];
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
    rows: async (sql, values: readonly Value[] = []) => (await readers.execute(sql, [...values]))[0] as Row[],
    inTurn: (work) => work(),
    close: async () => {
      await readers.end();
      await source.destroy();
    },
  };
};
