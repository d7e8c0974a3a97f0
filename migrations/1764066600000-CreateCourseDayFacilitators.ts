import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key } from "../src/database/columns";

/** Who runs a course day. */
export class CreateCourseDayFacilitators1764066600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "course_day_facilitator",
        columns: [key("courseDayId", { isPrimary: true }), key("personId", { isPrimary: true })],
        indices: [index("personId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("course_day_facilitator");
  }
}
