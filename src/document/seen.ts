import { applicationsSeen } from "../application/seen";
import { evidenceSeen } from "../evidence/seen";
import { over } from "../graph/rows";
import { conditionFor, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";

/** A document is seen with what it belongs to: an application, a draft of evidence, an item of it or a commission. */
export const documentsSeen = (scope: Scope): Sql => {
  const commission = toSql(conditionFor(scope, "commission"), { commissionId: "t.id", boardId: "t.boardId" });
  const draft = toSql(conditionFor(scope, "evidenceDraft"), { personId: "t.writtenById" });
  const parts = [
    within("application", "applicationId", applicationsSeen(scope)),
    within("evidence_draft", "evidenceDraftId", draft),
    within("evidence", "evidenceId", evidenceSeen(scope)),
    within("commission", "commissionId", commission),
  ].filter((part) => part !== NEVER);
  if (parts.length === 0) return NEVER;
  return { sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`, values: parts.flatMap(({ values }) => values) };
};

const within = (table: string, key: string, seen: Sql): Sql => {
  if (seen === NEVER) return NEVER;
  const { sql, values } = over(seen, "o");
  return { sql: `EXISTS (SELECT 1 FROM ${table} o WHERE o.id = t.${key} AND ${sql})`, values };
};
