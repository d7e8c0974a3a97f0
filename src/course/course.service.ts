import { withReadiness } from "../assessment/readiness-changes";
import { Marked, markedTrainees, refuseUnexplained } from "../attendance/marked";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Rows } from "../personal/holds";
import { londonDay } from "../time";
import { RecordCourseAttendanceInput } from "./course.inputs";
import { CourseAttendance, CourseDay } from "./course-day.entity";

/** R15, R16: who was there on a course day; said again, it corrects what was said before. E4 counts the days. */
export const recordAttendance: UseCase<RecordCourseAttendanceInput> = async (tx, input) => {
  const day = await tx.find(CourseDay, input.courseDayId, "courseDayId");
  const known = await marksOn(tx.rows, day);
  const marked = await markedTrainees(tx, input.attendance, elsewhereThan(day, known));
  await tx.once();
  tx.expect(day, input.expectedVersion);
  const faults = yetToCome(day, tx.ctx.now);
  if (faults.length > 0) throw new Refused(faults);
  refuseUnexplained(marked, known);
  await mark(tx, day, marked, known);
  return day.id;
};

type Day = Pick<CourseDay, "id" | "cohortId" | "date">;

/**
 * Why a trainee cannot have been there: the day is another cohort's. Who was deferred since is on another one by now:
 * what was recorded of them before can still be corrected.
 */
export const elsewhereThan =
  (day: Day, known: readonly Known[]) =>
  ({ traineeId, cohortId }: Pick<Marked, "traineeId" | "cohortId">): string | null =>
    cohortId === day.cohortId || known.some((mark) => mark.traineeId === traineeId)
      ? null
      : "traineeId is on another cohort than this day.";

/** Nobody has been there before the day. */
export const yetToCome = (day: Day, now: Date): UserError[] =>
  day.date > londonDay(now) ? [invalid(["courseDayId"], `courseDayId is yet to come: it is on ${day.date}.`)] : [];

type Known = Pick<CourseAttendance, "id" | "traineeId" | "attended">;

/** Who is marked for a day already. */
export const marksOn = async (rows: Rows, { id }: Day): Promise<Known[]> => {
  const found = await rows("SELECT id, traineeId, attended FROM course_attendance WHERE courseDayId = ?", [id]);
  return found.map((row) => ({ ...row, attended: Boolean(row.attended) }) as unknown as Known);
};

/** Writes down who was there, with an entry for each, and what that changes of their readiness. */
export const mark = async (
  tx: Transaction,
  day: CourseDay,
  marked: readonly Marked[],
  known: readonly Known[],
): Promise<void> => {
  const traineeIds = marked.map(({ traineeId }) => traineeId);
  await withReadiness(tx, traineeIds, async () => {
    const recordedAt = tx.ctx.now;
    for (const { traineeId, attended, reason } of marked) {
      const before = known.find((row) => row.traineeId === traineeId);
      if (before) await tx.manager.update(CourseAttendance, { id: before.id }, { attended, recordedAt });
      else await tx.add(CourseAttendance, { id: newId("cat"), courseDayId: day.id, traineeId, attended, recordedAt });
      const facts = { day: day.number, date: day.date, from: before?.attended ?? null, to: attended };
      tx.append("CourseAttendanceRecorded", day, { traineeId }, facts, reason);
    }
    await tx.change(CourseDay, day, {});
  });
};
