import type { Context } from "../context";
import { stored } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** How long a reviewer has to answer a concern before it waits for a programme lead all the same, in days. */
const ANSWER_DAYS = 14;

const OPEN = `SELECT f.id, f.personId, f.raisedAt, f.answeredAt, c.reference, p.name FROM fidelity_concern f
  JOIN commission c ON c.id = f.commissionId JOIN person p ON p.id = f.personId WHERE f.closedAt IS NULL`;

/** R42: what waits for a reviewer: a concern about their work that they have not answered. */
export const tasksOfReviewer = async ({ db, personId }: Context): Promise<Waiting[]> => {
  const found = await db.rows(`${OPEN} AND f.answeredAt IS NULL AND f.personId = ?`, [personId]);
  return found.map(({ id, reference, raisedAt }) => ({
    kind: TaskKind.ANSWER_FIDELITY_CONCERN,
    text: `Answer the concern about your work on ${reference}.`,
    since: raisedAt as string,
    aboutId: id as string,
  }));
};

/** R42: what waits for a programme lead: concerns that are answered, or were not in time; none about their own work. */
export const tasksOfFidelity = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const silent = stored(new Date(now.getTime() - ANSWER_DAYS * 86_400_000));
  const found = await db.rows(`${OPEN} AND f.personId <> ? AND (f.answeredAt IS NOT NULL OR f.raisedAt < ?)`, [
    ...[personId, silent],
  ]);
  return found.map(({ id, reference, name, raisedAt, answeredAt }) => ({
    kind: TaskKind.CLOSE_FIDELITY_CONCERN,
    text:
      answeredAt === null
        ? `Close the concern about ${name}'s work on ${reference}: it was not answered in ${ANSWER_DAYS} days.`
        : `Close the concern about ${name}'s work on ${reference}, which they have answered.`,
    since: (answeredAt ?? raisedAt) as string,
    aboutId: id as string,
  }));
};
