import type { Context } from "../context";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** What waits for somebody who applies: a draft to submit, while there is time, and an offered place to confirm. */
export const tasksOfApplicant = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const today = londonDay(now);
  const [drafts, offers] = await Promise.all([
    db.rows(
      `SELECT a.id, a.reference, a.startedAt, c.applyBy FROM application a JOIN cohort c ON c.id = a.cohortId
       WHERE a.personId = ? AND a.state = 'DRAFT' AND c.opensOn <= ? AND c.applyBy >= ?`,
      [personId, today, today],
    ),
    db.rows(
      `SELECT a.id, a.decidedAt, a.confirmBy, c.reference FROM application a JOIN cohort c ON c.id = a.cohortId
       WHERE a.personId = ? AND a.state = 'OFFERED' AND a.confirmBy >= ?`,
      [personId, today],
    ),
  ]);
  return [
    ...offers.map(({ id, reference, decidedAt, confirmBy }) => ({
      kind: TaskKind.CONFIRM_PLACE,
      text: `Confirm your place on ${reference} by the end of ${confirmBy}, or decline it.`,
      since: decidedAt as string,
      aboutId: id as string,
    })),
    ...drafts.map(({ id, reference, startedAt, applyBy }) => ({
      kind: TaskKind.SUBMIT_APPLICATION,
      text: `Submit your application ${reference} by the end of ${applyBy}.`,
      since: startedAt as string,
      aboutId: id as string,
    })),
  ];
};
