import { RELEASED } from "../accreditation/seen";
import { withReadiness } from "../assessment/readiness-changes";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { nextReference } from "../programme/reference";
import { marks } from "../scope/condition";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Pair, PairMember } from "./pair.entity";
import { FormPairInput } from "./pair.inputs";
import { PossibleMember, pairMayForm } from "./pair.rules";

/** R22: two people will work as a pair; E6 says which two. */
export const form: UseCase<FormPairInput> = async (tx, { personIds }) => {
  const people: Person[] = [];
  for (const [index, id] of personIds.entries()) people.push(await tx.find(Person, id, "personIds", String(index)));
  await tx.once();
  for (const [index, person] of people.entries()) refuseErased(person, "personIds", String(index));

  const formedOn = londonDay(tx.ctx.now);
  const possible = await possibleMembers(tx, personIds);
  refuseUnless(pairMayForm(possible, formedOn));
  const traineeIds = possible.flatMap(({ traineeId }) => traineeId ?? []);
  return withReadiness(tx, traineeIds, () => save(tx, possible, formedOn));
};

const save = async (tx: Transaction, possible: readonly PossibleMember[], formedOn: string): Promise<string> => {
  const pair = await tx.add(Pair, {
    id: newId("pai"),
    reference: await nextReference(tx, Pair, `P-${formedOn.slice(0, 4)}-`, 2),
    formedOn,
    dissolvedOn: null,
    version: 1,
  });
  for (const [index, { personId, traineeId }] of possible.entries()) {
    await tx.add(PairMember, { id: newId("mem"), pairId: pair.id, ordinal: index + 1, personId, traineeId });
    if (!traineeId) continue;
    const trainee = await tx.manager.findOneByOrFail(Trainee, { id: traineeId });
    await tx.change(Trainee, trainee, { pairId: pair.id });
  }
  const personIds = possible.map(({ personId }) => personId);
  for (const { traineeId } of possible) {
    // Not about a reviewer as a person: those who know them from another pair are not told of this one.
    if (traineeId)
      tx.append("PairFormed", pair, { pairId: pair.id, traineeId }, { reference: pair.reference, personIds });
  }
  return pair.id;
};

/** What each of these people is on this day: a trainee, in a pair already or not; accredited; or neither. */
const possibleMembers = async (tx: Transaction, personIds: readonly string[]): Promise<PossibleMember[]> => {
  if (personIds.length === 0) return [];
  const trainees = await tx.rows(
    `SELECT t.personId, t.id, p.reference AS pairedAs FROM trainee t
     LEFT JOIN pair p ON p.id = t.pairId AND p.dissolvedOn IS NULL
     WHERE t.standing = 'ENROLLED' AND t.personId IN (${marks(personIds)})`,
    personIds,
  );
  const accredited = await tx.rows(
    `SELECT t.personId, t.accreditedOn, t.lapsedOn, t.withdrawnOn FROM accreditation t
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
