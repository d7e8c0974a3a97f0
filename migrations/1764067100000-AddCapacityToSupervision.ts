import { MigrationInterface, QueryRunner } from "typeorm";

const COLUMNS = [
  ["capacity", "integer"],
  ["cancelledAt", "datetime(3)"],
] as const;

/** How many a group day has room for, and when it was cancelled. Plain SQL, as for people: other rows refer to sessions. */
export class AddCapacityToSupervision1764067100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type] of COLUMNS) {
      if (await runner.hasColumn("supervision_session", name)) continue; // begun before, on a server: each statement commits
      await runner.query(`ALTER TABLE supervision_session ADD COLUMN \`${name}\` ${type} NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of COLUMNS) await runner.query(`ALTER TABLE supervision_session DROP COLUMN \`${name}\``);
  }
}
