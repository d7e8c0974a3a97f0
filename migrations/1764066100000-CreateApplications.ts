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

/** Applications for places, and their answers. */
export class CreateApplications1764066100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "application",
        columns: [
          id(),
          words("reference", 40),
          key("cohortId"),
          key("personId"),
          words("state", 60),
          words("cvReference", 500, optional),
          text("statement", optional),
          flag("commitsTime"),
          when("startedAt"),
          when("submittedAt", optional),
          when("decidedAt", optional),
          text("decisionReason", optional),
          day("confirmBy", optional),
          when("confirmedAt", optional),
          number("waitingRank", optional),
          key("traineeId", optional),
          number("version"),
        ],
        indices: [unique("reference"), unique("cohortId", "personId"), index("personId"), index("traineeId")],
        foreignKeys: [refers("cohortId", "cohort"), refers("personId", "person"), refers("traineeId", "trainee")],
      }),
    );
    await runner.createTable(
      new Table({
        name: "application_answer",
        columns: [
          id(),
          key("applicationId"),
          number("question"),
          text("text"),
          words("reviewKind", 60, optional),
          words("issue", 60, optional),
          words("effect", 60, optional),
        ],
        indices: [unique("applicationId", "question")],
        foreignKeys: [refers("applicationId", "application")],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("application_answer");
    await runner.dropTable("application");
  }
}
