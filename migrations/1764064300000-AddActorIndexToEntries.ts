import { MigrationInterface, QueryRunner, TableForeignKey, TableIndex } from "typeorm";
import { refers } from "../src/database/columns";

const BY_ACTOR = new TableIndex({ columnNames: ["actorId"] });

/** What somebody did is looked for by who it was: when they ask, and for when they last had a part. */
export class AddActorIndexToEntries1764064300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex("entry", BY_ACTOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    // On MySQL the foreign key has taken this index for its own: without one it makes another.
    const actor = new TableForeignKey(refers("actorId", "person"));
    await runner.dropForeignKey("entry", actor);
    await runner.dropIndex("entry", BY_ACTOR);
    await runner.createForeignKey("entry", actor);
  }
}
