import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, text, when, words } from "../src/database/columns";

/** What one side of a commission asks the other for in writing. */
export class CreateInformationRequests1764067510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "information_request",
        columns: [
          id(),
          key("commissionId"),
          key("boardId"),
          words("askedBy", 60),
          key("askerId"),
          text("request"),
          when("askedAt"),
          day("dueOn"),
          words("state", 60),
          text("response", optional),
          key("responderId", optional),
          when("respondedAt", optional),
          number("version"),
        ],
        indices: [index("commissionId"), index("boardId")],
        foreignKeys: [
          refers("commissionId", "commission"),
          refers("askerId", "person"),
          refers("responderId", "person"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("information_request");
  }
}
