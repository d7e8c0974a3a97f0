import { withReadiness } from "../assessment/readiness-changes";
import { chargeFee } from "../charge/fee";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused } from "../mutation/refused";
import { forbidden } from "../operation/errors";
import { refuseErased } from "../person/erased";
import { Person } from "../person/person.entity";
import { Cohort } from "../programme/cohort.entity";
import { nextReference } from "../programme/reference";
import { londonDay } from "../time";
import { placeFor, takeUp } from "./holding-a-place";
import { Trainee } from "./trainee.entity";
import { EnrolTraineeInput } from "./trainee.inputs";
import { TraineeStanding } from "./trainee-standing";

/**
 * A person becomes a trainee of a cohort, of the place they confirmed or, where they have none, of one that is left (E3);
 * and is charged the fee of the cohort (R49).
 */
export const enrol: UseCase<EnrolTraineeInput> = async (tx, { personId, cohortId }) => {
  const person = await tx.find(Person, personId, "personId");
  if (person.id === tx.ctx.personId) throw forbidden("Nobody gives themself a place: another lead does.");
  const cohort = await tx.find(Cohort, cohortId, "cohortId");
  await tx.once();
  refuseErased(person, "personId");
  if (person.disabledAt) throw new Refused([invalid(["personId"], "personId is of somebody who may not sign in.")]);
  const enrolled = await tx.rows("SELECT id FROM trainee WHERE personId = ? AND standing = 'ENROLLED'", [person.id]);
  if (enrolled.length > 0) throw new Refused([invalid(["personId"], "personId is a trainee already.")]);
  const left = { personId: person.id, cohortId: cohort.id, standing: TraineeStanding.WITHDRAWN };
  if (await tx.manager.existsBy(Trainee, left)) {
    throw new Refused([invalid(["personId"], "personId left this cohort before: they return instead.")]);
  }
  const application = await placeFor(tx, person.id, cohort, "personId");
  const id = newId("trn");
  // Where the Standard asks for nothing, a rule is met from the first.
  return withReadiness(tx, [id], async () => {
    const trainee = await tx.add(Trainee, {
      id,
      reference: await nextReference(tx, Trainee, `${cohort.reference}-T`, 2),
      personId: person.id,
      sortName: person.sortName,
      cohortId: cohort.id,
      standing: TraineeStanding.ENROLLED,
      enrolledOn: londonDay(tx.ctx.now),
      pairId: null,
      version: 1,
    });
    const { reference, enrolledOn } = trainee;
    tx.append(
      "TraineeEnrolled",
      trainee,
      { traineeId: trainee.id },
      { reference, cohort: cohort.reference, enrolledOn },
    );
    await chargeFee(tx, trainee, cohort);
    await takeUp(tx, application, trainee);
    return trainee.id;
  });
};
