import { Database } from "../../src/database/database";
import { openMysql } from "../../src/database/mysql";
import { openSqlite } from "../../src/database/sqlite";

export const SECRETS = {
  secret: "a secret for the bench: thirty-two bytes or more",
  authSecret: "another secret for the bench, for its tokens only",
};

/** The database the parent made and names to its children. */
export const openBenchDatabase = (address = process.env.BENCH_DATABASE as string): Promise<Database> =>
  address.startsWith("mysql:") ? openMysql(address) : openSqlite(address);
