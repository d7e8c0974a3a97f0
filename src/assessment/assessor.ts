import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { workedWith } from "../pair/worked-with";
import { Trainee } from "../trainee/trainee.entity";
import { nobodyAssessesTheirOwn } from "./assessor.rules";

type Assessed = Pick<Trainee, "id" | "personId" | "pairId">;

/**
 * E20, of whoever opens, judges or decides. It is asked before any other rule: what those say of a trainee's rounds is
 * not for the trainee or their pair partner to hear, whatever their roles.
 */
export const refuseTheirOwn = async (tx: Transaction, trainee: Assessed, personId: string): Promise<void> => {
  const pairPersonIds = await workedWith(tx.rows, trainee.id);
  refuseUnless(nobodyAssessesTheirOwn({ personId, traineePersonId: trainee.personId, pairPersonIds }));
};

/** Whether somebody is assigned to assess a trainee now, and has the role still. */
export const isAssignedAssessor = async (tx: Transaction, trainee: Assessed, personId: string): Promise<boolean> => {
  const found = await tx.rows(
    `SELECT s.id FROM staff_assignment s JOIN person_role r ON r.personId = s.personId AND r.\`role\` = 'ASSESSOR'
     WHERE s.\`role\` = 'ASSESSOR' AND s.traineeId = ? AND s.personId = ? AND s.endedOn IS NULL`,
    [trainee.id, personId],
  );
  return found.length > 0;
};

/** Who is to assess: the assigned assessor who asks, or the one a programme lead names. */
export const assessorFor = async (tx: Transaction, trainee: Assessed, named: string | null): Promise<string> => {
  const { personId, scope } = tx.ctx;
  const asking = personId as string;
  const assigned = await isAssignedAssessor(tx, trainee, asking);
  if (!scope.lead && (!assigned || (named !== null && named !== asking))) throw forbidden();
  if (named === null && assigned) return asking;
  const fault =
    named === null
      ? "assessorId must say who assesses."
      : "assessorId must name an assessor who is assigned to the trainee.";
  if (named === null || !(await isAssignedAssessor(tx, trainee, named))) {
    throw new Refused([invalid(["assessorId"], fault)]);
  }
  return named;
};

/** Whether a person has supervised the trainee: as assigned, now or once, or one to one. */
export const hasSupervised = async (tx: Transaction, trainee: Assessed, personId: string): Promise<boolean> => {
  const found = await tx.rows(
    `SELECT id FROM staff_assignment WHERE \`role\` = 'SUPERVISOR' AND traineeId = ? AND personId = ?
     UNION ALL
     SELECT s.id FROM supervision_session s JOIN supervision_attendance a ON a.sessionId = s.id
     WHERE s.kind = 'INDIVIDUAL' AND a.traineeId = ? AND s.supervisorId = ?`,
    [trainee.id, personId, trainee.id, personId],
  );
  return found.length > 0;
};
