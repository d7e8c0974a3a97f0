import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";
import { RowName } from "../scope/table";

/**
 * Whether an accreditation (alias `t`) has been made known, as SQL. A positive decision creates it at once (E15), but
 * until the assessment is released only those who may see the decision may see it: not the trainee, the partner or the
 * board, nor a rule that answers them. It stands on the assessment alone, so that a release is one change, and nothing
 * can be released by half. One that no assessment here led to was known before.
 */
export const RELEASED =
  "(t.assessmentId IS NULL OR EXISTS (SELECT 1 FROM assessment r WHERE r.id = t.assessmentId AND r.releasedAt IS NOT NULL))";

/**
 * What an accreditation brings (columns `personId`, `traineeId`, `assessmentId`) is seen as a row says once it is
 * released; before, like the decision that created it.
 */
export const seenOnceReleased =
  (row: RowName) =>
  (scope: Scope): Sql => {
    const known = toSql(conditionFor(scope, row), { personId: "t.personId", traineeId: "t.traineeId" });
    const decided = toSql(conditionFor(scope, "judgements"), { traineeId: "t.traineeId" });
    if (known === NEVER && decided === NEVER) return NEVER;
    return {
      sql: `((${known.sql} AND ${RELEASED}) OR (${decided.sql} AND NOT ${RELEASED}))`,
      values: [...known.values, ...decided.values],
    };
  };

/** And before, whoever reads it has learnt how that was decided: the assessment that they opened by it, as SQL. */
export const OPENS_UNTIL_RELEASED = `CASE WHEN ${RELEASED} THEN NULL ELSE t.assessmentId END`;

/** Once released an accreditation is seen like a name. */
export const accreditationsSeen = seenOnceReleased("name");
