import { withReadiness } from "../assessment/readiness-changes";
import { UseCase } from "../mutation/answer";
import { refuseUnless } from "../mutation/refused";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { londonDay } from "../time";
import { FormPairInput } from "./pair.inputs";
import { pairMayForm } from "./pair.rules";
import { possibleMembers } from "./possible-members";
import { together } from "./together";

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
  return withReadiness(tx, traineeIds, async () => (await together(tx, possible, formedOn)).id);
};
