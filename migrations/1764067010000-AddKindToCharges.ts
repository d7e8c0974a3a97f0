import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { mayBeNull, optional, words } from "../src/database/columns";

/** A charge says what kind of thing it is for: all until now were for individual supervision. */
export class AddKindToCharges1764067010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("charge", new TableColumn(words("kind", 60, optional)));
    await runner.query("UPDATE charge SET kind = 'INDIVIDUAL_SUPERVISION'");
    await mayBeNull(runner, "charge", "kind", false);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("charge", "kind");
  }
}
