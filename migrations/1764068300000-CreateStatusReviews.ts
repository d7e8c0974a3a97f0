import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, text, unique, when, words } from "../src/database/columns";

/** Every decided yearly review of an accreditation; of one year there is one. */
export class CreateStatusReviews1764068300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "status_review",
        columns: [
          ...[id(), key("accreditationId"), key("personId"), day("yearFrom"), day("dueOn")],
          ...[number("meetingsNeeded"), number("meetingsAttended"), words("outcome", 60)],
          ...[text("reason", optional), text("conditions", optional), day("conditionsUntil", optional)],
          ...[when("conditionsMetAt", optional), when("decidedAt"), key("decidedById")],
        ],
        indices: [unique("accreditationId", "yearFrom"), index("personId"), index("decidedById")],
        foreignKeys: [
          refers("accreditationId", "accreditation"),
          refers("personId", "person"),
          refers("decidedById", "person"),
        ],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("status_review");
  }
}
