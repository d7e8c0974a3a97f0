import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { day, optional } from "../src/database/columns";

/** A commission may be paused, and it is remembered for which target day it was told that it is overdue. */
export class AddPauseToCommissions1764067500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of NAMES) await runner.addColumn("commission", new TableColumn(day(name, optional)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...NAMES].reverse()) await runner.dropColumn("commission", name);
  }
}

const NAMES = ["pausedOn", "pausedUntil", "overdueToldFor"];
