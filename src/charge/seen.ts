import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

/** What a board pays is between it and the programme, and so is what a trainee pays. */
export const linesSeen = (scope: Scope): Sql => {
  const board = toSql(conditionFor(scope, "charges"), { boardId: "t.boardId" });
  const trainee = toSql(conditionFor(scope, "fee"), { traineeId: "t.traineeId" });
  if (board === NEVER && trainee === NEVER) return NEVER;
  return {
    sql: `((t.payer = 'BOARD' AND ${board.sql}) OR (t.payer = 'TRAINEE' AND ${trainee.sql}))`,
    values: [...board.values, ...trainee.values],
  };
};
