import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, refers, text, when, words } from "../src/database/columns";

/** Evidence, whom it is about, which areas it speaks to. */
export class CreateEvidence1764046800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "evidence",
        columns: [
          id(),
          words("source", 60),
          words("title", 200),
          text("text"),
          key("commissionId"),
          key("submittedById"),
          when("submittedAt"),
          number("version"),
        ],
        indices: [index("commissionId"), index("submittedById"), index("submittedAt")],
        foreignKeys: [refers("commissionId", "commission"), refers("submittedById", "person")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "evidence_about",
        columns: [key("evidenceId", { isPrimary: true }), key("traineeId", { isPrimary: true })],
        indices: [index("traineeId")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "evidence_area",
        columns: [key("evidenceId", { isPrimary: true }), key("areaId", { isPrimary: true })],
        indices: [index("areaId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("evidence_area");
    await runner.dropTable("evidence_about");
    await runner.dropTable("evidence");
  }
}
