import { knownToHoldOn } from "../accreditation/holding";
import { over } from "../graph/rows";
import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

/**
 * Whoever is in the directory is seen by anybody while their accreditation holds, and otherwise by themself and the
 * programme lead. Once somebody has left, nothing of it is left to see.
 */
export const directorySeen = (scope: Scope, today: string): Sql => {
  const anybodys = toSql(conditionFor(scope, "directory"), { personId: "t.personId" });
  const kept = toSql(conditionFor(scope, "directoryRecord"), { personId: "t.personId" });
  const holds = over(knownToHoldOn(today), "a");
  const shown: Sql = {
    sql: `(${anybodys.sql} AND EXISTS (SELECT 1 FROM accreditation a WHERE a.id = t.accreditationId AND ${holds.sql}))`,
    values: [...anybodys.values, ...holds.values],
  };
  const parts = kept === NEVER ? [shown] : [shown, kept];
  return {
    sql: `(t.leftAt IS NULL AND (${parts.map(({ sql }) => sql).join(" OR ")}))`,
    values: parts.flatMap(({ values }) => values),
  };
};
