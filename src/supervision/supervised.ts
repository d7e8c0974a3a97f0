import { Commission } from "../commission/commission.entity";
import { invalid, refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { conducted } from "../pair/conducted";
import { Conductor } from "../pair/conducting";
import { Person } from "../person/person.entity";
import { Trainee } from "../trainee/trainee.entity";
import { supervises } from "./for-whom";
import { LogIndividualSupervisionInput } from "./supervision.inputs";
import { SupervisionAttendance, SupervisionSession } from "./supervision-session.entity";

/** Whose session is logged, and of which commission, for whoever may log it. */
export const supervisedIn = async (
  tx: Transaction,
  { traineeId, reviewerId, commissionId }: LogIndividualSupervisionInput,
): Promise<{ whom: Conductor; commission: Commission }> => {
  const named = [traineeId, reviewerId].filter(Boolean).length;
  refuse([
    named === 0 && invalid(["traineeId"], "traineeId or reviewerId says with whom it was held."),
    named === 2 && invalid(["reviewerId"], "reviewerId is left out where there is a traineeId."),
  ]);
  if (traineeId) {
    const trainee = await tx.find(Trainee, traineeId, "traineeId");
    if (!(await supervises(tx, trainee))) throw forbidden();
    return { whom: { traineeId: trainee.id }, commission: await tx.find(Commission, commissionId, "commissionId") };
  }
  const reviewer = await tx.find(Person, reviewerId as string, "reviewerId");
  const commission = await tx.find(Commission, commissionId, "commissionId");
  await refuseInvolved(tx, commission);
  return { whom: { personId: reviewer.id }, commission };
};

/**
 * Who was supervised in an individual session, for whoever may change what was recorded of it: a trainee's supervisor, who
 * held it with a reviewer, or a programme lead.
 */
export const supervisedBefore = async (
  tx: Transaction,
  session: SupervisionSession,
): Promise<{ whom: Conductor; commission: Commission }> => {
  const commission = await tx.manager.findOneByOrFail(Commission, { id: session.commissionId as string });
  if (session.reviewerId === null) {
    const { traineeId } = await tx.manager.findOneByOrFail(SupervisionAttendance, { sessionId: session.id });
    const trainee = await tx.manager.findOneByOrFail(Trainee, { id: traineeId });
    if (!(await supervises(tx, trainee))) throw forbidden();
    return { whom: { traineeId }, commission };
  }
  const { personId, scope } = tx.ctx;
  if (!scope.lead && !(scope.supervisor && session.supervisorId === personId)) throw forbidden();
  await refuseInvolved(tx, commission);
  return { whom: { personId: session.reviewerId }, commission };
};

/**
 * R43: whether somebody has a part in a review: as one of the pair, now or before, or as who speaks for its board. They
 * supervise no reviewer on it, and keep no record of a session, since that says what the board pays.
 */
export const hasAPart = async (
  { rows }: Transaction,
  { id, boardId }: Commission,
  personId: string,
): Promise<boolean> => {
  const seats = await rows("SELECT id FROM seat WHERE boardId = ? AND personId = ? AND endedOn IS NULL", [
    ...[boardId, personId],
  ]);
  return seats.length > 0 || conducted(rows, id, personId);
};

const refuseInvolved = async (tx: Transaction, commission: Commission): Promise<void> => {
  if (await hasAPart(tx, commission, tx.ctx.personId as string)) {
    throw forbidden("You have a part in this review: somebody else keeps the sessions of its reviewers.");
  }
};
