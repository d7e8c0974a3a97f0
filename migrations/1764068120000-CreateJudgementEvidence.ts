import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** Which evidence a judgement rests on. */
export class CreateJudgementEvidence1764068120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "judgement_evidence",
        columns: [key("judgementId", { isPrimary: true }), key("evidenceId", { isPrimary: true })],
        indices: [index("evidenceId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("judgement_evidence");
  }
}
