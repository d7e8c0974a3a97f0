import type { Database } from "../../src/database/database";
import { openTestDatabase } from "../support/database";

let db: Database;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const drift = async () => {
  const { upQueries } = await db.source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};
const tables = async () =>
  db.kind === "sqlite"
    ? (
        await db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      ).map(({ name }) => name)
    : (
        await db.rows(
          "SELECT TABLE_NAME AS name FROM information_schema.tables WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME",
        )
      ).map(({ name }) => name);

test("migrations and entities agree", async () => {
  expect(await drift()).toEqual([]);
});

test("every entity has a table, and every table an entity", async () => {
  const declared = db.source.entityMetadatas.map(({ tableName }) => tableName);

  expect(await tables()).toEqual([...declared, "migrations"].sort());
});

test("every migration can be undone and redone", async () => {
  for (const _ of db.source.migrations) await db.source.undoLastMigration({ transaction: "each" });
  expect(await tables()).toEqual(["migrations"]);

  await db.source.runMigrations({ transaction: "each" });
  expect(await drift()).toEqual([]);
  expect(await db.rows("SELECT position, chain FROM log_head")).toEqual([{ position: 0, chain: "" }]);
});

test("nothing waits to be migrated", async () => {
  expect(await db.source.showMigrations()).toBe(false);
});
