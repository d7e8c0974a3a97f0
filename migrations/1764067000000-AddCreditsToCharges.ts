import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey, TableIndex } from "typeorm";
import { index, key, optional, refers } from "../src/database/columns";

/** A line of the ledger may be a credit note on another. */
export class AddCreditsToCharges1764067000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("charge", new TableColumn(key("creditsId", optional)));
    await runner.createIndex("charge", new TableIndex(index("creditsId")));
    await runner.createForeignKey("charge", new TableForeignKey(refers("creditsId", "charge")));
  }

  async down(runner: QueryRunner): Promise<void> {
    const { foreignKeys = [], indices = [] } = (await runner.getTable("charge")) ?? {};
    const of = ({ columnNames }: { columnNames: string[] }) => columnNames.join() === "creditsId";
    for (const each of foreignKeys.filter(of)) await runner.dropForeignKey("charge", each);
    for (const each of indices.filter(of)) await runner.dropIndex("charge", each);
    await runner.dropColumn("charge", "creditsId");
  }
}
