import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { flag, id, index, key, number, optional, refers, text, unique, when, words } from "../src/database/columns";

/** Assessments and judgements. */
export class CreateAssessments1764050400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "assessment",
        columns: [
          id(),
          key("traineeId"),
          key("commissionId"),
          key("assessorId"),
          number("round"),
          when("openedAt"),
          words("outcome", 60, optional),
          text("summary", optional),
          when("decidedAt", optional),
          when("releasedAt", optional),
          flag("assessorSupervised"),
          number("version"),
        ],
        indices: [index("commissionId"), index("assessorId"), unique("traineeId", "round")],
        foreignKeys: [
          refers("traineeId", "trainee"),
          refers("commissionId", "commission"),
          refers("assessorId", "person"),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "judgement",
        columns: [
          id(),
          key("assessmentId"),
          key("traineeId"),
          key("areaId"),
          words("rating", 60),
          text("strengths"),
          text("areasToWorkOn"),
          key("judgedById"),
          when("at"),
        ],
        indices: [index("assessmentId"), index("traineeId")],
        foreignKeys: [
          refers("assessmentId", "assessment"),
          refers("areaId", "competency_area"),
          refers("judgedById", "person"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("judgement");
    await runner.dropTable("assessment");
  }
}
