import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { id, index, key, number, optional, refers, unique, when, words } from "../src/database/columns";

/** Who agreed to be in the public directory, and what they say of themselves there. */
export class CreateDirectoryEntries1764068600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "directory_entry",
        columns: [
          id(),
          words("reference", 40),
          key("accreditationId"),
          key("personId"),
          words("name", 200),
          words("sortName", 200),
          words("sectorList", 60),
          words("nationList", 100),
          words("area", 200),
          words("areaKey", 200),
          words("languages", 200, optional),
          words("contact", 254, optional),
          when("agreedAt"),
          words("agreedTo", 500),
          when("leftAt", optional),
          number("version"),
        ],
        foreignKeys: [refers("accreditationId", "accreditation")],
        indices: [unique("reference"), unique("accreditationId"), index("personId"), index("sortName")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("directory_entry");
  }
}
