import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey, TableIndex } from "typeorm";
import { index, key, optional, refers } from "../src/database/columns";

const isReviewer = ({ columnNames }: { columnNames: string[] }): boolean => columnNames.join() === "reviewerId";

/** Of which reviewer an individual session is, where it is no trainee's. */
export class AddReviewerToSupervision1764068500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn("supervision_session", "reviewerId"))) {
      await runner.addColumn("supervision_session", new TableColumn(key("reviewerId", optional)));
    }
    const { foreignKeys = [], indices = [] } = (await runner.getTable("supervision_session")) ?? {};
    if (!indices.some(isReviewer)) await runner.createIndex("supervision_session", new TableIndex(index("reviewerId")));
    if (foreignKeys.some(isReviewer)) return; // begun before, on a server
    await runner.createForeignKey("supervision_session", new TableForeignKey(refers("reviewerId", "person")));
  }

  async down(runner: QueryRunner): Promise<void> {
    const { foreignKeys = [], indices = [] } = (await runner.getTable("supervision_session")) ?? {};
    for (const each of foreignKeys.filter(isReviewer)) await runner.dropForeignKey("supervision_session", each);
    for (const each of indices.filter(isReviewer)) await runner.dropIndex("supervision_session", each);
    await runner.dropColumn("supervision_session", "reviewerId");
  }
}
