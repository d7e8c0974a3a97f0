import { Assessment } from "../assessment/assessment.entity";
import { isAssignedAssessor, refuseTheirOwn } from "../assessment/assessor";
import { withReadiness } from "../assessment/readiness-changes";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { conditionFor, holds } from "../scope/condition";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { Appeal } from "./appeal.entity";
import { AppealDecisionInput, AssignAppealInput, DecideAppealInput, WithdrawAppealInput } from "./appeal.inputs";
import { isOpen, mayAppeal } from "./appeal.rules";
import { AppealOutcome, AppealState } from "./appeal-state";
import { refuseUnfitToDecide } from "./decider";

/** R39: the trainee appeals against a decision that did not accredit them. */
export const lodge: UseCase<AppealDecisionInput> = async (tx, { assessmentId, grounds }) => {
  const assessment = await tx.find(Assessment, assessmentId, "assessmentId");
  // Locked, so that no round is opened or released for them meanwhile.
  const trainee = await tx.find(Trainee, assessment.traineeId, "assessmentId");
  refuseOthers(tx, trainee);
  await tx.once();
  if (trainee.standing === TraineeStanding.WITHDRAWN) {
    throw new Refused([invalid(["assessmentId"], "assessmentId is of somebody who has left the programme.")]);
  }
  const [found] = await tx.rows(
    `SELECT (SELECT COUNT(*) FROM appeal x WHERE x.assessmentId = a.id) AS appeals,
       (SELECT MAX(b.round) FROM assessment b WHERE b.traineeId = a.traineeId AND b.round > a.round
         AND b.releasedAt IS NOT NULL) AS later
     FROM assessment a WHERE a.id = ?`,
    [assessment.id],
  );
  const later = (found?.later ?? null) as number | null;
  refuseUnless(mayAppeal(assessment, { appealed: Number(found?.appeals) > 0, later, today: londonDay(tx.ctx.now) }));

  const { traineeId, round } = assessment;
  const appeal = await tx.add(Appeal, {
    id: newId("apl"),
    assessmentId: assessment.id,
    traineeId,
    grounds,
    appealedAt: tx.ctx.now,
    state: AppealState.OPEN,
    assessorId: null,
    assignedAt: null,
    reasons: null,
    decidedAt: null,
    version: 1,
  });
  tx.append("DecisionAppealed", appeal, { traineeId }, { assessmentId: assessment.id, round, grounds });
  return appeal.id;
};

/** R32: a programme lead gives an appeal to an assessor who had no part in what it is about. */
export const assign: UseCase<AssignAppealInput> = async (tx, { appealId, assessorId, reason, expectedVersion }) => {
  const { appeal, assessment, trainee, about } = await found(tx, appealId);
  refuseOwnCase(tx, trainee);
  if (assessment.assessorId === tx.ctx.personId) {
    throw forbidden("This is an appeal against your own decision: another lead gives it to somebody.");
  }
  await tx.once();
  tx.expect(appeal, expectedVersion);
  refuseUnless(isOpen(appeal));
  const before = appeal.assessorId;
  const again = before === assessorId;
  refuse([
    !(await isAssignedAssessor(tx, trainee, assessorId)) &&
      invalid(["assessorId"], "assessorId must name an assessor who is assigned to the trainee."),
    again && invalid(["assessorId"], "assessorId names whom it was given to already."),
    before !== null && !again && !reason && invalid(["reason"], "reason must say why it goes to another."),
    before === null &&
      reason != null &&
      invalid(["reason"], "reason is for an appeal that was given to somebody before."),
  ]);
  await refuseUnfitToDecide(tx, trainee, assessorId);

  await tx.change(Appeal, appeal, { assessorId, assignedAt: tx.ctx.now });
  const facts = { ...about, from: before, to: assessorId };
  tx.append("AppealAssigned", appeal, { traineeId: trainee.id }, facts, reason ?? null);
  return appeal.id;
};

/** R39: the assessor it was given to decides an appeal, and the trainee reads why at once. */
export const decide: UseCase<DecideAppealInput> = async (tx, { appealId, outcome, reasons, expectedVersion }) => {
  const { appeal, assessment, trainee, about } = await found(tx, appealId);
  const asking = tx.ctx.personId as string;
  if (appeal.assessorId !== asking) throw forbidden("The assessor it was given to decides an appeal.");
  await refuseTheirOwn(tx, trainee, asking);
  await tx.once();
  tx.expect(appeal, expectedVersion);
  refuseUnless(isOpen(appeal));
  await refuseUnfitToDecide(tx, trainee, asking);

  const { state: from } = appeal;
  const to = AppealState[outcome];
  const audience = { traineeId: trainee.id };
  return withReadiness(tx, [trainee.id], async () => {
    await tx.change(Appeal, appeal, { state: to, reasons, decidedAt: tx.ctx.now });
    tx.append("AppealDecided", appeal, audience, { ...about, from, to, reasons });
    if (outcome === AppealOutcome.UPHELD) {
      await tx.change(Assessment, assessment, { setAsideAt: tx.ctx.now });
      tx.append("DecisionSetAside", assessment, audience, { round: assessment.round, outcome: assessment.outcome });
    }
    return appeal.id;
  });
};

/** The trainee takes their appeal back: the decision stands, and is not appealed against again. */
export const withdraw: UseCase<WithdrawAppealInput> = async (tx, { appealId, reason, expectedVersion }) => {
  const { appeal, trainee, about } = await found(tx, appealId);
  refuseOthers(tx, trainee);
  await tx.once();
  tx.expect(appeal, expectedVersion);
  refuseUnless(isOpen(appeal));
  const { state: from } = appeal;
  const to = AppealState.WITHDRAWN;
  await tx.change(Appeal, appeal, { state: to });
  tx.append("AppealWithdrawn", appeal, { traineeId: trainee.id }, { ...about, from, to }, reason ?? null);
  return appeal.id;
};

/** An appeal with what it is about, locked in the order in which a release locks them: a round, then its trainee. */
const found = async (tx: Transaction, appealId: string) => {
  const appeal = await tx.find(Appeal, appealId, "appealId");
  const assessment = await tx.find(Assessment, appeal.assessmentId, "appealId");
  const trainee = await tx.find(Trainee, appeal.traineeId, "appealId");
  return { appeal, assessment, trainee, about: { assessmentId: assessment.id, round: assessment.round } };
};

const refuseOthers = ({ ctx }: Transaction, { personId }: Trainee): void => {
  if (personId !== ctx.personId) throw forbidden("An appeal is the trainee's own to make, and to take back.");
};

/** Nobody chooses who decides on their own appeal, or their pair partner's. */
const refuseOwnCase = ({ ctx }: Transaction, { id: traineeId }: Trainee): void => {
  if (!holds(conditionFor(ctx.scope, "judgements"), { traineeId })) {
    throw forbidden("Nobody chooses who decides on their own appeal, or their pair partner's: another lead does.");
  }
};
