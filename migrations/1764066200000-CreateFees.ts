import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, key, number, refers, unique, words } from "../src/database/columns";
import { newId } from "../src/id";

/** What programmes cost, day by day. Programmes that are there have had the fees of their cohorts. */
export class CreateFees1764066200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "fee",
        columns: [
          id(),
          key("programmeId"),
          day("appliesFrom"),
          number("amountMinor"),
          number("vatPercent"),
          words("currency", 3),
        ],
        indices: [unique("programmeId", "appliesFrom")],
        foreignKeys: [refers("programmeId", "programme")],
      }),
    );
    const asked = "SELECT programmeId, opensOn, feeMinor, vatPercent, currency FROM cohort ORDER BY id";
    const cohorts: Record<string, string | number>[] = await runner.query(asked);
    // Of cohorts that opened on the same day the later one: of one day there is one fee.
    const fees = new Map(cohorts.map((cohort) => [`${cohort.programmeId} ${cohort.opensOn}`, cohort]));
    for (const { programmeId, opensOn, feeMinor, vatPercent, currency } of fees.values()) {
      await runner.query(
        "INSERT INTO fee (id, programmeId, appliesFrom, amountMinor, vatPercent, currency) VALUES (?, ?, ?, ?, ?, ?)",
        [newId("fee"), programmeId, opensOn, feeMinor, vatPercent, currency],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("fee");
  }
}
