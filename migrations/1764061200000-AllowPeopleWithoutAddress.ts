import { MigrationInterface, QueryRunner } from "typeorm";

/** Whoever comes from an identity provider may have no address that is surely theirs. */
export class AllowPeopleWithoutAddress1764061200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await change(runner, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    // An address is demanded again: theirs becomes one that nobody can have.
    await runner.query("UPDATE person SET emailKey = id WHERE emailKey IS NULL");
    await change(runner, false);
  }
}

const change = async (runner: QueryRunner, without: boolean): Promise<void> => {
  const { columns } = (await runner.getTable("person")) ?? {};
  const before = columns?.find(({ name }) => name === "emailKey");
  if (!before) throw new Error("person has no emailKey.");
  const after = before.clone();
  after.isNullable = without;
  await runner.changeColumn("person", before, after);
};
