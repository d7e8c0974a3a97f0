import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { grouped } from "../graph/grouped";
import type { Rows } from "../personal/holds";
import { marks, padded } from "../scope/condition";
import { criteriaOf, judgedBy, Scored, scoredByTwo, totalOf } from "./selection.rules";

/** What an application is scored by, and how it was scored since it was submitted. */
export interface Scoring {
  readonly criteria: readonly string[];
  readonly scores: readonly Scored[];
}

interface Criterion {
  readonly id: string;
  readonly retiredOn: string | null;
  readonly decidedAt: unknown;
}

/** How applications were scored, by their ids. What was said of an earlier writing, before it was reopened, is past. */
export const scoringOf = async (rows: Rows, applicationIds: readonly string[]): Promise<Map<string, Scoring>> => {
  if (applicationIds.length === 0) return new Map();
  const ids = padded(applicationIds);
  const [criteria, scores] = await Promise.all([
    rows(
      `SELECT a.id AS applicationId, a.decidedAt, i.id, i.retiredOn FROM application a JOIN cohort c ON c.id = a.cohortId
       JOIN programme_item i ON i.programmeId = c.programmeId AND i.section = 'SELECTION_CRITERIA'
       WHERE a.id IN (${marks(ids)}) ORDER BY i.ordinal, i.id`,
      ids,
    ),
    rows(
      `SELECT s.applicationId, s.criterionId, s.scorerId, s.score, p.name AS scorer
       FROM criterion_score s JOIN application a ON a.id = s.applicationId JOIN person p ON p.id = s.scorerId
       WHERE s.applicationId IN (${marks(ids)}) AND s.scoredAt >= a.submittedAt ORDER BY s.scoredAt, s.id`,
      ids,
    ),
  ]);
  const criteriaBy = grouped(criteria, ({ applicationId }) => applicationId as string);
  const scoresBy = grouped(scores, ({ applicationId }) => applicationId as string);
  return new Map(
    applicationIds.map((id) => {
      const known = (criteriaBy.get(id) ?? []) as unknown as Criterion[];
      const given = (scoresBy.get(id) ?? []) as unknown as Scored[];
      const decided = known.some(({ decidedAt }) => decidedAt !== null);
      return [id, { criteria: criteriaOf(known, given, decided), scores: given }];
    }),
  );
};

const answering =
  (answer: (scoring: Scoring) => unknown): Load =>
  async ({ db }: Context, applications: readonly { id: string }[]) => {
    const ids = applications.map(({ id }) => id);
    const found = await scoringOf(db.rows, ids);
    return ids.map((id) => answer(found.get(id) as Scoring));
  };

/** Answers `Application.scored`, by the function that `decideApplication` refuses by. */
export const scoredOf = answering(({ criteria, scores }) => scoredByTwo(criteria, scores));

/** Answers `Application.totalScore`. */
export const totalScoreOf = answering(({ criteria, scores }) => totalOf(judgedBy(criteria, scores)));
