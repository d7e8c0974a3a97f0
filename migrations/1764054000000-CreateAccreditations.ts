import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, unique, words } from "../src/database/columns";

/** Accreditations. */
export class CreateAccreditations1764054000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "accreditation",
        columns: [
          id(),
          words("reference", 40),
          key("personId"),
          key("programmeId"),
          key("traineeId", optional),
          key("assessmentId", optional),
          day("accreditedOn"),
          day("reviewDueOn"),
          day("lapsedOn", optional),
          day("withdrawnOn", optional),
          number("version"),
        ],
        indices: [
          unique("reference"),
          index("personId"),
          index("programmeId"),
          unique("traineeId"),
          unique("assessmentId"),
        ],
        foreignKeys: [
          refers("personId", "person"),
          refers("programmeId", "programme"),
          refers("traineeId", "trainee"),
          refers("assessmentId", "assessment"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("accreditation");
  }
}
