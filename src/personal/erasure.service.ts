import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { refuseErased } from "../person/erased";
import { lastLead } from "../person/last-lead";
import { Person } from "../person/person.entity";
import { erase } from "./erase";
import { ErasePersonInput, RequestErasureInput } from "./erasure.inputs";
import { mayErase } from "./erasure.rules";
import { IN_WORDS } from "./erasure-reason";
import { openParts } from "./open-parts";

/** The viewer asks to be erased: it waits for the programme lead, who ends what is still open. */
export const request: UseCase<RequestErasureInput> = async (tx) => {
  const person = await tx.find(Person, tx.ctx.personId as string);
  await tx.once();
  if (person.erasureRequestedAt)
    throw new Refused([invalid([], "You have asked already: a programme lead will do it.")]);
  await tx.change(Person, person, { erasureRequestedAt: tx.ctx.now });
  tx.append("ErasureRequested", person, { personId: person.id }, {});
  return person.id;
};

/** What is held about a person is erased, for good, and what the programme keeps for others no longer leads to them. */
export const erasePerson: UseCase<ErasePersonInput> = async (tx, { personId, reason, expectedVersion }) => {
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(person, expectedVersion);
  refuseErased(person, "personId");
  if (person.id === tx.ctx.personId) {
    throw new Refused([invalid(["personId"], "personId is your own: another programme lead does it.")]);
  }
  if (await lastLead(tx, person.id)) {
    throw new Refused([invalid(["personId"], "personId is the last programme lead: name another one first.")]);
  }
  await refusePartner(tx, person.id);
  refuseUnless(mayErase(await openParts(tx.rows, person.id)));
  await erase(tx, person.id, IN_WORDS[reason]);
  return person.id;
};

/** Of a pair partner's assessment not even a refusal may tell. */
const refusePartner = async ({ ctx, rows }: Transaction, personId: string): Promise<void> => {
  const { partner, reviewer } = ctx.scope.ids;
  const related = [...(partner?.traineeId ?? []), ...(reviewer?.traineeId ?? [])];
  const own = await rows("SELECT id FROM trainee WHERE personId = ?", [personId]);
  if (own.some(({ id }) => related.includes(id as string))) {
    throw new Refused([invalid(["personId"], "personId is of your pair: another programme lead does it.")]);
  }
  // Nor one's own assessor, or one's partner's: that they have a round to decide would tell that it is open.
  const withheld = new Set([...related, ...(ctx.scope.ids.self?.traineeId ?? [])]);
  const assessed = await rows(
    "SELECT traineeId AS id FROM staff_assignment WHERE personId = ? AND `role` = 'ASSESSOR' AND endedOn IS NULL",
    [personId],
  );
  if (assessed.some(({ id }) => withheld.has(id as string))) {
    throw new Refused([invalid(["personId"], "personId assesses you or your pair: another programme lead does it.")]);
  }
};
