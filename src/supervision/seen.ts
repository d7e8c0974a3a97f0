import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

const OF_TRAINEE = "EXISTS (SELECT 1 FROM supervision_attendance a WHERE a.sessionId = t.id AND a.traineeId IN ($))";

/** Group days are in everybody's calendar; an individual session is between supervisor, trainee and paying board. */
export const sessionsSeen = (scope: Scope): Sql => {
  const group = toSql(conditionFor(scope, "groupDay"), {});
  const individual = toSql(conditionFor(scope, "individualSupervision"), {
    traineeId: OF_TRAINEE,
    boardId: "t.boardId",
  });
  if (group === NEVER && individual === NEVER) return NEVER;
  return {
    sql: `((t.kind = 'GROUP' AND ${group.sql}) OR (t.kind = 'INDIVIDUAL' AND ${individual.sql}))`,
    values: [...group.values, ...individual.values],
  };
};
