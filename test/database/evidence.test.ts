import type { Database } from "../../src/database/database";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { openLog } from "../../src/log/log";
import { openTestDatabase } from "../support/database";
import { story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const SINCE = "AddStateToEvidence1764067400000";

/** Back to the tables of before evidence could be returned. */
const undo = async (): Promise<void> => {
  const done = async () => (await db.rows("SELECT id FROM migrations WHERE name = ?", [SINCE])).length > 0;
  // Without a transaction around it: within one SQLite goes on checking keys, and a table cannot be made anew.
  while (await done()) await db.source.undoLastMigration({ transaction: "none" });
};

test("R33: evidence that is there is submitted; an assessment that is there is judged on what had arrived by then", async () => {
  const told = await story({ db, log: await openLog(db, SECRET) });
  const review = await told.commissioned(told.adaAndBen, told.board);
  const submit = (...about: (typeof told.ada)[]) => told.submitEvidence(review, about, EvidenceSource.DOCUMENT);
  const [early, late, both] = [await submit(told.ada), await submit(told.ada), await submit(told.ben, told.ada)];
  await submit(told.ben);
  const arrived = async (id: string, at: string) =>
    db.source.query("UPDATE evidence SET submittedAt = ? WHERE id = ?", [`${at} 12:00:00.000`, id]);
  await arrived(early.id, "2017-05-01");
  await arrived(both.id, "2017-05-02");
  await arrived(late.id, "2017-06-01");
  await undo();
  await db.source.query(
    `INSERT INTO assessment (id, traineeId, commissionId, assessorId, round, openedAt, assessorSupervised, version)
     VALUES ('asm_1', ?, ?, ?, 1, '2017-05-02 12:00:00.000', 0, 1)`,
    [told.ada.id, review.id, told.assessor.id],
  );
  await db.source.runMigrations({ transaction: "each" });

  const evidence = await db.rows("SELECT DISTINCT state, replacesId, selfRating FROM evidence");
  expect(evidence).toEqual([{ state: "SUBMITTED", replacesId: null, selfRating: null }]);
  const judged = await db.rows("SELECT assessmentId, evidenceId FROM assessment_evidence ORDER BY evidenceId");
  expect(judged).toEqual([early.id, both.id].sort().map((evidenceId) => ({ assessmentId: "asm_1", evidenceId })));
});
