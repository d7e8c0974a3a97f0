import { over, seenOn } from "../graph/rows";
import { allThings } from "../graph/thing";
import { ALWAYS, conditionFor, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

/**
 * Which accesses a scope sees, as SQL over the alias `t`: one's own; a programme lead sees everybody's, but none of a
 * thing that is withheld from them: that somebody opened it would tell that it is there.
 */
export const accessesSeen = (scope: Scope, today: string): Sql => {
  const seen = toSql(conditionFor(scope, "access"), { personId: "t.personId" });
  if (seen !== ALWAYS) return seen;
  const within = allThings()
    .filter(({ opens }) => opens === "t.id")
    .map((thing) => ({ ...thing, sees: seenOn(today, scope, thing) }))
    .filter(({ sees }) => sees !== ALWAYS)
    .map(({ name, table, sees }) => {
      const { sql, values } = over(sees, "o");
      const there = `EXISTS (SELECT 1 FROM \`${table}\` o WHERE o.id = t.subjectId AND ${sql})`;
      return { sql: `(t.subjectType <> '${name}' OR ${there})`, values };
    });
  if (within.length === 0) return ALWAYS;
  return { sql: within.map(({ sql }) => sql).join(" AND "), values: within.flatMap(({ values }) => values) };
};
