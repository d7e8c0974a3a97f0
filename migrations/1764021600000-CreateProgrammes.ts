import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, flag, id, index, key, number, optional, refers, text, unique, words } from "../src/database/columns";

/** Programmes, their Standards and cohorts. */
export class CreateProgrammes1764021600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "programme",
        columns: [
          id(),
          words("reference", 40),
          words("name", 200),
          text("summary"),
          words("endorsedBy", 200, optional),
          words("endorsementNumber", 40, optional),
          words("contactEmail", 254),
          number("version"),
        ],
        indices: [unique("reference")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "standard",
        columns: [
          id(),
          key("programmeId"),
          number("number"),
          number("courseDays"),
          number("groupDays"),
          number("sources"),
          number("networkMeetings"),
          flag("everyAreaMet"),
          words("reviewCountsFrom", 60),
          flag("assessorMayHaveSupervised"),
        ],
        indices: [index("programmeId")],
        foreignKeys: [refers("programmeId", "programme")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "competency_area",
        columns: [id(), key("standardId"), day("code"), words("name", 200), text("description")],
        indices: [index("standardId")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "cohort",
        columns: [
          id(),
          words("reference", 40),
          key("programmeId"),
          key("standardId"),
          words("name", 200),
          day("opensOn"),
          day("applyBy"),
          words("decisionsExpected", 7),
          number("capacity"),
          number("feeMinor"),
          number("vatPercent"),
          words("currency", 3),
          number("version"),
        ],
        indices: [unique("reference"), index("programmeId"), index("standardId")],
        foreignKeys: [refers("programmeId", "programme"), refers("standardId", "standard")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("cohort");
    await runner.dropTable("competency_area");
    await runner.dropTable("standard");
    await runner.dropTable("programme");
  }
}
