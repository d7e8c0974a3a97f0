import type { Reading } from "../attendance/marked";
import type { Context } from "../context";
import { CourseDay } from "../course/course-day.entity";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { absent, invalid, Refused, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { boardsPlan } from "./boards.plan";
import { courseAttendancePlan } from "./course-attendance.plan";
import { Import } from "./import.entity";
import { ImportBoardsInput, ImportCourseAttendanceInput, ImportPeopleInput } from "./import.inputs";
import { ImportOf } from "./import-of";
import { peoplePlan } from "./people.plan";
import { Plan } from "./plan";

/** Everybody in a file becomes known to the programme, or nobody. */
export const importPeople: UseCase<ImportPeopleInput> = (tx, { csv }) =>
  carriedOut(tx, { of: ImportOf.PEOPLE, csv }, (reading) => peoplePlan(reading, csv));

/** R19: every board in a file becomes known, or none. */
export const importBoards: UseCase<ImportBoardsInput> = (tx, { csv }) =>
  carriedOut(tx, { of: ImportOf.BOARDS, csv }, (reading) => boardsPlan(reading, csv));

/** R15, R16: a course day's attendance from a file, all of it or none. */
export const importCourseAttendance: UseCase<ImportCourseAttendanceInput> = async (tx, input) => {
  const { csv, courseDayId, expectedVersion } = input;
  const day = await tx.find(CourseDay, courseDayId, "courseDayId");
  return carriedOut(tx, { of: ImportOf.COURSE_ATTENDANCE, csv, day, expectedVersion }, (reading) =>
    courseAttendancePlan(reading, csv, day),
  );
};

/** What an import of this file would do, and what stands in its way. Nothing is stored. */
export const check = async (
  ctx: Context,
  { of, csv, courseDayId }: { of: ImportOf; csv: string; courseDayId: string | null },
): Promise<Plan> => {
  const reading = { ctx, rows: ctx.db.rows };
  if (of === ImportOf.PEOPLE) return peoplePlan(reading, csv);
  if (of === ImportOf.BOARDS) return boardsPlan(reading, csv);
  if (courseDayId === null) return nothing([invalid(["courseDayId"], "courseDayId must name the course day.")]);
  const day = await ctx.db.source.manager.findOneBy(CourseDay, { id: courseDayId });
  return day ? courseAttendancePlan(reading, csv, day) : nothing(absent("courseDayId").errors);
};

const nothing = (faults: readonly UserError[]): Plan => ({
  sheet: { separator: null, count: 0, rows: [], faults: [] },
  faults,
  makes: [],
  write: async () => undefined,
});

interface File {
  readonly of: ImportOf;
  readonly csv: string;
  readonly day?: CourseDay;
  readonly expectedVersion?: number;
}

const KIND = {
  [ImportOf.PEOPLE]: "PeopleImported",
  [ImportOf.BOARDS]: "BoardsImported",
  [ImportOf.COURSE_ATTENDANCE]: "CourseAttendanceImported",
} as const;

const carriedOut = async (
  tx: Transaction,
  { of, csv, day, expectedVersion }: File,
  planned: (reading: Reading) => Promise<Plan>,
): Promise<string> => {
  await tx.once();
  if (day) tx.expect(day, expectedVersion as number);
  const { sheet, faults, write } = await planned(tx);
  if (faults.length > 0) throw new Refused(faults);

  const { personId, now } = tx.ctx;
  // Under a key: of a file with one person in it a plain digest could be guessed back once they are erased.
  const digest = tx.ctx.log.fingerprint(csv);
  const made = await tx.add(Import, {
    ...{ id: newId("imp"), of, rowCount: sheet.count, digest, courseDayId: day?.id ?? null },
    ...{ importedById: personId as string, importedAt: now },
  });
  tx.append(KIND[of], made, {}, { rowCount: sheet.count, digest, ...(day && { courseDayId: day.id }) });
  await write(tx);
  return made.id;
};
