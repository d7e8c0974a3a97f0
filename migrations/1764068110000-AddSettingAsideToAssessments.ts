import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { optional, when } from "../src/database/columns";

/** A decision that an appeal set aside stays on record, and says so. */
export class AddSettingAsideToAssessments1764068110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("assessment", new TableColumn(when("setAsideAt", optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("assessment", "setAsideAt");
  }
}
