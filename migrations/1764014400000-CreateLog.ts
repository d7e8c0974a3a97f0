import { randomBytes } from "node:crypto";
import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { index, key, number, optional, position, refers, text, unique, when, words } from "../src/database/columns";

/** The Log: its head and its entries. */
export class CreateLog1764014400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "log_head",
        columns: [
          number("id", { isPrimary: true }),
          words("logId", 12),
          position("position"),
          when("at"),
          words("chain", 64),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "entry",
        columns: [
          position("position", { isPrimary: true }),
          key("id"),
          when("at"),
          key("actorId", optional),
          words("kind", 60),
          words("subjectType", 40),
          key("subjectId"),
          number("subjectVersion", optional),
          text("facts", optional),
          words("reason", 1000, optional),
          words("salt", 32, optional),
          words("sees", 40),
          key("traineeId", optional),
          key("pairId", optional),
          key("commissionId", optional),
          key("boardId", optional),
          key("personId", optional),
          words("digest", 64),
          words("chain", 64),
        ],
        indices: [
          unique("id"),
          index("subjectId"),
          index("traineeId"),
          index("pairId"),
          index("commissionId"),
          index("boardId"),
          index("personId"),
        ],
        foreignKeys: [refers("actorId", "person")],
      }),
    );
    // The Log's id is drawn here, once: cursors of another Log are told from its own.
    await runner.query("INSERT INTO log_head (id, logId, position, at, chain) VALUES (1, ?, 0, ?, '')", [
      randomBytes(6).toString("hex"),
      "2000-01-01 00:00:00.000",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("entry");
    await runner.dropTable("log_head");
  }
}
