import { IsNull } from "typeorm";
import { DirectoryEntry } from "../directory/directory-entry.entity";
import { sortNameOf } from "../graph/sort-name";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { saysSomething } from "../mutation/text";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Trainee } from "../trainee/trainee.entity";
import { refuseErased } from "./erased";
import { ADDRESS_TAKEN } from "./invitation";
import { emailKeyOf } from "./new-person";
import { Person } from "./person.entity";
import { ChangePersonInput } from "./person.inputs";

/**
 * Corrects what is known of a person. Of themselves somebody changes their telephone number only: whoever could try
 * addresses would learn who is known here, and nobody has verified that an address is theirs.
 */
export const change: UseCase<ChangePersonInput> = async (tx, input) => {
  const { ctx } = tx;
  if (!ctx.scope.lead && (input.personId !== ctx.personId || input.name != null || input.email != null)) {
    throw forbidden("Of people only a programme lead changes more than their own telephone number.");
  }
  const person = await tx.find(Person, input.personId, "personId");
  await tx.once();
  tx.expect(person, input.expectedVersion);
  refuseErased(person, "personId");

  const to = changes(person, input);
  if (Object.keys(to).length === 0) throw new Refused([invalid([], "Nothing would change.")]);
  await refuseTaken(tx, person, to);
  const { name, email, phone } = person;
  await tx.change(Person, person, to);
  const { id: personId } = person;
  if (to.sortName !== undefined) await tx.manager.update(Trainee, { personId }, { sortName: to.sortName });
  const entered = { personId, leftAt: IsNull() };
  if (to.name !== undefined) {
    await tx.manager.update(DirectoryEntry, entered, { name: to.name, sortName: sortNameOf(to.name) });
  }
  if (to.name !== undefined) tx.append("PersonRenamed", person, { personId }, { name: { from: name, to: to.name } });
  if (to.email !== undefined || to.phone !== undefined) {
    tx.append(
      "ContactDetailsChanged",
      person,
      { personId },
      {
        ...(to.email !== undefined && { email: { from: email, to: to.email } }),
        ...(to.phone !== undefined && { phone: { from: phone, to: to.phone } }),
      },
    );
  }
  return personId;
};

type Changes = Partial<Pick<Person, "name" | "sortName" | "email" | "emailKey" | "phone">>;

/** What of it is another than it was. */
const changes = (person: Person, { name, email, phone }: ChangePersonInput): Changes => {
  const number = phone != null && saysSomething(phone) ? phone.trim() : null;
  return {
    ...(name != null && name !== person.name && { name, sortName: sortNameOf(name) }),
    ...(email != null && email !== person.email && { email, emailKey: emailKeyOf(email) }),
    ...(phone != null && number !== person.phone && { phone: number }),
  };
};

const refuseTaken = async ({ manager }: Transaction, { id }: Person, { emailKey }: Changes): Promise<void> => {
  if (emailKey == null) return;
  const holder = await manager.findOneBy(Person, { emailKey });
  if (holder && holder.id !== id) throw new Refused([invalid(["email"], ADDRESS_TAKEN)]);
};
