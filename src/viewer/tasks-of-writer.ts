import type { Context } from "../context";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** What waits for whoever wrote evidence: items that came back, until others take their place or they are withdrawn. */
export const tasksOfWriter = async ({ db, personId }: Context): Promise<Waiting[]> => {
  const returned = await db.rows(
    `SELECT e.id, e.title,
       (SELECT MAX(x.at) FROM entry x WHERE x.subjectId = e.id AND x.kind = 'EvidenceReturned') AS since
     FROM evidence e WHERE e.submittedById = ? AND e.state = 'RETURNED'
       AND NOT EXISTS (SELECT 1 FROM evidence n WHERE n.replacesId = e.id)`,
    [personId],
  );
  return returned.map(({ id, title, since }) => ({
    kind: TaskKind.RESUBMIT_EVIDENCE,
    text: `Write "${title}" anew, which came back to you, or take it back.`,
    since: since as string | null,
    aboutId: id as string,
  }));
};
