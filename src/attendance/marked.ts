import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { Refused, UserError } from "../mutation/refused";
import { Rows } from "../personal/holds";
import { marks } from "../scope/condition";
import { Trainee } from "../trainee/trainee.entity";
import { AttendanceMark } from "./attendance.inputs";
import { Mark, named, unexplained as unexplainedOf } from "./list";

/** A trainee as somebody marked them. */
export interface Marked extends Mark {
  readonly traineeId: string;
  readonly reference: string;
  readonly cohortId: string;
}

/** Who reads, and how: inside a transaction, or what is committed. */
export interface Reading {
  readonly ctx: Context;
  readonly rows: Rows;
}

type Unfit = (trainee: Row) => string | null;
type Row = Omit<Marked, keyof Mark> & { readonly id: string; readonly personId: string };

const TRAINEES = { key: "traineeId", one: "trainee" } as const;

/** The trainees that a day's attendance names. */
export const marksIn = async (
  { ctx, rows }: Reading,
  attendance: readonly AttendanceMark[],
  unfit: Unfit = () => null,
): Promise<{ marked: Marked[]; faults: UserError[] }> => {
  if (attendance.length === 0) return { marked: [], faults: [] };
  const names = attendance.map(({ traineeId }) => traineeId);
  const seen = visible(ctx, thingOf(Trainee));
  const known = (await rows(
    `SELECT t.id, t.id AS traineeId, t.reference, t.cohortId, t.personId FROM trainee t
     WHERE (t.id IN (${marks(names)}) OR t.reference IN (${marks(names)})) AND ${seen.sql}`,
    [...names, ...names, ...seen.values],
  )) as unknown as Row[];
  return named(TRAINEES, attendance, { known, by: ctx.personId, same: ({ id }) => id, unfit });
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
  unexplainedOf(TRAINEES, marked, known);

/** Refuses with every mark that corrects an earlier one without saying why. */
export const refuseUnexplained = (marked: readonly Marked[], known: Known): void => {
  const faults = unexplained(marked, known);
  if (faults.length > 0) throw new Refused(faults);
};
