import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { mayBeNull, optional, words } from "../src/database/columns";

/** An item of evidence may come back to who wrote it: all until now are submitted. */
export class AddStateToEvidence1764067400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("evidence", new TableColumn(words("state", 60, optional)));
    await runner.query("UPDATE evidence SET state = 'SUBMITTED'");
    await mayBeNull(runner, "evidence", "state", false);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("evidence", "state");
  }
}
