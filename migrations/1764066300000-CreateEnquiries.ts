import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, text, when, words } from "../src/database/columns";

/** Queries about a programme, and the calls that answer them. */
export class CreateEnquiries1764066300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "enquiry",
        columns: [
          id(),
          key("programmeId"),
          key("personId"),
          text("question"),
          words("phone", 40, optional),
          words("preferredTimes", 500, optional),
          when("askedAt"),
          when("callAt", optional),
          key("withId", optional),
          when("closedAt", optional),
          number("version"),
        ],
        indices: [index("programmeId"), index("personId"), index("withId")],
        foreignKeys: [refers("programmeId", "programme"), refers("personId", "person"), refers("withId", "person")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("enquiry");
  }
}
