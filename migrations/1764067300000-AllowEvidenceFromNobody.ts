import { MigrationInterface, QueryRunner } from "typeorm";
import { mayBeNull } from "../src/database/columns";

/** Who contributes on a page does not sign in. */
export class AllowEvidenceFromNobody1764067300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await mayBeNull(runner, "evidence", "submittedById", true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await mayBeNull(runner, "evidence", "submittedById", false);
  }
}
