import { QueryRunner, TableColumnOptions, TableForeignKeyOptions, TableIndexOptions } from "typeorm";

type More = Partial<TableColumnOptions>;

// Column types that MySQL, MariaDB and SQLite spell alike, so that one migration serves all three.
export const key = (name: string, more?: More): TableColumnOptions => ({
  name,
  type: "varchar",
  length: "36",
  ...more,
});
export const id = (): TableColumnOptions => key("id", { isPrimary: true });
export const words = (name: string, length: number, more?: More): TableColumnOptions => ({
  name,
  type: "varchar",
  length: String(length),
  ...more,
});
export const text = (name: string, more?: More): TableColumnOptions => ({ name, type: "text", ...more });
export const number = (name: string, more?: More): TableColumnOptions => ({ name, type: "integer", ...more });
export const position = (name: string, more?: More): TableColumnOptions => ({ name, type: "bigint", ...more });
export const flag = (name: string, more?: More): TableColumnOptions => ({ name, type: "boolean", ...more });
export const when = (name: string, more?: More): TableColumnOptions => ({
  name,
  type: "datetime",
  precision: 3,
  ...more,
});
export const day = (name: string, more?: More): TableColumnOptions => ({
  name,
  type: "varchar",
  length: "10",
  ...more,
});
export const optional: More = { isNullable: true };

/** A foreign key; both RESTRICTs are stated because MariaDB reports them and the drift test compares. */
export const refers = (column: string, table: string): TableForeignKeyOptions => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "RESTRICT",
  onUpdate: "RESTRICT",
});

/** No two rows alike in these columns. */
export const unique = (...columnNames: string[]): TableIndexOptions => ({ columnNames, isUnique: true });
export const index = (...columnNames: string[]): TableIndexOptions => ({ columnNames });

/** Lets a column that is there be empty, or demands a value of it. */
export const mayBeNull = async (
  runner: QueryRunner,
  table: string,
  column: string,
  isNullable: boolean,
): Promise<void> => {
  const { columns } = (await runner.getTable(table)) ?? {};
  const before = columns?.find(({ name }) => name === column);
  if (!before) throw new Error(`${table} has no ${column}.`);
  await runner.changeColumn(table, before, Object.assign(before.clone(), { isNullable }));
};
