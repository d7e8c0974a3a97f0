import { withReadiness } from "../assessment/readiness-changes";
import { mayStart, Starting } from "../course/course.rules";
import { trainingsOf } from "../course/training";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse, refuseUnless } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { RuleOutcome } from "../rules/outcome";
import { conditionFor, holds } from "../scope/condition";
import { londonDay } from "../time";
import { Commission } from "./commission.entity";
import { MOVED_BY_PAIR, mayMove } from "./commission.rules";
import { CommissionStage } from "./commission-stage";
import { isNotPaused } from "./interruption.rules";
import { faultsOfAddress } from "./outcome.rules";
import { refuseOwnReview } from "./own-review";
import { Parties, partiesFor, partiesOf } from "./parties";
import { RateSide } from "./rate-side";
import {
  AdvanceCommissionInput,
  CloseCommissionInput,
  RecordBoardResponseInput,
  RecordPublicationInput,
  RecordQualityAssuranceInput,
} from "./stage.inputs";

const { SCOPING, DRAFT_REPORT, QUALITY_ASSURANCE, BOARD_RESPONSE, PUBLISHED, CLOSED } = CommissionStage;

/** R12, R13: the pair takes the review from stage to stage, up to the draft report. It starts after the course (E5). */
export const advance: UseCase<AdvanceCommissionInput> = async (tx, { commissionId, expectedVersion, to }) => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  const parties = await partiesFor(tx, RateSide.MEMBER, commission);
  await tx.once();
  tx.expect(commission, expectedVersion);
  refuseUnless(mayMove(commission.stage, to), isNotPaused(commission));
  // Asked only of a step that is next: at any other time it would tell one of the pair about the other for nothing.
  if (to === SCOPING && commission.practice) refuseUnless(await courseFirst(tx, parties));
  if (!MOVED_BY_PAIR.has(to)) throw new Refused([invalid(["to"], "to is not a stage that the pair moves to.")]);
  return move(
    tx,
    commission,
    parties,
    to === SCOPING ? { stage: to, startedOn: londonDay(tx.ctx.now) } : { stage: to },
  );
};

/** R13: the programme lead records quality assurance. A draft that did not pass stays a draft, and may be looked at again. */
export const recordQualityAssurance: UseCase<RecordQualityAssuranceInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  await refuseOwnReview(tx, commission.id);
  await tx.once();
  tx.expect(commission, input.expectedVersion);
  refuseUnless(mayMove(commission.stage, QUALITY_ASSURANCE), isNotPaused(commission));
  const { id, boardId, pairId, stage: from, reference } = commission;
  const { qualityPassed, qualityRecordedOn, qualityNotes } = commission;
  const { passed, notes } = input;

  const { traineeIds } = await partiesOf(tx, pairId, boardId);
  return withReadiness(tx, traineeIds, async () => {
    const to = passed ? QUALITY_ASSURANCE : DRAFT_REPORT;
    const today = londonDay(tx.ctx.now);
    await tx.change(Commission, commission, {
      stage: to,
      qualityPassed: passed,
      qualityNotes: notes,
      qualityRecordedOn: today,
    });
    tx.append(
      "QualityAssured",
      commission,
      { commissionId: id, boardId },
      {
        ...{ reference, from, to },
        qualityPassed: { from: qualityPassed, to: passed },
        qualityRecordedOn: { from: qualityRecordedOn, to: today },
      },
    );
    // The notes have an entry of their own: of quality assurance the board learns the outcome only.
    const noted = { reference, qualityNotes: { from: qualityNotes, to: notes } };
    tx.append("QualityNoted", commission, { commissionId: id }, noted, null);
    return id;
  });
};

/** The board answers the report in writing. */
export const recordBoardResponse: UseCase<RecordBoardResponseInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  const parties = await partiesFor(tx, RateSide.BOARD, commission);
  await tx.once();
  tx.expect(commission, input.expectedVersion);
  refuseUnless(mayMove(commission.stage, BOARD_RESPONSE), isNotPaused(commission));
  return move(tx, commission, parties, { stage: BOARD_RESPONSE, boardResponse: input.text });
};

/** The board decides what becomes of the report. */
export const recordPublication: UseCase<RecordPublicationInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  const parties = await partiesFor(tx, RateSide.BOARD, commission);
  await tx.once();
  tx.expect(commission, input.expectedVersion);
  refuseUnless(mayMove(commission.stage, PUBLISHED), isNotPaused(commission));
  const { publication, address = null, reason } = input;
  refuse(faultsOfAddress(publication, address));
  return withReadiness(tx, parties.traineeIds, async () => {
    const { id, boardId, reference, stage: from } = commission;
    await tx.change(Commission, commission, { stage: PUBLISHED, publication, publicationAddress: address });
    const facts = { reference, from, to: PUBLISHED, publication, ...(address && { publicationAddress: address }) };
    tx.append("PublicationDecided", commission, { commissionId: id, boardId }, facts, reason);
    return id;
  });
};

/** The programme lead closes a review whose report is with the public, or will not be. */
export const close: UseCase<CloseCommissionInput> = async (tx, { commissionId, expectedVersion }) => {
  const commission = await tx.find(Commission, commissionId, "commissionId");
  await tx.once();
  tx.expect(commission, expectedVersion);
  refuseUnless(mayMove(commission.stage, CLOSED), isNotPaused(commission));
  const parties = await partiesOf(tx, commission.pairId, commission.boardId);
  return move(tx, commission, parties, { stage: CLOSED });
};

/** Moves a commission and says so. */
const move = (
  tx: Transaction,
  commission: Commission,
  { traineeIds }: Parties,
  to: Pick<Commission, "stage"> & Partial<Pick<Commission, "startedOn" | "boardResponse">>,
): Promise<string> =>
  withReadiness(tx, traineeIds, async () => {
    const { id, boardId, reference, stage: from } = commission;
    await tx.change(Commission, commission, to);
    const { stage, ...more } = to;
    const facts = { reference, from, to: stage, ...more };
    tx.append("CommissionAdvanced", commission, { commissionId: id, boardId }, facts);
    return id;
  });

/** E5: whether every trainee of the pair has completed the course (E4) of their own cohort. */
const courseFirst = async (tx: Transaction, { members }: Parties): Promise<RuleOutcome> => {
  const attendance = conditionFor(tx.ctx.scope, "attendance");
  const trainings = await trainingsOf(
    tx.rows,
    members.flatMap(({ traineeId }) => traineeId ?? []),
  );
  const trainees = members.flatMap(({ traineeId, name }): Starting[] => {
    const training = traineeId && trainings.get(traineeId);
    return training ? [{ id: traineeId, name, training, told: holds(attendance, { traineeId }) }] : [];
  });
  return mayStart(trainees);
};
