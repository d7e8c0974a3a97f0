import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey, TableIndex } from "typeorm";
import { index, key, optional, refers } from "../src/database/columns";

/** A file of evidence belongs to the draft of an item until that is submitted. */
export class AddDraftToDocuments1764067460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("document", new TableColumn(key("evidenceDraftId", optional)));
    await runner.createIndex("document", new TableIndex(index("evidenceDraftId")));
    await runner.createForeignKey("document", new TableForeignKey(refers("evidenceDraftId", "evidence_draft")));
  }

  async down(runner: QueryRunner): Promise<void> {
    // Files of drafts have no place any more; the Log keeps that they came.
    await runner.query("DELETE FROM document WHERE evidenceDraftId IS NOT NULL");
    const { foreignKeys = [], indices = [] } = (await runner.getTable("document")) ?? {};
    const of = ({ columnNames }: { columnNames: string[] }) => columnNames.join() === "evidenceDraftId";
    for (const each of foreignKeys.filter(of)) await runner.dropForeignKey("document", each);
    for (const each of indices.filter(of)) await runner.dropIndex("document", each);
    await runner.dropColumn("document", "evidenceDraftId");
  }
}
