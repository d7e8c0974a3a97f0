import { MigrationInterface, QueryRunner, Table } from "typeorm";
import {
  day,
  flag,
  id,
  index,
  key,
  number,
  optional,
  refers,
  text,
  unique,
  when,
  words,
} from "../src/database/columns";

/** Supervision, attendance and charges. */
export class CreateSupervision1764043200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "supervision_session",
        columns: [
          id(),
          words("kind", 60),
          day("date"),
          words("venue", 200, optional),
          number("minutes", optional),
          key("supervisorId"),
          key("commissionId", optional),
          key("boardId", optional),
          number("chargeMinor", optional),
          words("currency", 3),
          text("notes", optional),
          when("notesSharedAt", optional),
          number("version"),
        ],
        indices: [index("date"), index("supervisorId"), index("commissionId"), index("boardId")],
        foreignKeys: [refers("supervisorId", "person"), refers("commissionId", "commission")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "supervision_attendance",
        columns: [id(), key("sessionId"), key("traineeId"), flag("attended")],
        indices: [index("traineeId"), unique("sessionId", "traineeId")],
        foreignKeys: [refers("sessionId", "supervision_session"), refers("traineeId", "trainee")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "charge",
        columns: [
          id(),
          key("boardId"),
          key("commissionId"),
          key("sessionId"),
          words("payer", 60),
          words("purpose", 200),
          number("amountMinor"),
          words("currency", 3),
          when("raisedAt"),
        ],
        indices: [index("boardId"), index("commissionId"), index("sessionId")],
        foreignKeys: [
          refers("boardId", "board"),
          refers("commissionId", "commission"),
          refers("sessionId", "supervision_session"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("charge");
    await runner.dropTable("supervision_attendance");
    await runner.dropTable("supervision_session");
  }
}
