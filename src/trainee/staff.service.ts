import { noAppealToDecide } from "../appeal/appeal.rules";
import { openAppeals } from "../appeal/open-appeal";
import { nobodyAssessesTheirOwn, nothingLeftToDecide } from "../assessment/assessor.rules";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { workedWith } from "../pair/worked-with";
import { Person, PersonRole } from "../person/person.entity";
import { Role } from "../person/role";
import { conditionFor, holds } from "../scope/condition";
import { londonDay } from "../time";
import { endAssignments } from "./assignments";
import { StaffAssignment } from "./staff-assignment.entity";
import { Trainee } from "./trainee.entity";
import { AssignStaffInput, UnassignStaffInput } from "./trainee.inputs";
import { TraineeStanding } from "./trainee-standing";

/** A supervisor or assessor is assigned to a trainee, and from then on sees what that takes. */
export const assign: UseCase<AssignStaffInput> = async (tx, { traineeId, personId, role, expectedVersion }) => {
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  const person = await tx.find(Person, personId, "personId");
  if (role === Role.ASSESSOR) refuseTheirOwnAssessor(tx, trainee);
  await tx.once();
  tx.expect(trainee, expectedVersion);
  if (trainee.standing === TraineeStanding.WITHDRAWN) {
    throw new Refused([invalid(["traineeId"], "traineeId has left the programme.")]);
  }
  if (role === Role.PROGRAMME_LEAD) {
    throw new Refused([invalid(["role"], "role must be SUPERVISOR or ASSESSOR: a lead sees everybody already.")]);
  }
  if (!(await tx.manager.existsBy(PersonRole, { personId: person.id, role }))) {
    throw new Refused([invalid(["personId"], `personId has not the role ${role}.`)]);
  }
  const same = { traineeId: trainee.id, personId: person.id, role };
  const known = await tx.manager.findOneBy(StaffAssignment, same);
  if (known && known.endedOn === null) throw new Refused([invalid(["personId"], "personId is assigned already.")]);
  const pairPersonIds = await workedWith(tx.rows, trainee.id);
  refuseUnless(
    nobodyAssessesTheirOwn({
      personId: person.id,
      traineePersonId: trainee.personId,
      pairPersonIds,
    }),
  );
  const lasting = { since: londonDay(tx.ctx.now), endedOn: null };
  if (known) await tx.manager.update(StaffAssignment, { id: known.id }, lasting);
  else await tx.add(StaffAssignment, { id: newId("asg"), ...same, ...lasting });
  await tx.change(Trainee, trainee, {});
  tx.append("StaffAssigned", trainee, { traineeId: trainee.id }, { personId: person.id, role });
  return trainee.id;
};

/** A supervisor or assessor is assigned no longer, and from then on sees no more than anybody else. */
export const unassign: UseCase<UnassignStaffInput> = async (tx, input) => {
  const { traineeId, personId, role, reason, expectedVersion } = input;
  const trainee = await tx.find(Trainee, traineeId, "traineeId");
  if (role === Role.ASSESSOR) refuseTheirOwnAssessor(tx, trainee);
  await tx.once();
  tx.expect(trainee, expectedVersion);
  const same = { traineeId: trainee.id, personId, role };
  const known = await tx.manager.findOneBy(StaffAssignment, same);
  if (!known || known.endedOn !== null) throw new Refused([invalid(["personId"], "personId is not assigned.")]);
  if (role === Role.ASSESSOR) {
    const appeals = await openAppeals(tx.rows, trainee.id);
    refuseUnless(
      nothingLeftToDecide(await undecided(tx, trainee, personId)),
      noAppealToDecide(appeals.filter(({ assessorId }) => assessorId === personId)),
    );
  }

  await tx.change(Trainee, trainee, {});
  await endAssignments(tx, trainee, [known], reason);
  return trainee.id;
};

/**
 * Nobody chooses who judges them. Nor is it for one to hear from a refusal whether a round is open of one's own
 * assessment, or one's pair partner's.
 */
const refuseTheirOwnAssessor = ({ ctx }: Transaction, { id: traineeId }: Trainee): void => {
  if (!holds(conditionFor(ctx.scope, "judgements"), { traineeId })) {
    throw forbidden("Nobody chooses their own assessor or their pair partner's, or ends that assignment.");
  }
};

const undecided = async (tx: Transaction, { id }: Trainee, personId: string) =>
  (await tx.rows("SELECT id, round FROM assessment WHERE traineeId = ? AND assessorId = ? AND decidedAt IS NULL", [
    id,
    personId,
  ])) as unknown as { id: string; round: number }[];
