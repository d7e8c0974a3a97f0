import type { Context } from "../context";
import { grouped } from "../graph/grouped";
import { marks, padded } from "../scope/condition";
import { evidenceMatrix } from "./evidence.rules";
import { EvidenceSource } from "./evidence-source";

/** The evidence matrix of each of these trainees: every area of their Standard by every source. */
export const matrixOf = async ({ db }: Context, trainees: readonly { id: string; cohortId: string }[]) => {
  const cohortIds = padded([...new Set(trainees.map(({ cohortId }) => cohortId))]);
  const traineeIds = padded([...new Set(trainees.map(({ id }) => id))]);
  const [areas, tags] = await Promise.all([
    db.rows(
      `SELECT c.id AS cohortId, a.id, a.code FROM cohort c JOIN competency_area a ON a.standardId = c.standardId
       WHERE c.id IN (${marks(cohortIds)}) ORDER BY a.code`,
      cohortIds,
    ),
    db.rows(
      `SELECT b.traineeId, e.source, r.code FROM evidence_about b JOIN evidence e ON e.id = b.evidenceId AND e.state = 'SUBMITTED'
       JOIN evidence_area g ON g.evidenceId = e.id JOIN competency_area r ON r.id = g.areaId
       WHERE b.traineeId IN (${marks(traineeIds)})`,
      traineeIds,
    ),
  ]);
  const areasOf = grouped(areas, ({ cohortId }) => cohortId);
  const tagsOf = grouped(tags, ({ traineeId }) => traineeId);
  return trainees.map(({ id, cohortId }) => {
    const own = areasOf.get(cohortId) ?? [];
    const items = (tagsOf.get(id) ?? []).map(({ source, code }) => ({
      source: source as EvidenceSource,
      areas: [code as string],
    }));
    const idOf = new Map(own.map((area) => [area.code, area.id]));
    return evidenceMatrix(
      own.map(({ code }) => code as string),
      items,
    ).map(({ area, source, count }) => ({
      areaId: idOf.get(area),
      code: area,
      source,
      count,
    }));
  });
};
