import { refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Cohort } from "./cohort.entity";
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
