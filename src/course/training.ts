import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { grouped } from "../graph/grouped";
import { Rows } from "../personal/holds";
import { RuleOutcome } from "../rules/outcome";
import { marks, padded } from "../scope/condition";
import { AttendedDay, trainingComplete } from "./course.rules";

/** The course days that trainees attended, on whichever cohort: `$` stands for their ids. */
export const ATTENDED_DAYS = `
  SELECT a.traineeId, d.id, d.number, d.date FROM course_attendance a JOIN course_day d ON d.id = a.courseDayId
  WHERE a.attended = 1 AND a.traineeId IN ($)`;

/** R12 (E4): whether each of these trainees has completed the course, by the Standard of the cohort they are on. */
export const trainingsOf = async (rows: Rows, traineeIds: readonly string[]): Promise<Map<string, RuleOutcome>> => {
  if (traineeIds.length === 0) return new Map();
  const ids = padded([...new Set(traineeIds)]);
  const [standards, attended] = await Promise.all([
    rows(
      `SELECT t.id, s.courseDays FROM trainee t JOIN cohort c ON c.id = t.cohortId JOIN standard s ON s.id = c.standardId
       WHERE t.id IN (${marks(ids)})`,
      ids,
    ),
    rows(ATTENDED_DAYS.replace("$", marks(ids)), ids),
  ]);
  const days = grouped(attended, ({ traineeId }) => traineeId);
  return new Map(
    standards.map(({ id, courseDays }) => [
      id as string,
      trainingComplete(Number(courseDays), (days.get(id as string) ?? []) as unknown as AttendedDay[]),
    ]),
  );
};

/** Answers `Trainee.training`. */
export const trainingOf: Load = async ({ db }: Context, trainees: readonly { id: string }[]) => {
  const ids = trainees.map(({ id }) => id);
  const trainings = await trainingsOf(db.rows, ids);
  return ids.map((id) => trainings.get(id) ?? null);
};
