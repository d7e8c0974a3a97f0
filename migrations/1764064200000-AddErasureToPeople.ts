import { MigrationInterface, QueryRunner } from "typeorm";

const MOMENTS = ["erasureRequestedAt", "erasedAt"];

/**
 * When somebody asked to be erased, and when they were. Plain SQL, which all three spell alike: on SQLite TypeORM would
 * make the table anew to add a column, and drop the old one, which the rows that refer to people forbid.
 */
export class AddErasureToPeople1764064200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of MOMENTS) {
      if (await runner.hasColumn("person", name)) continue; // begun before, on a server: each statement commits
      await runner.query(`ALTER TABLE person ADD COLUMN \`${name}\` datetime(3) NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of MOMENTS) await runner.query(`ALTER TABLE person DROP COLUMN \`${name}\``);
  }
}
