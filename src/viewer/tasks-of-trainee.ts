import { readinessFacts } from "../assessment/readiness-facts";
import type { Context } from "../context";
import { groupSupervision } from "../supervision/supervision.rules";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** What waits for a trainee whose review is under way: group days to attend, as long as none to come is booked. */
export const tasksOfTrainee = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const today = londonDay(now);
  const trainees = await db.rows(
    `SELECT t.id, MIN(c.commissionedOn) AS since,
       (SELECT MIN(s.date) FROM supervision_session s
        WHERE s.kind = 'GROUP' AND s.cancelledAt IS NULL AND s.date >= ?) AS next
     FROM trainee t JOIN commission c ON c.pairId = t.pairId AND c.practice = 1 AND c.commissionedOn IS NOT NULL
     WHERE t.personId = ? AND t.standing = 'ENROLLED' AND NOT EXISTS (
       SELECT 1 FROM booking b JOIN supervision_session s ON s.id = b.sessionId
       WHERE b.traineeId = t.id AND b.state <> 'CANCELLED' AND s.date >= ?)
     GROUP BY t.id`,
    [today, personId, today],
  );
  const waiting = trainees.filter(({ next }) => next !== null);
  const facts = await readinessFacts(
    db.rows,
    waiting.map(({ id }) => id as string),
    today,
  );
  return waiting.flatMap(({ id, since, next }) => {
    const found = facts.get(id as string);
    if (!found) return [];
    const outcome = groupSupervision(found.standard.groupDays, found.groupDays, found.window);
    if (outcome.met) return [];
    const text = `Book a day of group supervision: the next is on ${next}. You have attended ${outcome.actual} of ${outcome.needed}.`;
    return [{ kind: TaskKind.BOOK_GROUP_SUPERVISION, text, since: `${since} 00:00:00.000`, aboutId: id as string }];
  });
};
