import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, unique, words } from "../src/database/columns";

/** Trainees, who is assigned to them, and their places in pairs. */
export class CreateTrainees1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "trainee",
        columns: [
          id(),
          words("reference", 40),
          key("personId"),
          key("cohortId"),
          words("sortName", 200),
          words("standing", 60),
          day("enrolledOn"),
          key("pairId", optional),
          number("version"),
        ],
        indices: [unique("reference"), index("personId"), index("cohortId"), index("sortName"), index("pairId")],
        foreignKeys: [refers("personId", "person"), refers("cohortId", "cohort"), refers("pairId", "pair")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "staff_assignment",
        columns: [id(), key("traineeId"), key("personId"), words("role", 60), day("since")],
        indices: [index("personId"), unique("traineeId", "personId", "role")],
        foreignKeys: [refers("traineeId", "trainee"), refers("personId", "person")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "pair_member",
        columns: [id(), key("pairId"), number("ordinal"), key("personId"), key("traineeId", optional)],
        indices: [index("personId"), index("traineeId"), unique("pairId", "personId"), unique("pairId", "ordinal")],
        foreignKeys: [refers("personId", "person"), refers("traineeId", "trainee")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("pair_member");
    await runner.dropTable("staff_assignment");
    await runner.dropTable("trainee");
  }
}
