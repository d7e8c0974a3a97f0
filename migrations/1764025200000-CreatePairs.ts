import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, number, optional, unique, words } from "../src/database/columns";

/** Pairs. */
export class CreatePairs1764025200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "pair",
        columns: [id(), words("reference", 40), day("formedOn"), day("dissolvedOn", optional), number("version")],
        indices: [unique("reference")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("pair");
  }
}
