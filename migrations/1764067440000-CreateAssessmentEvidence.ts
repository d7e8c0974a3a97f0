import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** What each assessment is judged on. */
export class CreateAssessmentEvidence1764067440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "assessment_evidence",
        columns: [key("assessmentId", { isPrimary: true }), key("evidenceId", { isPrimary: true })],
        indices: [index("evidenceId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("assessment_evidence");
  }
}
