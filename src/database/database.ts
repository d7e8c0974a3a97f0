import { DataSource } from "typeorm";

/** A value that a statement may be given. */
export type Value = string | number | null;

/** A row as the database answers it: numbers, texts and nulls; moments as "YYYY-MM-DD HH:MM:SS.mmm" in UTC. */
export type Row = Record<string, Value>;

/** The one database of a server: entities for writing, plain rows for reading. */
export interface Database {
  readonly kind: "sqlite" | "mysql";
  /** Writes and migrations, through entities. Everything but migrations goes through `transact`. */
  readonly source: DataSource;
  /** Reads plain rows of what is committed; `?` stands for a value. */
  rows(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** Runs work that writes when its turn has come: one at a time on SQLite, at once on a server. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a row lock adds to a SELECT: SQLite has one writer at a time and no such words. */
export const forUpdate = (kind: Database["kind"]): string => (kind === "sqlite" ? "" : " FOR UPDATE");
