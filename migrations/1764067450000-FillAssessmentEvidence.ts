import { MigrationInterface, QueryRunner } from "typeorm";

/** Assessments until now are judged on what had arrived when they were opened. */
export class FillAssessmentEvidence1764067450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO assessment_evidence (assessmentId, evidenceId)
       SELECT a.id, e.id FROM assessment a JOIN evidence_about b ON b.traineeId = a.traineeId
       JOIN evidence e ON e.id = b.evidenceId AND e.submittedAt <= a.openedAt`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM assessment_evidence");
  }
}
