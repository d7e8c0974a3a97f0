import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, unique, when, words } from "../src/database/columns";

/** Whom a pair named to be asked for input, about whom, and on which areas. */
export class CreateContributors1764067310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "contributor",
        columns: [
          id(),
          key("commissionId"),
          key("askedById"),
          words("name", 200),
          words("email", 254),
          words("involvement", 60),
          words("message", 1000, optional),
          day("until"),
          when("askedAt"),
          words("linkHash", 64, optional),
          when("linkIssuedAt", optional),
          key("linkIssuedById", optional),
          when("revokedAt", optional),
          when("givenAt", optional),
          when("forgottenAt", optional),
          number("version"),
        ],
        indices: [index("commissionId"), index("askedById"), unique("linkHash")],
        foreignKeys: [
          refers("commissionId", "commission"),
          refers("askedById", "person"),
          refers("linkIssuedById", "person"),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "contributor_about",
        columns: [key("contributorId", { isPrimary: true }), key("traineeId", { isPrimary: true })],
        indices: [index("traineeId")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "contributor_area",
        columns: [key("contributorId", { isPrimary: true }), key("areaId", { isPrimary: true })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("contributor_area");
    await runner.dropTable("contributor_about");
    await runner.dropTable("contributor");
  }
}
