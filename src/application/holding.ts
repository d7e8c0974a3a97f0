import { Transaction } from "../mutation/transact";

/** As what somebody is a trainee now; null when they are none. */
export const traineeAlready = async (tx: Transaction, personId: string): Promise<string | null> => {
  const [trainee] = await tx.rows("SELECT reference FROM trainee WHERE personId = ? AND standing = 'ENROLLED'", [
    personId,
  ]);
  return trainee ? String(trainee.reference) : null;
};

/** On which other cohort somebody holds a place they confirmed; null when on none. */
export const placeElsewhere = async (tx: Transaction, personId: string, cohortId: string): Promise<string | null> => {
  const [place] = await tx.rows(
    `SELECT c.reference FROM application a JOIN cohort c ON c.id = a.cohortId
     WHERE a.personId = ? AND a.cohortId <> ? AND a.state = 'CONFIRMED'`,
    [personId, cohortId],
  );
  return place ? String(place.reference) : null;
};
