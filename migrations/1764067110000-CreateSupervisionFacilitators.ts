import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** Who runs a group day together with its supervisor. */
export class CreateSupervisionFacilitators1764067110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "supervision_facilitator",
        columns: [key("sessionId", { isPrimary: true }), key("personId", { isPrimary: true })],
        indices: [index("personId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("supervision_facilitator");
  }
}
