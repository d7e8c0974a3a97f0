import type { Load } from "../graph/fields";
import { Rows } from "../personal/holds";
import { marks, padded } from "../scope/condition";

const ATTENDED = `SELECT t.id, COUNT(DISTINCT m.date) AS attended FROM accreditation t
  JOIN network_attendance a ON a.accreditationId = t.id AND a.attended = 1
  JOIN network_meeting m ON m.id = a.meetingId AND m.cancelledAt IS NULL AND m.date >= t.yearFrom AND m.date < t.reviewDueOn
  WHERE t.id IN ($) GROUP BY t.id`;

/** R45 (E16): how many meetings count in each one's year: those that took place, attended, each date once. */
export const meetingsOfYear = async (rows: Rows, ids: readonly string[]): Promise<Map<string, number>> => {
  const among = padded(ids);
  const found = ids.length === 0 ? [] : await rows(ATTENDED.replace("$", marks(among)), among);
  return new Map(found.map(({ id, attended }) => [id as string, Number(attended)]));
};

/** Answers `Accreditation.meetingsThisYear`. */
export const meetingsThisYearOf: Load = async ({ db }, members: readonly { id: string }[]) => {
  const attended = await meetingsOfYear(
    db.rows,
    members.map(({ id }) => id),
  );
  return members.map(({ id }) => attended.get(id) ?? 0);
};
