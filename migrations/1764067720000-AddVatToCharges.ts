import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { mayBeNull, number, optional } from "../src/database/columns";

/** A line tells its VAT. Of lines that were raised before no rate was recorded, and none is made up for them. */
export class AddVatToCharges1764067720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("charge", new TableColumn(number("vatPercent", optional)));
    await runner.addColumn("charge", new TableColumn(number("vatMinor", optional)));
    await runner.query("UPDATE charge SET vatMinor = 0");
    await mayBeNull(runner, "charge", "vatMinor", false);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("charge", "vatMinor");
    await runner.dropColumn("charge", "vatPercent");
  }
}
