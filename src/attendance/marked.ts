import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { absent, invalid, Refused, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
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
}

/** The trainees that a day's attendance names. Refuses with every fault of the list at once. */
export const markedTrainees = async (
  tx: Transaction,
  attendance: readonly AttendanceMark[],
  unfit: (trainee: Marked) => string | null = () => null,
): Promise<Marked[]> => {
  const named = attendance.map(({ traineeId }) => traineeId);
  const seen = visible(tx.ctx, thingOf(Trainee));
  const rows = await tx.rows(
    `SELECT t.id, t.reference, t.cohortId FROM trainee t
     WHERE (t.id IN (${marks(named)}) OR t.reference IN (${marks(named)})) AND ${seen.sql}`,
    [...named, ...named, ...seen.values],
  );
  const faults: UserError[] = [];
  const found = new Map<string, Marked>();
  for (const [index, { traineeId: name, attended, reason = null }] of attendance.entries()) {
    const path = ["attendance", String(index), "traineeId"];
    const row = rows.find(({ id, reference }) => name === id || name === reference);
    if (!row) {
      faults.push(...absent(...path).errors);
      continue;
    }
    const trainee = { ...row, traineeId: row.id, attended, reason } as unknown as Marked;
    const why = found.has(trainee.traineeId) ? "traineeId is in the list already." : unfit(trainee);
    if (why) faults.push(invalid(path, why));
    found.set(trainee.traineeId, trainee);
  }
  if (faults.length > 0) throw new Refused(faults);
  return [...found.values()];
};

/** Refuses with every mark that corrects an earlier one without saying why. */
export const refuseUnexplained = (
  marked: readonly Marked[],
  known: readonly { traineeId: string; attended: boolean }[],
): void => {
  const faults = marked.flatMap(({ traineeId, attended, reason }, index) => {
    const corrects = known.some((before) => before.traineeId === traineeId && before.attended !== attended);
    return corrects && reason === null
      ? [
          invalid(
            ["attendance", String(index), "reason"],
            "reason must say why: the trainee was marked otherwise before.",
          ),
        ]
      : [];
  });
  if (faults.length > 0) throw new Refused(faults);
};
