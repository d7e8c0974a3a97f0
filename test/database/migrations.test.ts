import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { counts } from "../support/counts";
import { openTestDatabase } from "../support/database";
import { story } from "../support/story";
import { SECRET } from "../support/tandem";

jest.setTimeout(180_000); // a server commits every change of a table

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

/** The last step of the first version: databases with data stand there. */
const FIRST_VERSION = 1764057600000;

test("the steps since the first version keep the data that is there, both ways", async () => {
  await story({ db, log: await openLog(db, SECRET) });
  const kept = async () => ({
    people: await db.rows("SELECT id, name FROM person ORDER BY id"),
    rows: await counts(db),
  });
  const before = await kept();
  const stamps = db.source.migrations.map((step) => Number(step.constructor.name.slice(-13)));
  const since = stamps.filter((stamp) => stamp > FIRST_VERSION);
  expect(since.length).toBeGreaterThan(20);
  // Without a transaction around it: within one SQLite goes on checking keys, and a table cannot be made anew.
  for (const _ of since) await db.source.undoLastMigration({ transaction: "none" });
  expect(await db.rows("SELECT id, name FROM person ORDER BY id")).toEqual(before.people);

  await db.source.runMigrations({ transaction: "each" });
  expect(await kept()).toEqual(before);
  expect(await drift()).toEqual([]);
});

test("nothing waits to be migrated", async () => {
  expect(await db.source.showMigrations()).toBe(false);
});
