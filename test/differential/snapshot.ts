import type { Database, Row } from "../../src/database/database";
import { marks } from "../../src/scope/condition";

/** Every row of every table, as the database holds it. */
export type Snapshot = ReadonlyMap<string, readonly Row[]>;

const tablesOf = ({ source }: Database): string[] => source.entityMetadatas.map(({ tableName }) => tableName).sort();

export const snapshotOf = async (db: Database): Promise<Snapshot> => {
  const tables = new Map<string, readonly Row[]>();
  for (const table of tablesOf(db)) tables.set(table, await db.rows(`SELECT * FROM \`${table}\``));
  return tables;
};

/** The ids in it: of every thing there is. */
export const idsIn = (snapshot: Snapshot): Set<string> =>
  new Set([...snapshot.values()].flat().flatMap(({ id }) => (typeof id === "string" ? [id] : [])));

/** Puts the rows into a database of the same tables, in place of what is there. */
export const restore = async (db: Database, snapshot: Snapshot): Promise<void> => {
  const [without, withAgain] =
    db.kind === "sqlite"
      ? ["PRAGMA defer_foreign_keys = ON", "PRAGMA defer_foreign_keys = OFF"]
      : ["SET FOREIGN_KEY_CHECKS = 0", "SET FOREIGN_KEY_CHECKS = 1"];
  await db.source.transaction(async (manager) => {
    await manager.query(without);
    for (const [table, rows] of snapshot) {
      await manager.query(`DELETE FROM \`${table}\``);
      const [first] = rows;
      if (!first) continue;
      const columns = Object.keys(first);
      const insert = `INSERT INTO \`${table}\` (${columns.map((column) => `\`${column}\``).join(", ")}) VALUES `;
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const some = rows.slice(from, from + AT_ONCE);
        await manager.query(
          insert + some.map(() => `(${marks(columns)})`).join(", "),
          some.flatMap((row) => columns.map((column) => row[column])),
        );
      }
    }
    await manager.query(withAgain);
  });
};

const AT_ONCE = 50;
