import type { Context } from "../context";
import type { Database } from "../database/database";
import { newId } from "../id";
import { Log } from "../log/log";
import { transact } from "../mutation/transact";
import { PUBLIC } from "../scope/scope";
import { emailKeyOf, newPerson } from "./new-person";
import { Person, PersonRole } from "./person.entity";
import { Role } from "./role";

/**
 * Makes the first programme lead of a database that has none: whoever runs the server does it, so there is no actor.
 * Somebody who has signed in by a provider already, under this address, becomes the lead as they are.
 */
export const createFirstLead = async (
  db: Database,
  log: Log,
  { name, email }: { name: string; email: string },
  now: Date,
): Promise<string> => {
  const ctx: Context = { db, log, personId: null, scope: PUBLIC, now, opened: new Set(), loaders: new Map() };
  const { thingId } = await transact(ctx, null, async (tx) => {
    const leads = await tx.rows("SELECT id FROM person_role WHERE `role` = 'PROGRAMME_LEAD'");
    if (leads.length > 0) throw new Error("There is a programme lead already: they can invite others.");
    const known = await tx.manager.findOneBy(Person, { emailKey: emailKeyOf(email) });
    if (known?.disabledAt) throw new Error(`Whoever has the address ${email} may no longer sign in.`);
    const person = known ? await tx.change(Person, known, {}) : await tx.add(Person, newPerson({ name, email }));
    await tx.add(PersonRole, { id: newId("rol"), personId: person.id, role: Role.PROGRAMME_LEAD });
    if (!known) tx.append("PersonInvited", person, { personId: person.id }, { name });
    tx.append("RoleGranted", person, { personId: person.id }, { role: Role.PROGRAMME_LEAD });
    return person.id;
  });
  return thingId;
};
