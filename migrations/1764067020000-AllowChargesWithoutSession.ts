import { MigrationInterface, QueryRunner } from "typeorm";
import { mayBeNull } from "../src/database/columns";

/** Not every charge is for a session of supervision. */
export class AllowChargesWithoutSession1764067020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await mayBeNull(runner, "charge", "sessionId", true);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The older ledger knows no such lines; the Log keeps that they were raised.
    await runner.query("DELETE FROM charge WHERE sessionId IS NULL AND creditsId IS NOT NULL");
    await runner.query("DELETE FROM charge WHERE sessionId IS NULL");
    await mayBeNull(runner, "charge", "sessionId", false);
  }
}
