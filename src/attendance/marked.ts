import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { absent, invalid, Refused, UserError } from "../mutation/refused";
import { Rows } from "../personal/holds";
import { marks } from "../scope/condition";
import { Trainee } from "../trainee/trainee.entity";
import { AttendanceMark } from "./attendance.inputs";

/** A trainee as somebody marked them. */
export interface Marked {
  readonly traineeId: string;
  readonly reference: string;
  readonly cohortId: string;
  readonly attended: boolean;
  /** Why, where they corrected an earlier mark. */
  readonly reason: string | null;
  /** Where they stand in the list. */
  readonly index: number;
}

/** Who reads, and how: inside a transaction, or what is committed. */
export interface Reading {
  readonly ctx: Context;
  readonly rows: Rows;
}

type Unfit = (trainee: Marked) => string | null;

/** The trainees that a day's attendance names, and every fault of the list. */
export const marksIn = async (
  { ctx, rows }: Reading,
  attendance: readonly AttendanceMark[],
  unfit: Unfit = () => null,
): Promise<{ marked: Marked[]; faults: UserError[] }> => {
  if (attendance.length === 0) return { marked: [], faults: [] };
  const named = attendance.map(({ traineeId }) => traineeId);
  const seen = visible(ctx, thingOf(Trainee));
  const known = await rows(
    `SELECT t.id, t.reference, t.cohortId, t.personId FROM trainee t
     WHERE (t.id IN (${marks(named)}) OR t.reference IN (${marks(named)})) AND ${seen.sql}`,
    [...named, ...named, ...seen.values],
  );
  const faults: UserError[] = [];
  const found = new Map<string, Marked>();
  for (const [index, { traineeId: name, attended, reason = null }] of attendance.entries()) {
    const path = ["attendance", String(index), "traineeId"];
    const row = known.find(({ id, reference }) => name === id || name === reference);
    if (!row) {
      faults.push(...absent(...path).errors);
      continue;
    }
    const trainee = { ...row, traineeId: row.id, attended, reason, index } as unknown as Marked;
    const why = found.has(trainee.traineeId)
      ? "traineeId is in the list already."
      : row.personId === ctx.personId
        ? "traineeId is yourself: somebody else records whether you were there."
        : unfit(trainee);
    if (why) faults.push(invalid(path, why));
    if (!found.has(trainee.traineeId)) found.set(trainee.traineeId, trainee);
  }
  return { marked: [...found.values()], faults };
};

/** The trainees that a day's attendance names. Refuses with every fault of the list at once. */
export const markedTrainees = async (
  reading: Reading,
  attendance: readonly AttendanceMark[],
  unfit?: Unfit,
): Promise<Marked[]> => {
  const { marked, faults } = await marksIn(reading, attendance, unfit);
  if (faults.length > 0) throw new Refused(faults);
  return marked;
};

type Known = readonly { traineeId: string; attended: boolean }[];

/** Every mark that corrects an earlier one without saying why. */
export const unexplained = (marked: readonly Marked[], known: Known): UserError[] =>
  marked
    .filter(({ traineeId, attended, reason }) => {
      const corrects = known.some((before) => before.traineeId === traineeId && before.attended !== attended);
      return corrects && reason === null;
    })
    .map(({ index }) =>
      invalid(["attendance", String(index), "reason"], "reason must say why: the trainee was marked otherwise before."),
    );

/** Refuses with every mark that corrects an earlier one without saying why. */
export const refuseUnexplained = (marked: readonly Marked[], known: Known): void => {
  const faults = unexplained(marked, known);
  if (faults.length > 0) throw new Refused(faults);
};
