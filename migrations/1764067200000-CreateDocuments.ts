import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, when, words } from "../src/database/columns";

/** Files: CVs of applications, files of evidence, reports of commissions. */
export class CreateDocuments1764067200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "document",
        columns: [
          id(),
          words("purpose", 60),
          key("applicationId", optional),
          key("evidenceId", optional),
          key("commissionId", optional),
          key("uploadedById"),
          words("state", 60),
          words("fileName", 200),
          words("type", 60),
          number("size"),
          words("sha256", 64),
          when("announcedAt"),
          when("uploadUntil"),
          when("storedAt", optional),
          words("storedAs", 60, optional),
          number("version"),
        ],
        foreignKeys: [
          refers("applicationId", "application"),
          refers("evidenceId", "evidence"),
          refers("commissionId", "commission"),
          refers("uploadedById", "person"),
        ],
        indices: [index("applicationId"), index("evidenceId"), index("commissionId"), index("uploadedById")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("document");
  }
}
