import { withReadiness } from "../assessment/readiness-changes";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { londonDay } from "../time";
import { Commission } from "./commission.entity";
import { CommissionStage } from "./commission-stage";
import {
  AbandonCommissionInput,
  AgreeTargetDayInput,
  PauseCommissionInput,
  ResumeCommissionInput,
} from "./interruption.inputs";
import { isNotPaused, isUnderWay, targetAfterPause } from "./interruption.rules";
import { refuseOwnReview } from "./own-review";
import { Parties, partiesOf } from "./parties";
import { RateSide } from "./rate-side";

const { NEGOTIATING, COMMISSIONED, ABANDONED } = CommissionStage;

/** The two sides agree on another day. It is the board's to set, or the programme lead's, as what they agreed. */
export const agreeTargetDay: UseCase<AgreeTargetDayInput> = async (tx, input) => {
  const { commission } = await interrupted(tx, input);
  const { id, boardId, reference, stage, targetOn: from } = commission;
  refuseUnless(isUnderWay(stage, NEGOTIATING), isNotPaused(commission));
  const { targetOn: to, reason } = input;
  refuse([
    to < londonDay(tx.ctx.now) && invalid(["targetOn"], "targetOn is in the past."),
    to === from && invalid(["targetOn"], "targetOn is the day that is agreed already."),
  ]);
  await tx.change(Commission, commission, { targetOn: to });
  const facts = { reference, targetOn: { from, to } };
  tx.append("TargetDayAgreed", commission, { commissionId: id, boardId }, facts, reason);
  return id;
};

/** A process beside it has to come first: the review rests, and is not late for it. Said again, it rests until another day. */
export const pause: UseCase<PauseCommissionInput> = async (tx, input) => {
  const { commission } = await interrupted(tx, input);
  const { id, boardId, reference, stage, pausedOn, pausedUntil } = commission;
  refuseUnless(isUnderWay(stage, COMMISSIONED));
  const today = londonDay(tx.ctx.now);
  const { until = null, reason } = input;
  refuse([
    until !== null && until < today && invalid(["until"], "until is in the past."),
    pausedOn !== null && until === pausedUntil && invalid(["until"], "The commission is paused until then already."),
  ]);
  const to = { pausedOn: pausedOn ?? today, pausedUntil: until };
  await tx.change(Commission, commission, to);
  const facts = {
    reference,
    pausedOn: { from: pausedOn, to: to.pausedOn },
    pausedUntil: { from: pausedUntil, to: until },
  };
  tx.append("CommissionPaused", commission, { commissionId: id, boardId }, facts, reason);
  return id;
};

/** The review goes on where it stood. Its target day is later by as many days as it rested. */
export const resume: UseCase<ResumeCommissionInput> = async (tx, input) => {
  const { commission } = await interrupted(tx, input);
  const { id, boardId, reference, pausedOn, pausedUntil, targetOn } = commission;
  refuse([pausedOn === null && invalid(["commissionId"], "commissionId is of a commission that is not paused.")]);
  const to = targetAfterPause(targetOn, pausedOn as string, londonDay(tx.ctx.now));
  await tx.change(Commission, commission, { pausedOn: null, pausedUntil: null, targetOn: to });
  tx.append(
    "CommissionResumed",
    commission,
    { commissionId: id, boardId },
    {
      ...{ reference, targetOn: { from: targetOn, to } },
      pausedOn: { from: pausedOn, to: null },
      pausedUntil: { from: pausedUntil, to: null },
    },
  );
  return id;
};

/** The review will not be finished. What was charged stays; its trainees need another one to be judged on. */
export const abandon: UseCase<AbandonCommissionInput> = async (tx, input) => {
  const { commission, parties } = await interrupted(tx, input);
  const { id, boardId, reference, stage: from, pausedOn, pausedUntil } = commission;
  refuseUnless(isUnderWay(from, NEGOTIATING));
  return withReadiness(tx, parties.traineeIds, async () => {
    await tx.change(Commission, commission, { stage: ABANDONED, pausedOn: null, pausedUntil: null });
    const facts = {
      ...{ reference, from, to: ABANDONED },
      ...(pausedOn !== null && {
        pausedOn: { from: pausedOn, to: null },
        pausedUntil: { from: pausedUntil, to: null },
      }),
    };
    tx.append("CommissionAbandoned", commission, { commissionId: id, boardId }, facts, input.reason);
    return id;
  });
};

/**
 * The commission, for somebody who speaks for the board, or a programme lead. Nobody who conducts it, or did, does either:
 * nobody gives themselves more time.
 */
const interrupted = async (
  tx: Transaction,
  { commissionId, expectedVersion }: { readonly commissionId: string; readonly expectedVersion: number },
): Promise<{ commission: Commission; parties: Parties }> => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  const parties = await partiesOf(tx, commission.pairId, commission.boardId);
  if (parties.viewer !== RateSide.BOARD && !tx.ctx.scope.lead) throw forbidden();
  await refuseOwnReview(tx, commission.id);
  await tx.once();
  tx.expect(commission, expectedVersion);
  return { commission, parties };
};
