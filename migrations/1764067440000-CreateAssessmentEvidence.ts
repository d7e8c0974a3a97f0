import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** What each assessment is judged on: of those until now, what had arrived when it was opened. */
export class CreateAssessmentEvidence1764067440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "assessment_evidence",
        columns: [key("assessmentId", { isPrimary: true }), key("evidenceId", { isPrimary: true })],
        indices: [index("evidenceId")],
      }),
    );
    await runner.query(
      `INSERT INTO assessment_evidence (assessmentId, evidenceId)
       SELECT a.id, e.id FROM assessment a JOIN evidence_about b ON b.traineeId = a.traineeId
       JOIN evidence e ON e.id = b.evidenceId AND e.submittedAt <= a.openedAt`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("assessment_evidence");
  }
}
