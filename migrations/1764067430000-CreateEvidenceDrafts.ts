import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, text, when, words } from "../src/database/columns";

/** Evidence that is being written, whom it is about, which areas it speaks to. */
export class CreateEvidenceDrafts1764067430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "evidence_draft",
        columns: [
          id(),
          key("writtenById"),
          key("commissionId"),
          words("source", 60),
          words("title", 200),
          text("text", optional),
          words("selfRating", 60, optional),
          key("replacesId", optional),
          words("state", 60),
          key("evidenceId", optional),
          when("begunAt"),
          number("version"),
        ],
        indices: ["writtenById", "commissionId", "replacesId", "evidenceId"].map((column) => index(column)),
        foreignKeys: [
          refers("writtenById", "person"),
          refers("commissionId", "commission"),
          refers("replacesId", "evidence"),
          refers("evidenceId", "evidence"),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "evidence_draft_about",
        columns: [key("draftId", { isPrimary: true }), key("traineeId", { isPrimary: true })],
        indices: [index("traineeId")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "evidence_draft_area",
        columns: [key("draftId", { isPrimary: true }), key("areaId", { isPrimary: true })],
        indices: [index("areaId")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("evidence_draft_area");
    await runner.dropTable("evidence_draft_about");
    await runner.dropTable("evidence_draft");
  }
}
