import { over } from "../graph/rows";
import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

/** A draft is its writer's alone; once submitted the programme lead sees the application too. */
export const applicationsSeen = (scope: Scope): Sql => {
  const submitted = toSql(conditionFor(scope, "application"), { personId: "t.personId" });
  const draft = toSql(conditionFor(scope, "applicationDraft"), { personId: "t.personId" });
  if (submitted === NEVER && draft === NEVER) return NEVER;
  return {
    sql: `((t.submittedAt IS NOT NULL AND ${submitted.sql}) OR (t.submittedAt IS NULL AND ${draft.sql}))`,
    values: [...submitted.values, ...draft.values],
  };
};

/** An answer is seen with its application. */
export const answersSeen = (scope: Scope): Sql => {
  const seen = applicationsSeen(scope);
  if (seen === NEVER) return NEVER;
  const { sql, values } = over(seen, "o");
  return { sql: `EXISTS (SELECT 1 FROM application o WHERE o.id = t.applicationId AND ${sql})`, values };
};

/**
 * How an application was scored is seen by the programme leads, but not by one whose own it is; and no longer once it is
 * written anew: that there is a draft is its writer's alone to know.
 */
export const scoresSeen = (scope: Scope): Sql => {
  const seen = toSql(conditionFor(scope, "selection"), { personId: "o.personId" });
  if (seen === NEVER) return NEVER;
  const { sql, values } = seen;
  return {
    sql: `EXISTS (SELECT 1 FROM application o WHERE o.id = t.applicationId AND o.submittedAt IS NOT NULL AND ${sql})`,
    values,
  };
};
