import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey, TableIndex } from "typeorm";
import { key, optional, refers, unique } from "../src/database/columns";

/** An item of evidence may take the place of one that was returned. */
export class AddReplacedToEvidence1764067410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("evidence", new TableColumn(key("replacesId", optional)));
    await runner.createIndex("evidence", new TableIndex(unique("replacesId")));
    await runner.createForeignKey("evidence", new TableForeignKey(refers("replacesId", "evidence")));
  }

  async down(runner: QueryRunner): Promise<void> {
    const { foreignKeys = [], indices = [] } = (await runner.getTable("evidence")) ?? {};
    const of = ({ columnNames }: { columnNames: string[] }) => columnNames.join() === "replacesId";
    for (const each of foreignKeys.filter(of)) await runner.dropForeignKey("evidence", each);
    for (const each of indices.filter(of)) await runner.dropIndex("evidence", each);
    await runner.dropColumn("evidence", "replacesId");
  }
}
