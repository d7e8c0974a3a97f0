import type { Context } from "../context";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** Whether who wrote an item may still write it anew: one of the pair, the supervisor of whom it is about. */
const STILL_SPEAKS = `(EXISTS (SELECT 1 FROM pair_member m JOIN commission c ON c.pairId = m.pairId
    WHERE c.id = e.commissionId AND m.personId = e.submittedById)
  OR EXISTS (SELECT 1 FROM evidence_about a JOIN staff_assignment s ON s.traineeId = a.traineeId
    WHERE a.evidenceId = e.id AND s.personId = e.submittedById AND s.\`role\` = 'SUPERVISOR' AND s.endedOn IS NULL))`;

/** What waits for whoever wrote evidence: items that came back, until others take their place or they are withdrawn. */
export const tasksOfWriter = async ({ db, personId, scope }: Context): Promise<Waiting[]> => {
  const returned = await db.rows(
    `SELECT e.id, e.title,
       (SELECT MAX(x.at) FROM entry x WHERE x.subjectId = e.id AND x.kind = 'EvidenceReturned') AS since
     FROM evidence e WHERE e.submittedById = ? AND e.state = 'RETURNED'
       AND NOT EXISTS (SELECT 1 FROM evidence n WHERE n.replacesId = e.id)${scope.lead ? "" : ` AND ${STILL_SPEAKS}`}`,
    [personId],
  );
  return returned.map(({ id, title, since }) => ({
    kind: TaskKind.RESUBMIT_EVIDENCE,
    text: `Write "${title}" anew, which came back to you, or take it back.`,
    since: since as string | null,
    aboutId: id as string,
  }));
};
