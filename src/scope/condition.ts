import { Value } from "../database/database";
import { Scope } from "./scope";
import { Cell, Flag, flagOf, Relation, RowName, TABLE } from "./table";

/** The ids by which a row of the table is decided. */
export const AUDIENCE = ["traineeId", "pairId", "commissionId", "boardId", "personId"] as const;
export type AudienceId = (typeof AUDIENCE)[number];

/**
 * Where a table holds those ids, as SQL over its alias `t`: a column, or an expression in which `$` stands for the
 * list the id must be in. Flags are conditions. An id that is left out decides nothing there.
 */
export type Audience = Partial<Record<AudienceId | Flag, string>>;

interface Clause {
  readonly id: AudienceId;
  readonly among: readonly string[];
  readonly when?: Flag;
}

/** What a scope lets through of one row of the table: everything, nothing, or what meets one of the clauses. */
export interface Condition {
  readonly all: boolean;
  readonly any: readonly Clause[];
  /** Withheld in spite of the above, unless the flag holds; `own` clauses come back once it does. */
  readonly not: readonly Clause[];
}

const idsOf = (scope: Scope, relation: Relation): [AudienceId, readonly string[]][] =>
  AUDIENCE.flatMap((id) => {
    const among = scope.ids[relation]?.[id];
    return among && among.length > 0 ? [[id, among] as [AudienceId, readonly string[]]] : [];
  });

/** The condition under which this scope sees what falls under a row of the table. */
export const conditionFor = (scope: Scope, row: RowName): Condition => {
  const { cells, withheld } = TABLE[row];
  const any: Clause[] = [];
  let all = false;
  for (const [relation, cell] of Object.entries(cells) as [Relation, Cell][]) {
    if (relation === "public" || (relation === "signedIn" && scope.personId) || (relation === "lead" && scope.lead)) {
      all = true;
    } else {
      const when = flagOf(cell);
      for (const [id, among] of idsOf(scope, relation)) {
        if (id !== "personId" || cell !== "of trainees") any.push({ id, among, ...(when && { when }) });
      }
    }
  }
  const not = withheld
    ? withheld.from.flatMap((relation) =>
        idsOf(scope, relation).map(([id, among]) => ({ id, among, when: withheld.until })),
      )
    : [];
  return { all, any: all ? any.filter(({ when }) => when) : any, not };
};

export interface Sql {
  readonly sql: string;
  readonly values: readonly Value[];
}

export const ALWAYS: Sql = { sql: "1=1", values: [] };
export const NEVER: Sql = { sql: "1=0", values: [] };

/** Repeats the last id up to a power of two, so that lists of many lengths share one statement text. */
export const padded = (ids: readonly string[]): string[] => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(ids.length, 1)));
  const all = [...ids];
  while (all.length < size) all.push(ids.at(-1) as string);
  return all;
};

export const marks = ({ length }: readonly unknown[]): string => (length === 0 ? "" : `?${",?".repeat(length - 1)}`);

const clauseSql = (clause: Clause, audience: Audience): Sql | null => {
  const place = audience[clause.id];
  const flag = clause.when && (audience[clause.when] ?? "1=0");
  if (!place) return null;
  const values = padded(clause.among);
  const within = place.includes("$") ? place.replace("$", marks(values)) : `${place} IN (${marks(values)})`;
  return { sql: flag ? `(${within} AND ${flag})` : within, values };
};

/** An id that is not there is not among any: without COALESCE, its NULL would withhold the row from everybody. */
const notSql = (clause: Clause, audience: Audience): Sql | null => {
  const place = audience[clause.id];
  if (!place) return null;
  const values = padded(clause.among);
  const until = (clause.when && audience[clause.when]) ?? "1=0";
  const within = place.includes("$") ? place.replace("$", marks(values)) : `${place} IN (${marks(values)})`;
  return { sql: `(NOT COALESCE(${within}, 0) OR ${until})`, values };
};

const joined = (parts: readonly Sql[], word: "AND" | "OR"): Sql => ({
  sql: parts.length === 1 ? (parts[0] as Sql).sql : `(${parts.map(({ sql }) => sql).join(` ${word} `)})`,
  values: parts.flatMap(({ values }) => values),
});

/** The condition as SQL over a table's alias `t`. */
export const toSql = (condition: Condition, audience: Audience): Sql => {
  const any = condition.any.map((clause) => clauseSql(clause, audience)).filter((part) => part !== null);
  const opened = condition.all ? ALWAYS : any.length > 0 ? joined(any, "OR") : NEVER;
  const not = condition.not.map((clause) => notSql(clause, audience)).filter((part) => part !== null);
  if (opened === NEVER || not.length === 0) return opened;
  return joined(opened === ALWAYS ? not : [opened, ...not], "AND");
};

/** The same condition, asked of ids in memory. */
export const holds = (
  { all, any, not }: Condition,
  ids: Partial<Record<AudienceId, string | null>>,
  flag: Flag | null = null,
): boolean => {
  const meets = ({ id, among, when }: Clause, wanted: boolean) =>
    ids[id] != null && among.includes(ids[id] as string) && (!when || (when === flag) === wanted);
  return (all || any.some((clause) => meets(clause, true))) && !not.some((clause) => meets(clause, false));
};
