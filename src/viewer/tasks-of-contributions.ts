import type { Context } from "../context";
import { STILL_OF_THE_PAIR } from "../contribution/still-of-the-pair";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

const SUPERVISED = `SELECT s.id FROM contributor_about a JOIN staff_assignment s ON s.traineeId = a.traineeId
  AND s.\`role\` = 'SUPERVISOR' AND s.endedOn IS NULL WHERE a.contributorId = k.id AND ${STILL_OF_THE_PAIR}`;

/**
 * What waits for a supervisor: people whom a pair named, and whom nobody has sent their link. For a programme lead where
 * there is no supervisor. For nobody who is of the pair, and not about whoever has left it.
 */
export const tasksOfContributions = async ({ db, personId, scope, now }: Context): Promise<Waiting[]> => {
  const mine = [
    ...(scope.supervisor ? [`EXISTS (${SUPERVISED} AND s.personId = ?)`] : []),
    ...(scope.lead ? [`NOT EXISTS (${SUPERVISED})`] : []),
  ];
  const found = await db.rows(
    `SELECT k.id, k.name, k.askedAt, k.until, c.reference FROM contributor k JOIN commission c ON c.id = k.commissionId
     JOIN pair p ON p.id = c.pairId AND p.dissolvedOn IS NULL
     WHERE k.linkIssuedAt IS NULL AND k.forgottenAt IS NULL AND k.until >= ?
       AND c.stage NOT IN ('NEGOTIATING', 'DECLINED', 'ABANDONED', 'CLOSED')
       AND EXISTS (SELECT 1 FROM contributor_about a WHERE a.contributorId = k.id AND ${STILL_OF_THE_PAIR})
       AND NOT EXISTS (SELECT 1 FROM pair_member m WHERE m.pairId = p.id AND m.personId = ?) AND (${mine.join(" OR ")})`,
    [londonDay(now), personId, ...(scope.supervisor ? [personId] : [])],
  );
  return found.map(({ id, name, askedAt, until, reference }) => ({
    kind: TaskKind.SEND_CONTRIBUTION_LINK,
    text: `Send ${name} the link to their page on ${reference}: they have until the end of ${until}.`,
    since: askedAt as string,
    aboutId: id as string,
  }));
};
