import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, optional, refers, words } from "../src/database/columns";
import { newId } from "../src/id";

/** Who endorses programmes, and when. What a programme had of it is its first one; since when is not known. */
export class CreateEndorsements1764066210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "endorsement",
        columns: [
          id(),
          key("programmeId"),
          words("by", 200),
          words("number", 40, optional),
          day("since", optional),
          day("until", optional),
        ],
        indices: [index("programmeId")],
        foreignKeys: [refers("programmeId", "programme")],
      }),
    );
    const endorsed: Record<string, string | null>[] = await runner.query(
      `SELECT id, endorsedBy, endorsementNumber FROM programme
       WHERE endorsedBy IS NOT NULL OR endorsementNumber IS NOT NULL ORDER BY id`,
    );
    for (const programme of endorsed) {
      await runner.query("INSERT INTO endorsement (id, programmeId, `by`, `number`) VALUES (?, ?, ?, ?)", [
        newId("end"),
        programme.id,
        programme.endorsedBy ?? "", // a number alone
        programme.endorsementNumber,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("endorsement");
  }
}
