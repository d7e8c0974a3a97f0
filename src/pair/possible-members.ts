import { RELEASED } from "../accreditation/seen";
import { Transaction } from "../mutation/transact";
import { marks } from "../scope/condition";
import { PossibleMember } from "./pair.rules";

/** What each of these people is on this day: a trainee, in a pair already or not; accredited; or neither. */
export const possibleMembers = async (tx: Transaction, personIds: readonly string[]): Promise<PossibleMember[]> => {
  if (personIds.length === 0) return [];
  const trainees = await tx.rows(
    `SELECT t.personId, t.id, p.reference AS pairedAs FROM trainee t
     LEFT JOIN pair p ON p.id = t.pairId AND p.dissolvedOn IS NULL
     WHERE t.standing = 'ENROLLED' AND t.personId IN (${marks(personIds)})`,
    personIds,
  );
  const accredited = await tx.rows(
    `SELECT t.personId, t.accreditedOn, t.lapsesOn, t.withdrawnOn FROM accreditation t
     WHERE t.personId IN (${marks(personIds)}) AND ${RELEASED}`,
    personIds,
  );
  const people = await tx.rows(`SELECT id, name FROM person WHERE id IN (${marks(personIds)})`, personIds);
  return personIds.map((personId) => ({
    personId,
    name: (people.find(({ id }) => id === personId)?.name ?? "") as string,
    traineeId: (trainees.find((row) => row.personId === personId)?.id ?? null) as string | null,
    pairedAs: (trainees.find((row) => row.personId === personId)?.pairedAs ?? null) as string | null,
    accreditations: accredited.filter((row) => row.personId === personId) as never,
  }));
};
