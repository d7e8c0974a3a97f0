import { MigrationInterface, QueryRunner, TableColumn, TableIndex } from "typeorm";
import { optional, unique, words } from "../src/database/columns";

const BY_PROVIDER = new TableIndex(unique("issuer", "subject"));

/** An identity provider's subject is one person, and may be as long as OpenID Connect lets it be. */
export class KnowPeopleByProvider1764061300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widened(runner, 255);
    await runner.createIndex("person", BY_PROVIDER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("person", BY_PROVIDER);
    await widened(runner, 200);
  }
}

/** Nobody was known by a provider before, so the columns are made anew: a change of length does so on MySQL anyway. */
const widened = async (runner: QueryRunner, length: number): Promise<void> => {
  for (const name of ["issuer", "subject"]) {
    await runner.dropColumn("person", name, true);
    await runner.addColumn("person", new TableColumn(words(name, length, optional)));
  }
};
