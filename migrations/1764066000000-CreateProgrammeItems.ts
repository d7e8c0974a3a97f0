import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, text, words } from "../src/database/columns";

/** What a programme publishes about itself. */
export class CreateProgrammeItems1764066000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "programme_item",
        columns: [
          id(),
          key("programmeId"),
          words("section", 60),
          number("ordinal"),
          text("text"),
          number("days", optional),
          day("retiredOn", optional),
        ],
        indices: [index("programmeId")],
        foreignKeys: [refers("programmeId", "programme")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("programme_item");
  }
}
