import { openTestDatabase } from "../support/database";

const MANY = 3_000;

test("however many different questions clients think of, few stay prepared on the server", async () => {
  const db = await openTestDatabase();
  const prepared = async () =>
    db.kind === "mysql"
      ? Number((await db.source.query("SHOW GLOBAL STATUS LIKE 'Prepared_stmt_count'"))[0]?.Value)
      : 0; // an embedded database has no server to fill
  try {
    const before = await prepared();
    for (let question = 0; question < MANY; question += 1) {
      expect(Number((await db.rows(`SELECT ${question} AS answer`))[0]?.answer)).toBe(question);
    }
    // Others prepare statements of theirs meanwhile.
    expect((await prepared()) - before).toBeLessThan(MANY - 1_000);
  } finally {
    await db.close();
  }
});
