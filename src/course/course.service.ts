import { withReadiness } from "../assessment/readiness-changes";
import { markedTrainees, refuseUnexplained } from "../attendance/marked";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { londonDay } from "../time";
import { RecordCourseAttendanceInput } from "./course.inputs";
import { CourseAttendance, CourseDay } from "./course-day.entity";

/** R15, R16: who was there on a course day; said again, it corrects what was said before. E4 counts the days. */
export const recordAttendance: UseCase<RecordCourseAttendanceInput> = async (tx, input) => {
  const day = await tx.find(CourseDay, input.courseDayId, "courseDayId");
  const marks = await tx.manager.findBy(CourseAttendance, { courseDayId: day.id });
  const wasMarked = (id: string) => marks.some(({ traineeId }) => traineeId === id);
  const marked = await markedTrainees(tx, input.attendance, ({ traineeId, cohortId }) =>
    // Who was deferred since is on another cohort by now: what was recorded of them here can still be corrected.
    cohortId === day.cohortId || wasMarked(traineeId) ? null : "traineeId is on another cohort than this day.",
  );
  await tx.once();
  tx.expect(day, input.expectedVersion);
  if (day.date > londonDay(tx.ctx.now)) {
    throw new Refused([invalid(["courseDayId"], `courseDayId is yet to come: it is on ${day.date}.`)]);
  }

  const traineeIds = marked.map(({ traineeId }) => traineeId);
  const known = marks.filter(({ traineeId }) => traineeIds.includes(traineeId));
  refuseUnexplained(marked, known);
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
  return day.id;
};
