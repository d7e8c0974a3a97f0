import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { day, optional } from "../src/database/columns";

/** A supervisor's or assessor's assignment may end. */
export class AddEndOfStaffAssignment1764065200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("staff_assignment", new TableColumn(day("endedOn", optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("staff_assignment", "endedOn");
  }
}
