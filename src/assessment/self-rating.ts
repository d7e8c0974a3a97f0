import type { Context } from "../context";
import { marks, padded } from "../scope/condition";

/**
 * R36, R40: how the trainee rates themself in the area of each of these judgements, by the newest self-assessment among
 * what its assessment is judged on; null where there is none.
 */
export const selfRatingOf = async (
  { db }: Context,
  judgements: readonly { assessmentId: string; areaId: string }[],
): Promise<(string | null)[]> => {
  const ids = padded([...new Set(judgements.map(({ assessmentId }) => assessmentId))]);
  const rated = await db.rows(
    `SELECT x.assessmentId, g.areaId, e.selfRating FROM assessment_evidence x
     JOIN evidence e ON e.id = x.evidenceId AND e.selfRating IS NOT NULL
     JOIN evidence_area g ON g.evidenceId = e.id
     WHERE x.assessmentId IN (${marks(ids)}) ORDER BY e.submittedAt, e.id`,
    ids,
  );
  const newest = new Map(rated.map((row) => [`${row.assessmentId} ${row.areaId}`, row.selfRating as string]));
  return judgements.map(({ assessmentId, areaId }) => newest.get(`${assessmentId} ${areaId}`) ?? null);
};
