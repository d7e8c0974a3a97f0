import type { Context } from "../context";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** What waits for somebody who applies: a draft to submit, while its cohort takes applications. */
export const tasksOfApplicant = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const today = londonDay(now);
  const drafts = await db.rows(
    `SELECT a.id, a.reference, a.startedAt, c.applyBy FROM application a JOIN cohort c ON c.id = a.cohortId
     WHERE a.personId = ? AND a.state = 'DRAFT' AND c.opensOn <= ? AND c.applyBy >= ?`,
    [personId, today, today],
  );
  return drafts.map(({ id, reference, startedAt, applyBy }) => ({
    kind: TaskKind.SUBMIT_APPLICATION,
    text: `Submit your application ${reference} by the end of ${applyBy}.`,
    since: startedAt as string,
    aboutId: id as string,
  }));
};
