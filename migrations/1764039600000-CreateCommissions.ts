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

/** Commissions and the negotiation of rates. */
export class CreateCommissions1764039600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "commission",
        columns: [
          id(),
          words("reference", 40),
          key("boardId"),
          key("pairId"),
          words("stage", 60),
          words("reviewKind", 60),
          words("format", 60),
          words("sector", 60),
          flag("practice"),
          when("proposedAt"),
          day("commissionedOn", optional),
          day("startedOn", optional),
          day("targetOn", optional),
          flag("qualityPassed", optional),
          day("qualityRecordedOn", optional),
          text("qualityNotes", optional),
          text("boardResponse", optional),
          words("publication", 60, optional),
          number("version"),
        ],
        indices: [unique("reference"), index("boardId"), index("pairId")],
        foreignKeys: [refers("boardId", "board"), refers("pairId", "pair")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "rate_offer",
        columns: [
          id(),
          key("commissionId"),
          key("boardId"),
          key("personId"),
          words("offeredBy", 60),
          number("amountMinor"),
          words("currency", 3),
          when("offeredAt"),
          when("acceptedAt", optional),
          number("version"),
        ],
        indices: [index("commissionId")],
        foreignKeys: [refers("commissionId", "commission"), refers("personId", "person")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("rate_offer");
    await runner.dropTable("commission");
  }
}
