import type { Database } from "../../src/database/database";
import { openTestDatabase } from "../support/database";

let db: Database;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const SINCE = "AllowPeopleWithoutAddress1764061200000";

/** Back to the tables of before this migration. */
const undo = async (): Promise<void> => {
  const done = async () => (await db.rows("SELECT id FROM migrations WHERE name = ?", [SINCE])).length > 0;
  while (await done()) await db.source.undoLastMigration({ transaction: "each" });
};
const redo = () => db.source.runMigrations({ transaction: "each" });
const people = () => db.rows("SELECT id, name, emailKey, email FROM person ORDER BY id");

const add = (id: string, emailKey: string | null) =>
  db.source.query("INSERT INTO person (id, name, sortName, emailKey, email, version) VALUES (?, ?, ?, ?, ?, 1)", [
    id,
    id,
    id,
    emailKey,
    emailKey,
  ]);

test("people, and what refers to them, stay when an address is no longer demanded", async () => {
  await undo();
  await add("per_1", "one@example.org");
  await db.source.query(
    `INSERT INTO entry (position, id, at, actorId, kind, subjectType, subjectId, sees, digest, chain)
     VALUES (1, 'ent_1', '2026-01-01 00:00:00.000', 'per_1', 'PersonInvited', 'Person', 'per_1', 'name', '', '')`,
  );
  await redo();

  expect(await people()).toEqual([
    { id: "per_1", name: "per_1", emailKey: "one@example.org", email: "one@example.org" },
  ]);
  expect(await db.rows("SELECT id, actorId FROM entry")).toEqual([{ id: "ent_1", actorId: "per_1" }]);
  await expect(db.source.query("DELETE FROM person")).rejects.toThrow(/foreign key/i);
  await expect(add("per_2", "one@example.org")).rejects.toThrow(/unique|duplicate/i);
});

test("people without an address stay when one is demanded again", async () => {
  await add("per_1", null);
  await add("per_2", null);
  await undo();

  expect(await people()).toMatchObject([
    { emailKey: "per_1", email: null },
    { emailKey: "per_2", email: null },
  ]);
  await redo();
});
