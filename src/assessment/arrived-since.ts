import type { Context } from "../context";
import { grouped } from "../graph/grouped";
import { marks, padded } from "../scope/condition";

const MOST = 50;

/** For each of these assessments, what arrived too late to be among what it is judged on, the newest first. */
export const arrivedSinceOf = async ({ db }: Context, assessments: readonly { id: string }[]) => {
  const ids = padded([...new Set(assessments.map(({ id }) => id))]);
  const later = await db.rows(
    `SELECT a.id, e.id AS evidenceId, e.submittedAt FROM assessment a JOIN evidence_about b ON b.traineeId = a.traineeId
     JOIN evidence e ON e.id = b.evidenceId AND e.state = 'SUBMITTED'
       AND (a.decidedAt IS NULL OR e.submittedAt <= a.decidedAt)
     WHERE a.id IN (${marks(ids)}) AND NOT EXISTS (SELECT 1 FROM assessment_evidence x
       WHERE x.assessmentId = a.id AND x.evidenceId = e.id)
     ORDER BY e.submittedAt DESC, e.id DESC`,
    ids,
  );
  const of = grouped(later, ({ id }) => id);
  return assessments.map(({ id }) => (of.get(id) ?? []).slice(0, MOST));
};
