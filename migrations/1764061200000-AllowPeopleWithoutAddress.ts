import { MigrationInterface, QueryRunner } from "typeorm";
import { mayBeNull } from "../src/database/columns";

/** Whoever comes from an identity provider may have no address that is surely theirs. */
export class AllowPeopleWithoutAddress1764061200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await mayBeNull(runner, "person", "emailKey", true);
  }

  async down(runner: QueryRunner): Promise<void> {
    // An address is demanded again: theirs becomes one that nobody can have.
    await runner.query("UPDATE person SET emailKey = id WHERE emailKey IS NULL");
    await mayBeNull(runner, "person", "emailKey", false);
  }
}
