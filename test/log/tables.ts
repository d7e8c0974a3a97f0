import type { Database, Row } from "../../src/database/database";
import { toIso } from "../../src/graph/scalars";
import { EntryKind } from "../../src/log/kinds";
import { AUDIENCE } from "../../src/scope/condition";

/** Tables that hold nothing of the programme's: whose rows no entry need tell of, and why. */
const BESIDE: Readonly<Record<string, string>> = {
  entry: "the Log itself",
  log_head: "the Log's counter",
  signing_key: "what credentials are signed with: whoever keeps the server makes it, and nobody's matter is changed",
  access: "who opened what: nothing is changed by looking",
  idempotency: "what a repeated request is answered from, for a day",
};

/** One row that is new, gone or otherwise than before. */
export interface Change {
  readonly table: string;
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

type Tables = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Every row of every table as it is now: moments in RFC 3339. */
export const tablesOf = async (db: Database): Promise<Tables> => {
  const tables = new Map<string, Map<string, Row>>();
  for (const { tableName, primaryColumns, columns } of db.source.entityMetadatas) {
    if (tableName in BESIDE) continue;
    const moments = columns.filter(({ type }) => type === "datetime").map(({ databaseName }) => databaseName);
    const rows = await db.rows(`SELECT * FROM \`${tableName}\``);
    const byKey = rows.map((row): [string, Row] => {
      const told = moments.map((name) => [name, row[name] == null ? null : toIso(row[name])]);
      return [
        primaryColumns.map(({ databaseName }) => row[databaseName]).join("/"),
        { ...row, ...Object.fromEntries(told) },
      ];
    });
    tables.set(tableName, new Map(byKey));
  }
  return tables;
};

export const changesBetween = (before: Tables, after: Tables): Change[] =>
  [...before.keys()].flatMap((table) => {
    const [was, is] = [before.get(table), after.get(table)] as [Map<string, Row>, Map<string, Row>];
    return [...new Set([...was.keys(), ...is.keys()])]
      .map((key) => ({ table, key, before: was.get(key) ?? null, after: is.get(key) ?? null }))
      .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  });

/** An entry of the Log with its facts opened. */
export interface Told {
  readonly position: number;
  readonly kind: EntryKind;
  readonly at: string;
  readonly actorId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number | null;
  readonly reason: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The ids of its audience. */
  readonly about: readonly string[];
}

export const entriesIn = async (db: Database): Promise<Told[]> =>
  (await db.rows("SELECT * FROM entry ORDER BY position")).map(
    (row) =>
      ({
        ...row,
        position: Number(row.position),
        at: toIso(row.at),
        facts: JSON.parse(row.facts as string),
        about: AUDIENCE.map((id) => row[id]).filter((id) => id !== null),
      }) as unknown as Told,
  );
