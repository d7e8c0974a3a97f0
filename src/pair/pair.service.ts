import { withReadiness } from "../assessment/readiness-changes";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import { FormPairInput } from "./pair.inputs";
import { pairMayForm } from "./pair.rules";
import { possibleMembers } from "./possible-members";
import { together } from "./together";

/** R22: two people will work as a pair; E6 says which two. R42: for later reviews two who are accredited may. */
export const form: UseCase<FormPairInput> = async (tx, { personIds, practice }) => {
  const people: Person[] = [];
  for (const [index, id] of personIds.entries()) people.push(await tx.find(Person, id, "personIds", String(index)));
  await tx.once();
  for (const [index, person] of people.entries()) refuseErased(person, "personIds", String(index));

  const formedOn = londonDay(tx.ctx.now);
  const possible = await possibleMembers(tx, personIds);
  refuseUnless(pairMayForm(possible, formedOn, practice ?? true));
  const known = await alreadyPaired(tx, personIds);
  refuse([known !== null && invalid(["personIds"], `personIds are those of pair ${known} already.`)]);
  const traineeIds = possible.flatMap(({ traineeId }) => traineeId ?? []);
  return withReadiness(tx, traineeIds, async () => (await together(tx, possible, formedOn)).id);
};

/** The pair that two people are already, by reference. Of a trainee E6 says so: a reviewer may be in several. */
const alreadyPaired = async ({ rows }: Transaction, [one, other]: readonly string[]): Promise<string | null> => {
  const [found] = await rows(
    `SELECT p.reference FROM pair p JOIN pair_member a ON a.pairId = p.id AND a.personId = ?
     JOIN pair_member b ON b.pairId = p.id AND b.personId = ? WHERE p.dissolvedOn IS NULL`,
    [one ?? null, other ?? null],
  );
  return (found?.reference ?? null) as string | null;
};
