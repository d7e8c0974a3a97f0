import { MigrationInterface, QueryRunner } from "typeorm";

/** Ids differ by case, and both servers sort alike: no entity or later migration names a collation. */
export class SetCollation1764007200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // There is no TypeORM call for it, and SQLite compares bytes already.
    if (runner.connection.options.type !== "better-sqlite3") {
      await runner.query("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    }
  }

  async down(): Promise<void> {
    // What it was before is not known, and nothing depends on it.
  }
}
