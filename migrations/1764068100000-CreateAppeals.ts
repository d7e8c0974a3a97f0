import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, text, unique, when, words } from "../src/database/columns";

/** Appeals against what was decided of an assessment: at most one of each. */
export class CreateAppeals1764068100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "appeal",
        columns: [
          id(),
          key("assessmentId"),
          key("traineeId"),
          text("grounds"),
          when("appealedAt"),
          words("state", 60),
          key("assessorId", optional),
          when("assignedAt", optional),
          text("reasons", optional),
          when("decidedAt", optional),
          number("version"),
        ],
        indices: [unique("assessmentId"), index("traineeId"), index("assessorId")],
        foreignKeys: [
          refers("assessmentId", "assessment"),
          refers("traineeId", "trainee"),
          refers("assessorId", "person"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("appeal");
  }
}
