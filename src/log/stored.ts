import { isUtf8 } from "node:buffer";
import type { Database, Value } from "../database/database";
import { AUDIENCE } from "../scope/condition";

/** A row of the Log as it lies there: each value as text, whatever it has become. */
export type Stored = Readonly<Record<string, string | null>>;

const ENTRY = [
  "position",
  "id",
  "at",
  "actorId",
  "kind",
  "subjectType",
  "subjectId",
  "subjectVersion",
  "facts",
  "reason",
  "salt",
  "sees",
  ...AUDIENCE,
  "digest",
  "chain",
];
const HEAD = ["position", "at", "chain"];

// As bytes: text that is no UTF-8 any more ends the embedded driver's process, and is cut at its first zero byte.
const bytesOf = (columns: readonly string[]): string =>
  columns
    .map(
      (column) =>
        `CASE WHEN \`${column}\` IS NULL THEN NULL ELSE HEX(CAST(\`${column}\` AS CHAR)) END AS \`${column}\``,
    )
    .join(", ");

const text = (hex: Value | undefined): string | null => {
  if (hex == null) return null;
  const bytes = Buffer.from(String(hex), "hex");
  // What is no text was not written by us: any other value than the one that was tells it.
  return isUtf8(bytes) ? bytes.toString() : `0x${hex}`;
};

const rows = async (db: Database, columns: readonly string[], rest: string, values: Value[] = []): Promise<Stored[]> =>
  (await db.rows(`SELECT ${bytesOf(columns)} FROM ${rest}`, values)).map((row) =>
    Object.fromEntries(columns.map((column) => [column, text(row[column])])),
  );

/** The next entries in the order of their positions; the very first of all, also where none may be, when none is given. */
export const storedAfter = (db: Database, position: number | null, limit: number): Promise<Stored[]> =>
  position === null
    ? rows(db, ENTRY, `entry ORDER BY entry.position LIMIT ${limit}`)
    : rows(db, ENTRY, `entry WHERE entry.position > ? ORDER BY entry.position LIMIT ${limit}`, [position]);

/** The Log's head; undefined when there is none. */
export const storedHead = async (db: Database): Promise<Stored | undefined> =>
  (await rows(db, HEAD, "log_head WHERE id = 1"))[0];
