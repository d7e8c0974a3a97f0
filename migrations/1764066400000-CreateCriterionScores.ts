import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, text, unique, when } from "../src/database/columns";

/** How applications meet the selection criteria. */
export class CreateCriterionScores1764066400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "criterion_score",
        columns: [
          id(),
          key("applicationId"),
          key("criterionId"),
          key("scorerId"),
          number("score"),
          text("comment", optional),
          when("scoredAt"),
        ],
        indices: [unique("applicationId", "criterionId", "scorerId"), index("criterionId"), index("scorerId")],
        foreignKeys: [
          refers("applicationId", "application"),
          refers("criterionId", "programme_item"),
          refers("scorerId", "person"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("criterion_score");
  }
}
