import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, number, text, unique, when } from "../src/database/columns";

/** The keys that credentials are signed with. */
export class CreateSigningKeys1764068700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "signing_key",
        columns: [id(), number("number"), text("publicKey"), text("privateKey"), when("madeAt")],
        indices: [unique("number")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("signing_key");
  }
}
