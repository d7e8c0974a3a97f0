import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { optional, words } from "../src/database/columns";

/** A trainee's own input may say how they rate themself in an area. */
export class AddSelfRatingToEvidence1764067420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("evidence", new TableColumn(words("selfRating", 60, optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("evidence", "selfRating");
  }
}
