import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, when, words } from "../src/database/columns";

/** The meetings of a programme's network of accredited reviewers. */
export class CreateNetworkMeetings1764068200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "network_meeting",
        columns: [
          id(),
          key("programmeId"),
          day("date"),
          words("venue", 200),
          words("topic", 200),
          when("cancelledAt", optional),
          number("version"),
        ],
        indices: [index("programmeId"), index("date")],
        foreignKeys: [refers("programmeId", "programme")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("network_meeting");
  }
}
