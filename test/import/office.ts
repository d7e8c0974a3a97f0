import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { asking } from "../graph/asking";
import { counts } from "../support/counts";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

export type Of = "PEOPLE" | "BOARDS" | "COURSE_ATTENDANCE";
export type Fault = readonly [row: number | null, column: string | null, message: string];

const MUTATION: Readonly<Record<Of, string>> = {
  PEOPLE: "importPeople",
  BOARDS: "importBoards",
  COURSE_ATTENDANCE: "importCourseAttendance",
};

export interface Checked {
  readonly rowCount: number;
  readonly separator: string | null;
  readonly makes: readonly { kind: string; count: number }[];
  readonly faults: readonly { row: number | null; column: string | null; message: string }[];
}

interface Payload {
  readonly import: { readonly id: string; readonly of: string; readonly rowCount: number } | null;
  readonly errors: readonly { code: string; message: string; path: readonly string[] }[];
  readonly cursor: string | null;
}

/** A programme's office with its files, on a database of its own. */
export interface Office {
  readonly db: Database;
  readonly log: Log;
  readonly told: Story;
  as(personId: string | null): ReturnType<ReturnType<typeof asking>>;
  /** The dry run, as the lead; it must store nothing. */
  check(of: Of, csv: string, courseDayId?: string): Promise<Checked>;
  /** The import itself, as the lead. */
  import(of: Of, csv: string, more?: Record<string, unknown>): Promise<Payload>;
  /** The faults of a file: the same from the dry run and the import, which must change nothing. */
  faultsOf(of: Of, csv: string, courseDayId?: string): Promise<Fault[]>;
}

export const openOffice = async (): Promise<Office> => {
  const db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  const told = await story({ db, log });
  const as = asking(db, log);
  const check: Office["check"] = async (of, csv, courseDayId) => {
    const before = await counts(db);
    const { data, errors } = await as(told.lead.id)(
      `query ($of: ImportOf!, $csv: String!, $courseDayId: ID) { checkImport(of: $of, csv: $csv, courseDayId: $courseDayId) {
        of rowCount separator makes { kind count } faults { row column message } } }`,
      { of, csv, courseDayId },
    );
    expect(errors).toBeUndefined();
    expect(data.checkImport.of).toBe(of);
    expect(await counts(db)).toEqual(before);
    return data.checkImport;
  };
  const imported: Office["import"] = async (of, csv, more = {}) => {
    const mutation = MUTATION[of];
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await as(told.lead.id)(
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
        import { id of rowCount } cursor errors { code message path } } }`,
      { input: { csv, ...more } },
    );
    expect(errors).toBeUndefined();
    return data.done;
  };
  return {
    ...{ db, log, told, as, check, import: imported },
    faultsOf: async (of, csv, courseDayId) => {
      const dry = await check(of, csv, courseDayId);
      const before = await counts(db);
      const more = courseDayId ? { courseDayId, expectedVersion: await versionOf(db, courseDayId) } : {};
      const { errors, cursor, import: made } = await imported(of, csv, more);
      expect(await counts(db)).toEqual(before);
      expect([made, cursor]).toEqual([null, null]);
      expect(dry.makes).toEqual([]);
      const wet = errors.map(({ path: [name, row, column], message }): Fault => {
        if (name !== "csv") return [null, null, message];
        return [row === undefined ? null : Number(row), column ?? null, message];
      });
      expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["INVALID_INPUT"]));
      expect(wet).toEqual(dry.faults.map(({ row, column, message }) => [row, column, message]));
      return wet;
    },
  };
};

/** The version of a course day. */
export const versionOf = async (db: Database, id: string): Promise<number> =>
  Number((await db.rows("SELECT version FROM course_day WHERE id = ?", [id]))[0]?.version);
