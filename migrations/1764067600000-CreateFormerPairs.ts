import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** Which pairs conducted a commission before another took it over. */
export class CreateFormerPairs1764067600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "former_pair",
        columns: [key("commissionId", { isPrimary: true }), key("pairId", { isPrimary: true })],
        indices: [index("pairId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("former_pair");
  }
}
