import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { marks, padded } from "../scope/condition";
import type { Cohort } from "./cohort.entity";
import { placeLeft } from "./place.rules";

/** How many places are held: by trainees who have not left, and by applicants who confirmed one and are not trainees yet. */
export const PLACES_TAKEN = `(SELECT COUNT(*) FROM trainee p WHERE p.cohortId = $ AND p.standing <> 'WITHDRAWN')
  + (SELECT COUNT(*) FROM application p WHERE p.cohortId = $ AND p.state = 'CONFIRMED')`;

/** How many places of a cohort are taken. */
export const placesTaken = async (tx: Transaction, cohortId: string): Promise<number> => {
  const [row] = await tx.rows(`SELECT ${PLACES_TAKEN.replaceAll("$", "?")} AS taken`, [cohortId, cohortId]);
  return Number(row?.taken);
};

/**
 * Refuses unless the cohort has a place left. The cohort must have been found in this transaction: that locks its row,
 * so of two who take the last place at the same moment the second waits, and counts the first.
 */
export const refuseWithoutPlace = async (tx: Transaction, cohort: Cohort): Promise<void> => {
  refuseUnless(placeLeft(cohort.capacity, await placesTaken(tx, cohort.id)));
};

const answering =
  (answer: (places: { capacity: number; taken: number }) => number): Load =>
  async ({ db }: Context, cohorts: readonly { id: string }[]) => {
    const ids = padded(cohorts.map(({ id }) => id));
    const rows = await db.rows(
      `SELECT c.id, c.capacity, ${PLACES_TAKEN.replaceAll("$", "c.id")} AS taken FROM cohort c WHERE c.id IN (${marks(ids)})`,
      ids,
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return cohorts.map(({ id }) => {
      const { capacity, taken } = found.get(id) ?? {};
      return answer({ capacity: Number(capacity), taken: Number(taken) });
    });
  };

/** Answers `Cohort.placesTaken`. */
export const placesTakenOf = answering(({ taken }) => taken);

/** Answers `Cohort.placesLeft`. */
export const placesLeftOf = answering(({ capacity, taken }) => Math.max(0, capacity - taken));
