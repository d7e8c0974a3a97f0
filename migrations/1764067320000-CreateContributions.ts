import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { flag, id, index, key, number, refers, text, unique, when } from "../src/database/columns";

/** What contributors wrote on their pages: once each. */
export class CreateContributions1764067320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "contribution",
        columns: [id(), key("contributorId"), key("evidenceId"), text("howKnown"), flag("agreed"), when("givenAt")],
        indices: [unique("contributorId"), index("evidenceId")],
        foreignKeys: [refers("contributorId", "contributor"), refers("evidenceId", "evidence")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "contribution_part",
        columns: [id(), key("contributionId"), key("areaId"), number("ordinal"), text("text")],
        indices: [index("contributionId")],
        foreignKeys: [refers("contributionId", "contribution"), refers("areaId", "competency_area")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("contribution_part");
    await runner.dropTable("contribution");
  }
}
