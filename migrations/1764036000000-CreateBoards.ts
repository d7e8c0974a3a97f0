import { MigrationInterface, QueryRunner, Table } from "typeorm";
import { day, id, index, key, number, optional, refers, unique, words } from "../src/database/columns";

/** Boards and who speaks for them. */
export class CreateBoards1764036000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "board",
        columns: [
          id(),
          words("reference", 40),
          words("name", 200),
          words("sortName", 200),
          words("kind", 60),
          words("sector", 60),
          words("jurisdiction", 60),
          number("version"),
        ],
        indices: [unique("reference"), index("sortName")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "seat",
        columns: [id(), key("boardId"), key("personId"), day("since"), day("endedOn", optional)],
        indices: [index("personId"), unique("boardId", "personId")],
        foreignKeys: [refers("boardId", "board"), refers("personId", "person")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("seat");
    await runner.dropTable("board");
  }
}
