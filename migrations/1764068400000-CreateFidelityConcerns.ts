import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, text, when, words } from "../src/database/columns";

/** Concerns about how an accredited reviewer worked on a commission. */
export class CreateFidelityConcerns1764068400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "fidelity_concern",
        columns: [
          id(),
          key("accreditationId"),
          key("personId"),
          key("commissionId"),
          text("concern"),
          when("raisedAt"),
          key("raisedById"),
          text("answer", optional),
          when("answeredAt", optional),
          words("outcome", 60, optional),
          when("closedAt", optional),
          key("closedById", optional),
          text("closingReason", optional),
          number("version"),
        ],
        indices: [index("accreditationId"), index("personId", "commissionId"), index("commissionId")],
        foreignKeys: [
          refers("accreditationId", "accreditation"),
          refers("personId", "person"),
          refers("commissionId", "commission"),
          refers("raisedById", "person"),
          refers("closedById", "person"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("fidelity_concern");
  }
}
