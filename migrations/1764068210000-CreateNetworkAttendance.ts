import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { flag, id, index, key, refers, unique } from "../src/database/columns";

/** Who was at a meeting of the network. */
export class CreateNetworkAttendance1764068210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "network_attendance",
        columns: [id(), key("meetingId"), key("accreditationId"), key("personId"), flag("attended")],
        indices: [unique("meetingId", "accreditationId"), index("accreditationId"), index("personId")],
        foreignKeys: [
          refers("meetingId", "network_meeting"),
          refers("accreditationId", "accreditation"),
          refers("personId", "person"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("network_attendance");
  }
}
