import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { optional, when } from "../src/database/columns";

/** Who offered a rate may take the offer back. */
export class AddWithdrawalToRateOffers1764067520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("rate_offer", new TableColumn(when("withdrawnAt", optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("rate_offer", "withdrawnAt");
  }
}
