import { AUDIENCE, Audience, conditionFor, holds, NEVER, Sql, toSql } from "../scope/condition";
import { Scope } from "../scope/scope";
import { Cell, Flag, flagOf, ROWS, RowName, TABLE } from "../scope/table";
import { EntryKind, kindOf } from "./kinds";

/** How an entry's row is stored: the row's name, and what has been opened of it. */
export const seesOf = (kind: EntryKind): string => {
  const { sees, opened } = kindOf(kind);
  return opened ? `${sees}+${opened}` : sees;
};

const opening = (row: RowName): (Flag | null)[] => {
  return [...new Set([null, ...Object.values<Cell>(TABLE[row].cells).map(flagOf)])];
};

const OF_ENTRY: Audience = Object.fromEntries(AUDIENCE.map((id) => [id, `t.${id}`]));

/**
 * Which entries a scope sees, as SQL over the alias `t`. Entries of rows decided alike share one condition. The public
 * sees none, not even of what it may see: history is for those who sign in.
 */
export const entriesSeen = (scope: Scope): Sql => {
  if (!scope.personId) return NEVER;
  const alike = new Map<string, { sees: string[]; sql: Sql }>();
  for (const row of ROWS) {
    for (const flag of opening(row)) {
      const audience = flag ? { ...OF_ENTRY, [flag]: "1=1" } : OF_ENTRY;
      const sql = toSql(conditionFor(scope, row), audience);
      if (sql === NEVER) continue;
      const key = JSON.stringify(sql);
      const group = alike.get(key) ?? { sees: [], sql };
      group.sees.push(flag ? `${row}+${flag}` : row);
      alike.set(key, group);
    }
  }
  const parts = [...alike.values()].map(({ sees, sql }) => ({
    sql: `(t.sees IN (${sees.map((name) => `'${name}'`).join(",")}) AND ${sql.sql})`,
    values: sql.values,
  }));
  if (parts.length === 0) return NEVER;
  return { sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`, values: parts.flatMap(({ values }) => values) };
};

type Seen = { sees: string } & Partial<Record<(typeof AUDIENCE)[number], string | null>>;

/** The same of one entry in memory. */
export const seesEntry = (scope: Scope, entry: Seen): boolean => {
  if (!scope.personId) return false;
  const [row, flag] = entry.sees.split("+") as [RowName, Flag | undefined];
  return holds(conditionFor(scope, row), entry, flag ?? null);
};
