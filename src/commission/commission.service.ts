import { withReadiness } from "../assessment/readiness-changes";
import { Board } from "../board/board.entity";
import { newId } from "../id";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuseUnless } from "../mutation/refused";
import { Pair } from "../pair/pair.entity";
import { nextReference } from "../programme/reference";
import { londonDay } from "../time";
import { Commission } from "./commission.entity";
import { DeclineCommissionInput, GrantCommissionInput, ProposeCommissionInput } from "./commission.inputs";
import { ratesAgreed } from "./commission.rules";
import { CommissionStage } from "./commission-stage";
import { isNegotiating, mayBeCommissioned } from "./negotiation.rules";
import { membersNow, partiesFor } from "./parties";
import { RateSide } from "./rate-side";
import { memberRates } from "./rates";
import { kindMayBeProposed } from "./review-kind.rules";

/** R19: the pair asks a board to be commissioned. The board and the pair then see the commission. */
export const propose: UseCase<ProposeCommissionInput> = async (tx, input) => {
  const pair = await tx.find(Pair, input.pairId, "pairId");
  const board = await tx.find(Board, input.boardId, "boardId");
  const parties = await partiesFor(tx, RateSide.MEMBER, { pairId: pair.id, boardId: board.id });
  await tx.once();
  if (pair.dissolvedOn !== null) throw new Refused([invalid(["pairId"], "pairId is of a pair that has ended.")]);

  const today = londonDay(tx.ctx.now);
  const { reviewKind, format, sector, targetOn } = input;
  const proposed = { reviewKind, format, sector, practice: input.practice ?? true, targetOn: targetOn ?? null };
  const members = await membersNow(tx, parties);
  refuseUnless(
    ...mayBeCommissioned({ practice: proposed.practice, members, board }, today),
    kindMayBeProposed({ kind: reviewKind, sector, board }, today),
  );

  return withReadiness(tx, parties.traineeIds, async () => {
    const commission = await tx.add(Commission, {
      id: newId("com"),
      reference: await nextReference(tx, Commission, `LT-${today.slice(0, 4)}-`, 3),
      boardId: board.id,
      pairId: pair.id,
      stage: CommissionStage.NEGOTIATING,
      ...proposed,
      proposedAt: tx.ctx.now,
      commissionedOn: null,
      startedOn: null,
      pausedOn: null,
      pausedUntil: null,
      overdueToldFor: null,
      qualityPassed: null,
      qualityRecordedOn: null,
      qualityNotes: null,
      boardResponse: null,
      publication: null,
      publicationAddress: null,
      version: 1,
    });
    const facts = { reference: commission.reference, board: board.reference, pair: pair.reference, ...proposed };
    tx.append("CommissionProposed", commission, { commissionId: commission.id, boardId: board.id }, facts);
    return commission.id;
  });
};

/** R19, R21: the board commissions the review, once there is a rate for each of the pair (E8). */
export const grant: UseCase<GrantCommissionInput> = async (tx, { commissionId, expectedVersion, targetOn }) => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  const parties = await partiesFor(tx, RateSide.BOARD, commission);
  await tx.once();
  tx.expect(commission, expectedVersion);

  const today = londonDay(tx.ctx.now);
  const { id, boardId, practice, stage: from } = commission;
  const board = await tx.manager.findOneByOrFail(Board, { id: boardId });
  const members = await membersNow(tx, parties);
  refuseUnless(
    isNegotiating(from),
    // Asked again: a partner may have lapsed since it was proposed.
    ...mayBeCommissioned({ practice, members, board }, today),
    ratesAgreed(await memberRates(tx, id, parties.members)),
  );

  return withReadiness(tx, parties.traineeIds, async () => {
    const to = CommissionStage.COMMISSIONED;
    const changed = { from: commission.targetOn, to: targetOn ?? commission.targetOn };
    await tx.change(Commission, commission, { stage: to, commissionedOn: today, targetOn: changed.to });
    const facts = { reference: commission.reference, from, to, commissionedOn: today, targetOn: changed };
    tx.append("CommissionGranted", commission, { commissionId: id, boardId }, facts);
    return id;
  });
};

/** The board declines; the pair may propose the review to another. */
export const decline: UseCase<DeclineCommissionInput> = async (tx, { commissionId, expectedVersion, reason }) => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  const parties = await partiesFor(tx, RateSide.BOARD, commission);
  await tx.once();
  tx.expect(commission, expectedVersion);
  const { id, boardId, stage: from } = commission;
  refuseUnless(isNegotiating(from));

  return withReadiness(tx, parties.traineeIds, async () => {
    const to = CommissionStage.DECLINED;
    await tx.change(Commission, commission, { stage: to });
    const facts = { reference: commission.reference, from, to };
    tx.append("CommissionDeclined", commission, { commissionId: id, boardId }, facts, reason);
    return id;
  });
};
