import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { day, optional } from "../src/database/columns";

/** Somebody may have come to a pair in another's place. */
export class AddJoiningToPairMembers1764067600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("pair_member", new TableColumn(day("joinedOn", optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("pair_member", "joinedOn");
  }
}
