import type { Context } from "../context";
import type { Row } from "../database/database";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

const OPEN = `
  SELECT i.id, i.dueOn, i.askedAt, c.reference FROM information_request i JOIN commission c ON c.id = i.commissionId
    AND c.stage NOT IN ('ABANDONED', 'CLOSED')
  JOIN pair p ON p.id = c.pairId AND p.dissolvedOn IS NULL`;

const IN_THE_PAIR = "SELECT 1 FROM pair_member m WHERE m.pairId = c.pairId AND m.personId = ?";

/** What the other side of a commission asked for and waits for: of one of the pair, or of who speaks for the board. */
export const tasksOfInformation = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const me = personId as string;
  const found = await db.rows(
    `${OPEN} WHERE i.state = 'OPEN' AND i.askedBy = 'BOARD' AND EXISTS (${IN_THE_PAIR})
     UNION ALL
     ${OPEN} JOIN seat s ON s.boardId = i.boardId AND s.personId = ? AND s.endedOn IS NULL
     WHERE i.state = 'OPEN' AND i.askedBy = 'MEMBER' AND NOT EXISTS (${IN_THE_PAIR})`,
    [me, me, me],
  );
  const today = londonDay(now);
  return found.map((request) => ({
    kind: TaskKind.ANSWER_INFORMATION_REQUEST,
    text: textOf(request, today),
    since: request.askedAt as string,
    aboutId: request.id as string,
  }));
};

const textOf = ({ reference, dueOn }: Row, today: string): string =>
  (dueOn as string) < today
    ? `Answer what you were asked for ${reference}: the answer was needed by ${dueOn}.`
    : `Answer what you were asked for ${reference} by ${dueOn}.`;
