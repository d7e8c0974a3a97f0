import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { flag } from "../src/database/columns";

/** An access may have been by letter. */
export class AddLetterToAccesses1764066520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("access", new TableColumn(flag("byLetter", { default: 0 })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("access", "byLetter");
  }
}
