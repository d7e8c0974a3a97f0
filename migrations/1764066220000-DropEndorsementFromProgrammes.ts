import { MigrationInterface, QueryRunner } from "typeorm";

const COLUMNS = { endorsedBy: 200, endorsementNumber: 40 };

/**
 * A programme's endorsements are things of their own. Plain SQL, which all three spell alike: on SQLite TypeORM would
 * make the table anew, and drop the old one, which the rows that refer to programmes forbid.
 */
export class DropEndorsementFromProgrammes1764066220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(COLUMNS)) {
      if (!(await runner.hasColumn("programme", name))) continue; // begun before, on a server: each statement commits
      await runner.query(`ALTER TABLE programme DROP COLUMN \`${name}\``);
    }
  }

  /** Of several endorsements the columns hold one that stands: the one that was recorded last. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [name, length] of Object.entries(COLUMNS)) {
      if (await runner.hasColumn("programme", name)) continue;
      await runner.query(`ALTER TABLE programme ADD COLUMN \`${name}\` varchar(${length}) NULL`);
    }
    const standing: Record<string, string | null>[] = await runner.query(
      "SELECT programmeId, `by`, `number` FROM endorsement WHERE `until` IS NULL ORDER BY id",
    );
    for (const { programmeId, by, number } of standing) {
      await runner.query("UPDATE programme SET endorsedBy = ?, endorsementNumber = ? WHERE id = ?", [
        by === "" ? null : by,
        number,
        programmeId,
      ]);
    }
  }
}
