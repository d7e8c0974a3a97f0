import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { number, optional, when } from "../src/database/columns";

/** What tells a demo's database from a real one. */
export class CreateDemoMark1764057600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({ name: "demo_mark", columns: [number("id", { isPrimary: true }), when("filledAt", optional)] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("demo_mark");
  }
}
