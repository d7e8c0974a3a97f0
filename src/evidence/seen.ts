import { conditionFor, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

export const ABOUT = "EXISTS (SELECT 1 FROM evidence_about a WHERE a.evidenceId = t.id AND a.traineeId IN ($))";

/** Evidence is seen by those it is about and their staff, and by whoever gave it: one's own words are one's own. */
export const evidenceSeen = (scope: Scope): Sql => {
  const about = toSql(conditionFor(scope, "evidence"), { traineeId: ABOUT });
  if (!scope.personId || scope.lead) return about;
  return { sql: `(${about.sql} OR t.submittedById = ?)`, values: [...about.values, scope.personId] };
};
