import { In } from "typeorm";
import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { Rows } from "../personal/holds";
import { marks } from "../scope/condition";
import { emailKeyOf, newPerson } from "./new-person";
import { Person, PersonRole } from "./person.entity";
import { Role } from "./role";

export const ADDRESS_TAKEN = "email is somebody's already.";

/** Which of these addresses are somebody's already: by their keys. */
export const takenAddresses = async (rows: Rows, emails: readonly string[]): Promise<ReadonlySet<string>> => {
  const keys = emails.map(emailKeyOf);
  if (keys.length === 0) return new Set();
  const found = await rows(`SELECT emailKey FROM person WHERE emailKey IN (${marks(keys)})`, keys);
  return new Set(found.map(({ emailKey }) => emailKey as string));
};

type Said = { readonly name: string; readonly email: string; readonly phone?: string | null };

/** Makes people known whose addresses nobody has. */
export const admit = async (tx: Transaction, said: readonly Said[]): Promise<Person[]> => {
  const values = said.map(({ name, email, phone }) => newPerson({ name, email, phone: phone ?? null }));
  const people = await tx.addAll(Person, values);
  for (const person of people) tx.append("PersonInvited", person, { personId: person.id }, { name: person.name });
  return people;
};

/** A role for somebody who has it not. Their row is locked, or they are new. */
interface Given {
  readonly person: Person;
  readonly role: Role;
}

/** Gives people roles: in a few statements, however many they are. */
export const giveRoles = async (tx: Transaction, given: readonly Given[]): Promise<void> => {
  if (given.length === 0) return;
  const rows = given.map(({ person: { id: personId }, role }) => ({ id: newId("rol"), personId, role }));
  await tx.addAll(PersonRole, rows);
  const ids = given.map(({ person }) => person.id);
  await tx.manager.update(Person, { id: In(ids) }, { version: () => "version + 1" });
  for (const { person, role } of given) {
    person.version += 1;
    tx.append("RoleGranted", person, { personId: person.id }, { role });
  }
};
