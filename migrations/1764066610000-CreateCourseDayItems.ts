import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** Which of the programme's topics and tools a course day has. */
export class CreateCourseDayItems1764066610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "course_day_item",
        columns: [key("courseDayId", { isPrimary: true }), key("itemId", { isPrimary: true })],
        indices: [index("itemId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("course_day_item");
  }
}
