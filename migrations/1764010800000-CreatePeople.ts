import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, unique, when, words } from "../src/database/columns";

/** People and their roles. */
export class CreatePeople1764010800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "person",
        columns: [
          id(),
          words("name", 200),
          words("sortName", 200),
          words("emailKey", 254),
          words("email", 254, optional),
          words("phone", 40, optional),
          when("disabledAt", optional),
          when("signedOutAt", optional),
          words("issuer", 200, optional),
          words("subject", 200, optional),
          number("version"),
        ],
        indices: [index("sortName"), unique("emailKey")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "person_role",
        columns: [id(), key("personId"), words("role", 60)],
        indices: [unique("personId", "role")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("person_role");
    await runner.dropTable("person");
  }
}
