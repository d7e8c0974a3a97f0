import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, flag, id, index, key, number, refers, text, unique, when, words } from "../src/database/columns";

/** Course days and attendance. */
export class CreateCourse1764032400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "course_day",
        columns: [
          id(),
          key("cohortId"),
          number("number"),
          day("date"),
          words("venue", 200),
          text("topics"),
          number("version"),
        ],
        indices: [index("cohortId")],
        foreignKeys: [refers("cohortId", "cohort")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "course_attendance",
        columns: [id(), key("courseDayId"), key("traineeId"), flag("attended"), when("recordedAt")],
        indices: [index("traineeId"), unique("courseDayId", "traineeId")],
        foreignKeys: [refers("courseDayId", "course_day"), refers("traineeId", "trainee")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("course_attendance");
    await runner.dropTable("course_day");
  }
}
