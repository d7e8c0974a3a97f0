import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { retryingDeadlocks } from "../../src/database/retry";
import { openSqlite } from "../../src/database/sqlite";
import { newId } from "../../src/id";

const file = join(tmpdir(), `tandem-${newId("tmp")}.db`);
afterAll(() => {
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
});

test("a transaction that another process overtook between its reading and its writing is done again", async () => {
  const server = await openSqlite(file);
  await server.source.query("CREATE TABLE note (text varchar(10))");
  const beside = await openSqlite(file);
  let attempts = 0;
  await retryingDeadlocks(() =>
    server.source.transaction("SERIALIZABLE", async (manager) => {
      attempts += 1;
      await manager.query("SELECT * FROM note");
      if (attempts === 1) await beside.source.query("INSERT INTO note VALUES ('beside')");
      await manager.query("INSERT INTO note VALUES ('server')");
    }),
  );
  expect(attempts).toBe(2);
  expect(await server.rows("SELECT text FROM note ORDER BY text")).toEqual([{ text: "beside" }, { text: "server" }]);
  await Promise.all([server.close(), beside.close()]);
});
