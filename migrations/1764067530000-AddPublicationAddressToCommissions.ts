import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { optional, words } from "../src/database/columns";

/** Where a report, or its summary, is published. */
export class AddPublicationAddressToCommissions1764067530000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("commission", new TableColumn(words("publicationAddress", 500, optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("commission", "publicationAddress");
  }
}
