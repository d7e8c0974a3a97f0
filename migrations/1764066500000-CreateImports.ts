import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, when, words } from "../src/database/columns";

/** Which files the office imported. */
export class CreateImports1764066500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "import",
        columns: [
          id(),
          words("of", 60),
          number("rowCount"),
          words("digest", 64),
          key("courseDayId", optional),
          key("importedById"),
          when("importedAt"),
        ],
        indices: [index("importedById")],
        foreignKeys: [refers("courseDayId", "course_day"), refers("importedById", "person")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("import");
  }
}
