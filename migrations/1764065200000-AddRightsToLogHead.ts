import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { position } from "../src/database/columns";

/** The Log's head tells where the newest change of rights stands. */
export class AddRightsToLogHead1764065200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("log_head", new TableColumn(position("rightsPosition", { default: 0 })));
    // Where it stands in what is written already is not worth finding out: no change of rights stands beyond the head.
    await runner.query("UPDATE log_head SET rightsPosition = position");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("log_head", "rightsPosition");
  }
}
