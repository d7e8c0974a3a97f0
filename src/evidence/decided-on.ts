import { Assessment } from "../assessment/assessment.entity";
import { forUpdate } from "../database/database";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";

/**
 * What is wrong with changing the state of an item on which a decision rests. Only assessments that the viewer may see
 * count: a refusal by any other would tell that there is one. What is judged is none the worse for it, since an
 * assessment keeps what it was judged on.
 */
export const decidedOn = async (tx: Transaction, evidenceId: string): Promise<UserError[]> => {
  const seen = visible(tx.ctx, thingOf(Assessment));
  // Locked: one that is being decided at this moment is waited for.
  const resting = await tx.rows(
    `SELECT t.decidedAt FROM assessment t WHERE t.id IN
       (SELECT b.assessmentId FROM assessment_evidence b WHERE b.evidenceId = ?) AND ${seen.sql}${forUpdate(tx.ctx.db.kind)}`,
    [evidenceId, ...seen.values],
  );
  const decided = resting.some(({ decidedAt }) => decidedAt !== null);
  return decided ? [invalid(["evidenceId"], "evidenceId is among what a decision rests on: it stays as it is.")] : [];
};
