import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, text, unique, when } from "../src/database/columns";

/** The signed credentials of accreditations. */
export class CreateCredentials1764068710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "credential",
        columns: [
          id(),
          key("accreditationId"),
          key("currentOf", optional),
          key("personId"),
          key("traineeId", optional),
          key("assessmentId", optional),
          number("statusIndex"),
          text("jwt", optional),
          when("issuedAt"),
          day("revokedOn", optional),
        ],
        indices: [index("accreditationId"), unique("currentOf"), index("personId"), unique("statusIndex")],
        foreignKeys: [refers("accreditationId", "accreditation")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("credential");
  }
}
