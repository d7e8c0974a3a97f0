import { existsSync, readFileSync } from "node:fs";
import type { Database, Row } from "../../src/database/database";

/** Every row of every table, by table. */
export const everything = async (db: Database): Promise<Map<string, Row[]>> => {
  const all = new Map<string, Row[]>();
  for (const { tableName } of db.source.entityMetadatas)
    all.set(tableName, await db.rows(`SELECT * FROM \`${tableName}\``));
  return all;
};

/** Whether a text is anywhere in the database: in a value or, of an embedded one, in a byte of its files. */
export const isAnywhere = async (db: Database, text: string): Promise<boolean> => {
  const rows = JSON.stringify([...(await everything(db))]).toLowerCase();
  const path = db.kind === "sqlite" ? String(db.source.options.database) : null;
  const files = path ? [path, `${path}-wal`].filter((file) => existsSync(file)) : [];
  return rows.includes(text.toLowerCase()) || files.some((file) => readFileSync(file).includes(text));
};

const keyOf = (row: Row): string =>
  String(row.id ?? Object.entries(row).flatMap(([name, value]) => (name.endsWith("Id") ? [value] : [])));

/** What is another now: for each row that changed the table, its id and the columns, or that it went or came. */
export const changesBetween = (before: Map<string, Row[]>, after: Map<string, Row[]>): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [table, rows] of before) {
    const now = new Map((after.get(table) ?? []).map((row) => [keyOf(row), row]));
    for (const row of rows) {
      const other = now.get(keyOf(row));
      now.delete(keyOf(row));
      if (!other) found[`${table} ${keyOf(row)}`] = "went";
      const columns = Object.keys(row).filter((name) => other && other[name] !== row[name]);
      if (columns.length > 0) found[`${table} ${keyOf(row)}`] = columns.sort().join(" ");
    }
    for (const [key] of now) found[`${table} ${key}`] = "came";
  }
  return found;
};
