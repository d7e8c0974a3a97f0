import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, refers, when, words } from "../src/database/columns";

/** The access log: who opened what, and when. */
export class CreateAccesses1764063200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "access",
        columns: [id(), when("at"), key("personId"), words("subjectType", 40), key("subjectId")],
        indices: [index("at"), index("personId", "at"), index("subjectId", "at")],
        foreignKeys: [refers("personId", "person")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("access");
  }
}
