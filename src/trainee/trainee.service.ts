import { nobodyAssessesTheirOwn } from "../assessment/assessor.rules";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Person, PersonRole } from "../person/person.entity";
import { Role } from "../person/role";
import { Cohort } from "../programme/cohort.entity";
import { nextReference } from "../programme/reference";
import { londonDay } from "../time";
import { StaffAssignment } from "./staff-assignment.entity";
import { Trainee } from "./trainee.entity";
import { AssignStaffInput, EnrolTraineeInput } from "./trainee.inputs";
import { TraineeStanding } from "./trainee-standing";

/** A person becomes a trainee of a cohort. */
export const enrol: UseCase<EnrolTraineeInput> = async (tx, { personId, cohortId }) => {
  const person = await tx.find(Person, personId, "personId");
  const cohort = await tx.find(Cohort, cohortId, "cohortId");
  await tx.once();
  const enrolled = await tx.rows("SELECT id FROM trainee WHERE personId = ? AND standing = 'ENROLLED'", [person.id]);
  if (enrolled.length > 0) throw new Refused([invalid(["personId"], "personId is a trainee already.")]);
  const [places] = await tx.rows(
    "SELECT COUNT(*) AS taken FROM trainee WHERE cohortId = ? AND standing <> 'WITHDRAWN'",
    [cohort.id],
  );
  if (Number(places?.taken) >= cohort.capacity) {
    throw new Refused([invalid(["cohortId"], `cohortId has no place left: it takes ${cohort.capacity}.`)]);
  }
  const trainee = await tx.add(Trainee, {
    id: newId("trn"),
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
  tx.append("TraineeEnrolled", trainee, { traineeId: trainee.id }, { reference, cohort: cohort.reference, enrolledOn });
  return trainee.id;
};

/** A supervisor or assessor is assigned to a trainee, and from then on sees what that takes. */
export const assignStaff: UseCase<AssignStaffInput> = async (tx, { traineeId, personId, role, expectedVersion }) => {
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  const person = await tx.find(Person, personId, "personId");
  await tx.once();
  tx.expect(trainee, expectedVersion);
  if (role === Role.PROGRAMME_LEAD) {
    throw new Refused([invalid(["role"], "role must be SUPERVISOR or ASSESSOR: a lead sees everybody already.")]);
  }
  if (!(await tx.manager.existsBy(PersonRole, { personId: person.id, role }))) {
    throw new Refused([invalid(["personId"], `personId has not the role ${role}.`)]);
  }
  const same = { traineeId: trainee.id, personId: person.id, role };
  if (await tx.manager.existsBy(StaffAssignment, same)) {
    throw new Refused([invalid(["personId"], "personId is assigned already.")]);
  }
  const partners = await tx.rows("SELECT personId FROM pair_member WHERE pairId = ?", [trainee.pairId]);
  refuseUnless(
    nobodyAssessesTheirOwn({
      personId: person.id,
      traineePersonId: trainee.personId,
      pairPersonIds: partners.map((row) => row.personId as string),
    }),
  );
  await tx.add(StaffAssignment, { id: newId("asg"), ...same, since: londonDay(tx.ctx.now) });
  await tx.change(Trainee, trainee, {});
  tx.append("StaffAssigned", trainee, { traineeId: trainee.id }, { personId: person.id, role });
  return trainee.id;
};
