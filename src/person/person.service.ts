import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { refuseErased } from "./erased";
import { ADDRESS_TAKEN, admit, giveRoles, takenAddresses } from "./invitation";
import { lastLead } from "./last-lead";
import { Person, PersonRole } from "./person.entity";
import {
  DisablePersonInput,
  EnablePersonInput,
  InvitePersonInput,
  RevokeRoleInput,
  RoleInput,
  SignOutEverywhereInput,
} from "./person.inputs";

/** Makes somebody known to the programme: they may then sign in, and be given a part in it. */
export const invite: UseCase<InvitePersonInput> = async (tx, input) => {
  await tx.once();
  const taken = await takenAddresses(tx.rows, [input.email]);
  if (taken.size > 0) throw new Refused([invalid(["email"], ADDRESS_TAKEN)]);
  const [person] = await admit(tx, [input]);
  return person?.id as string;
};

/** Gives a person a role. It holds at once, on open sockets too. */
export const grantRole: UseCase<RoleInput> = async (tx, { personId, role, expectedVersion }) => {
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(person, expectedVersion);
  refuseErased(person, "personId");
  if (await tx.manager.existsBy(PersonRole, { personId: person.id, role })) {
    throw new Refused([invalid(["role"], "role is theirs already.")]);
  }
  await giveRoles(tx, [{ person, role }]);
  return person.id;
};

/** Takes a role from a person, at once. The programme keeps at least one lead. */
export const revokeRole: UseCase<RevokeRoleInput> = async (tx, { personId, role, reason, expectedVersion }) => {
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(person, expectedVersion);
  const held = await tx.manager.findOneBy(PersonRole, { personId: person.id, role });
  if (!held) throw new Refused([invalid(["role"], "role is not theirs.")]);
  if (role === "PROGRAMME_LEAD" && (await lastLead(tx, person.id))) {
    throw new Refused([invalid(["personId"], "personId is the last programme lead: name another one first.")]);
  }
  await tx.manager.delete(PersonRole, { id: held.id });
  await tx.change(Person, person, {});
  tx.append("RoleRevoked", person, { personId: person.id }, { role }, reason);
  return person.id;
};

/** A person may no longer sign in; their open sockets close. What they did stays. */
export const disable: UseCase<DisablePersonInput> = async (tx, { personId, reason, expectedVersion }) => {
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(person, expectedVersion);
  if (person.id === tx.ctx.personId) throw new Refused([invalid(["personId"], "personId is your own.")]);
  if (person.disabledAt) throw new Refused([invalid(["personId"], "personId is disabled already.")]);
  await tx.change(Person, person, { disabledAt: tx.ctx.now });
  tx.append("PersonDisabled", person, { personId: person.id }, {}, reason);
  return person.id;
};

/** A person who was stopped may sign in again. Whatever token they had before is ended: it may be in other hands. */
export const enable: UseCase<EnablePersonInput> = async (tx, { personId, reason, expectedVersion }) => {
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(person, expectedVersion);
  refuseErased(person, "personId");
  if (!person.disabledAt) throw new Refused([invalid(["personId"], "personId is not disabled.")]);
  const facts = { disabledAt: { from: person.disabledAt, to: null } };
  await tx.change(Person, person, { disabledAt: null, signedOutAt: tx.ctx.now });
  tx.append("PersonEnabled", person, { personId: person.id }, facts, reason);
  return person.id;
};

/** Ends all of the viewer's own tokens until now, and closes their sockets. */
export const signOutEverywhere: UseCase<SignOutEverywhereInput> = async (tx) => {
  const person = await tx.find(Person, tx.ctx.personId as string);
  await tx.once();
  await tx.change(Person, person, { signedOutAt: tx.ctx.now });
  tx.append("SignedOutEverywhere", person, { personId: person.id }, {});
  return person.id;
};
