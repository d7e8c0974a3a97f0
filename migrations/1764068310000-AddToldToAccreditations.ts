import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { day, optional } from "../src/database/columns";
import { londonDay } from "../src/time";

/** An accreditation remembers for which days the Log has told that its review is due, and that it lapsed. */
export class AddToldToAccreditations1764068310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("accreditation", new TableColumn(day("dueToldFor", optional)));
    await runner.addColumn("accreditation", new TableColumn(day("lapseToldFor", optional)));
    // What lapsed before is no news of the day this is installed.
    await runner.query("UPDATE accreditation SET lapseToldFor = lapsesOn WHERE lapsesOn <= ?", [londonDay(new Date())]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("accreditation", "lapseToldFor");
    await runner.dropColumn("accreditation", "dueToldFor");
  }
}
