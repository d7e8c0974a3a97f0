import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, unique, when, words } from "../src/database/columns";

/** Bookings of group days. */
export class CreateBookings1764067120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "booking",
        columns: [
          id(),
          key("sessionId"),
          key("traineeId"),
          words("state", 60),
          when("bookedAt"),
          number("waitingRank", optional),
          number("version"),
        ],
        indices: [index("traineeId"), unique("sessionId", "traineeId")],
        foreignKeys: [refers("sessionId", "supervision_session"), refers("traineeId", "trainee")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("booking");
  }
}
