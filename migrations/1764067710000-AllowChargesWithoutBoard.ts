import { MigrationInterface, QueryRunner } from "typeorm";
import { mayBeNull } from "../src/database/columns";

/** What a trainee pays is no board's, and under no commission. */
export class AllowChargesWithoutBoard1764067710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await mayBeNull(runner, "charge", "boardId", true);
    await mayBeNull(runner, "charge", "commissionId", true);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The older ledger knows no such lines; the Log keeps that they were raised.
    await runner.query("DELETE FROM charge WHERE boardId IS NULL AND creditsId IS NOT NULL");
    await runner.query("DELETE FROM charge WHERE boardId IS NULL");
    await mayBeNull(runner, "charge", "commissionId", false);
    await mayBeNull(runner, "charge", "boardId", false);
  }
}
