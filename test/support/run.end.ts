import { rmSync } from "node:fs";
import { createConnection } from "mysql2/promise";
import { databaseName, runFolder } from "./run";

/** Takes away what the run has made: its databases, also those of a test file that broke off, and its folder. */
export default async (): Promise<void> => {
  const server = process.env.TEST_DATABASE_URL;
  if (server) await dropAll(server);
  rmSync(runFolder(), { recursive: true });
};

const dropAll = async (server: string): Promise<void> => {
  const connection = await createConnection(server);
  const [found] = await connection.query(
    "SELECT SCHEMA_NAME AS name FROM information_schema.schemata WHERE LEFT(SCHEMA_NAME, ?) = ?",
    [databaseName("").length, databaseName("")],
  );
  for (const { name } of found as { name: string }[]) await connection.query(`DROP DATABASE ${name}`);
  await connection.end();
};
