import type { Assessment } from "../assessment/assessment.entity";
import { signCredential, tellIssued } from "../credential/issue";
import { newId } from "../id";
import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { uncounted } from "../programme/reference";
import { londonDay } from "../time";
import type { Trainee } from "../trainee/trainee.entity";
import type { TraineeStanding } from "../trainee/trainee-standing";
import { Accreditation } from "./accreditation.entity";
import { accredited } from "./accreditation.rules";

/** A number that cannot be counted through: who has one does not know the next. */
const newNumber = (): string => `LT-${uncounted(4)}-${uncounted(4)}`;

/** E15: what a positive decision creates, in its own transaction. It is made known with the release: see `RELEASED`. */
export const accredit = async (
  tx: Transaction,
  { id: assessmentId }: Assessment,
  { id: traineeId, personId, cohortId }: Trainee,
): Promise<void> => {
  const { programmeId } = await tx.manager.findOneByOrFail(Cohort, { id: cohortId });
  const accreditation = await tx.add(Accreditation, {
    id: newId("acc"),
    reference: newNumber(),
    personId,
    programmeId,
    traineeId,
    assessmentId,
    ...accredited(londonDay(tx.ctx.now)),
    conditionsUntil: null,
    withdrawnOn: null,
    restoredOn: null,
    version: 1,
  });
  const { reference, accreditedOn, yearFrom, reviewDueOn, lapsesOn } = accreditation;
  const facts = { assessmentId, reference, accreditedOn, yearFrom, reviewDueOn, lapsesOn };
  tx.append("AccreditationGranted", accreditation, { traineeId }, facts);
  // Where nothing is served there is no address to sign under: a lead issues it later.
  if (tx.ctx.publicUrl !== undefined) await signCredential(tx, accreditation);
};

/** The days an accreditation stands by, as it is made known: whoever could not read of it before is told all of them. */
export const daysOf = (accreditation: Accreditation) => {
  const { accreditedOn, yearFrom, reviewDueOn, lapsesOn, conditionsUntil, withdrawnOn, restoredOn } = accreditation;
  return { accreditedOn, yearFrom, reviewDueOn, lapsesOn, conditionsUntil, withdrawnOn, restoredOn };
};

/** The same, once it is released: from here on the person is known as accredited, and the trainee stands so. */
export const announce = async (
  tx: Transaction,
  { id: assessmentId }: Assessment,
  { id: traineeId, personId, standing }: Trainee,
  before: TraineeStanding,
): Promise<void> => {
  const accreditation = await tx.manager.findOneByOrFail(Accreditation, { assessmentId });
  const facts = {
    reference: accreditation.reference,
    ...daysOf(accreditation),
    standing: { from: before, to: standing },
  };
  tx.append("AccreditationReleased", accreditation, { traineeId, personId }, facts);
  await tellIssued(tx, accreditation);
};
