import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey, TableIndex } from "typeorm";
import { index, key, optional, refers } from "../src/database/columns";

/** A line of the ledger may be a trainee's to pay: none was until now. */
export class AddTraineeToCharges1764067700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("charge", new TableColumn(key("traineeId", optional)));
    await runner.createIndex("charge", new TableIndex(index("traineeId")));
    await runner.createForeignKey("charge", new TableForeignKey(refers("traineeId", "trainee")));
  }

  async down(runner: QueryRunner): Promise<void> {
    const { foreignKeys = [], indices = [] } = (await runner.getTable("charge")) ?? {};
    const of = ({ columnNames }: { columnNames: string[] }) => columnNames.join() === "traineeId";
    for (const each of foreignKeys.filter(of)) await runner.dropForeignKey("charge", each);
    for (const each of indices.filter(of)) await runner.dropIndex("charge", each);
    await runner.dropColumn("charge", "traineeId");
  }
}
