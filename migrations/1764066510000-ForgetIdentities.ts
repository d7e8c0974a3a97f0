import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { words } from "../src/database/columns";

/** Whom a provider knew and who was erased: a digest each, so that a token that still counts does not bring them back. */
export class ForgetIdentities1764066510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({ name: "forgotten_identity", columns: [words("digest", 64, { isPrimary: true })] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("forgotten_identity");
  }
}
