import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

const OF_TRAINEE = "EXISTS (SELECT 1 FROM supervision_attendance a WHERE a.sessionId = t.id AND a.traineeId IN ($))";

/** Where the ids stand by which an individual session is somebody's: a trainee's by their record, a reviewer's by person. */
const OF_WHOM = { traineeId: OF_TRAINEE, personId: "t.reviewerId" };

/**
 * Nobody is assigned to a reviewer: who held a session with one sees it while they are a supervisor. A lead sees all, and
 * holds none of their own.
 */
const orHeld = (seen: Sql, { personId, lead, supervisor }: Scope): Sql => {
  if (!personId || lead || !supervisor) return seen;
  const held = "(t.reviewerId IS NOT NULL AND t.supervisorId = ?)";
  return { sql: `(${seen.sql} OR ${held})`, values: [...seen.values, personId] };
};

/** What was noted of an individual session. */
export const notesSeen = (scope: Scope): Sql => {
  const ids = { ...OF_WHOM, shared: "t.notesSharedAt IS NOT NULL" };
  return orHeld(toSql(conditionFor(scope, "supervisionNotes"), ids), scope);
};

/** Group days are in everybody's calendar; an individual session is between supervisor, supervised and paying board. */
export const sessionsSeen = (scope: Scope): Sql => {
  const group = toSql(conditionFor(scope, "groupDay"), {});
  const ids = { ...OF_WHOM, boardId: "t.boardId" };
  const individual = orHeld(toSql(conditionFor(scope, "individualSupervision"), ids), scope);
  if (group === NEVER && individual === NEVER) return NEVER;
  return {
    sql: `((t.kind = 'GROUP' AND ${group.sql}) OR (t.kind = 'INDIVIDUAL' AND ${individual.sql}))`,
    values: [...group.values, ...individual.values],
  };
};
