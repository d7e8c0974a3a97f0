import type { Database } from "../../src/database/database";

/**
 * How many rows each table holds, the Log's included: equal before and after means that nothing was written. Not the
 * access log, which is written a moment after what was read before.
 */
export const counts = async (db: Database): Promise<Record<string, number>> => {
  const tables = db.source.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((table) => table !== "access")
    .sort();
  const rows = await db.rows(
    tables.map((table) => `SELECT '${table}' AS name, COUNT(*) AS rows_of FROM \`${table}\``).join(" UNION ALL "),
  );
  return Object.fromEntries(rows.map(({ name, rows_of }) => [name as string, Number(rows_of)]));
};
