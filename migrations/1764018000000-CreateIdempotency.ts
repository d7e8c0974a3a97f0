import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, key, optional, unique, when, words } from "../src/database/columns";

/** Requests that were done once. */
export class CreateIdempotency1764018000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "idempotency",
        columns: [
          id(),
          key("personId"),
          words("mutation", 60),
          words("key", 100),
          words("digest", 64),
          when("at"),
          key("thingId", optional),
          key("entryId", optional),
        ],
        indices: [unique("personId", "mutation", "key")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("idempotency");
  }
}
