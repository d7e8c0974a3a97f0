import { IsNull } from "typeorm";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { Person, PersonRole } from "../person/person.entity";
import { Role } from "../person/role";
import { Programme } from "../programme/programme.entity";
import { Enquiry } from "./enquiry.entity";
import { ArrangeCallInput, AskForCallInput, CloseEnquiryInput } from "./enquiry.inputs";
import { faultsOfCall, MOST_OPEN } from "./enquiry.rules";

/** R67: whoever is signed in asks for a call about a programme. */
export const askForCall: UseCase<AskForCallInput> = async (tx, { programmeId, question, phone, preferredTimes }) => {
  // Locked: of two who ask at the same moment in one person's name the second counts the first.
  const { id: personId } = await tx.find(Person, tx.ctx.personId as string);
  const programme = await tx.find(Programme, programmeId, "programmeId");
  await tx.once();
  const open = await tx.manager.countBy(Enquiry, { personId, closedAt: IsNull() });
  if (open >= MOST_OPEN)
    throw new Refused([invalid([], `You have ${open} open enquiries: wait for one to be closed.`)]);
  const enquiry = await tx.add(Enquiry, {
    ...{ id: newId("enq"), programmeId: programme.id, personId, question },
    ...{ phone: phone ?? null, preferredTimes: preferredTimes ?? null, askedAt: tx.ctx.now },
    ...{ callAt: null, withId: null, closedAt: null, version: 1 },
  });
  const facts = { programme: programme.reference, question, phone: enquiry.phone };
  tx.append("CallRequested", enquiry, { personId }, { ...facts, preferredTimes: enquiry.preferredTimes });
  return enquiry.id;
};

/** R67: a programme lead arranges the time to speak, or another one. */
export const arrangeCall: UseCase<ArrangeCallInput> = async (tx, input) => {
  const enquiry = await tx.find(Enquiry, input.enquiryId, "enquiryId");
  const named = input.withId ?? enquiry.withId ?? (tx.ctx.personId as string);
  const { id: withId, disabledAt } = await tx.find(Person, named, "withId");
  await tx.once();
  tx.expect(enquiry, input.expectedVersion);
  const lead = await tx.manager.existsBy(PersonRole, { personId: withId, role: Role.PROGRAMME_LEAD });
  const reason = input.reason ?? null;
  const who = { id: withId, lead, disabled: disabledAt !== null };
  const { personId, callAt: from } = enquiry;
  const faults = faultsOfCall({
    ...{ now: tx.ctx.now, asker: personId, before: enquiry, at: input.at, with: who, reason },
  });
  if (faults.length > 0) throw new Refused(faults);
  await tx.change(Enquiry, enquiry, { callAt: input.at, withId });
  const facts = { from: from?.toISOString() ?? null, to: input.at.toISOString(), withId };
  tx.append("CallArranged", enquiry, { personId }, facts, reason);
  return enquiry.id;
};

/** An enquiry comes to its end: by the programme lead, or by who asked. */
export const closeEnquiry: UseCase<CloseEnquiryInput> = async (tx, { enquiryId, reason, expectedVersion }) => {
  const enquiry = await tx.find(Enquiry, enquiryId, "enquiryId");
  await tx.once();
  tx.expect(enquiry, expectedVersion);
  if (enquiry.closedAt !== null) throw new Refused([invalid(["enquiryId"], "enquiryId is closed already.")]);
  await tx.change(Enquiry, enquiry, { closedAt: tx.ctx.now });
  tx.append("EnquiryClosed", enquiry, { personId: enquiry.personId }, {}, reason);
  return enquiry.id;
};
