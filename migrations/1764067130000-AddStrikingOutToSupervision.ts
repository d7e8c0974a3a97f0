import { MigrationInterface, QueryRunner } from "typeorm";

/** When an individual session was struck out. Plain SQL, as for people: other rows refer to sessions. */
export class AddStrikingOutToSupervision1764067130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn("supervision_session", "struckOutAt")) return; // begun before, on a server
    await runner.query("ALTER TABLE supervision_session ADD COLUMN struckOutAt datetime(3) NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE supervision_session DROP COLUMN struckOutAt");
  }
}
