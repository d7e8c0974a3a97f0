import { withReadiness } from "../assessment/readiness-changes";
import { UseCase } from "../mutation/answer";
import { invalid, refuse, refuseUnless } from "../mutation/refused";
import { Commission } from "./commission.entity";
import { CorrectBoardResponseInput, CorrectPublicationInput, CorrectQualityAssuranceInput } from "./correction.inputs";
import {
  faultsOfAddress,
  mayCorrectPublication,
  mayCorrectQuality,
  mayCorrectResponse,
  stageByQuality,
} from "./outcome.rules";
import { refuseOwnReview } from "./own-review";
import { partiesFor, partiesOf } from "./parties";
import { RateSide } from "./rate-side";

/** R13: the programme lead puts right what was recorded of quality assurance. A wrong outcome takes the review with it. */
export const correctQualityAssurance: UseCase<CorrectQualityAssuranceInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  await refuseOwnReview(tx, commission.id);
  await tx.once();
  tx.expect(commission, input.expectedVersion);
  const { id, boardId, pairId, reference, stage: from, qualityPassed, qualityNotes } = commission;
  const { reason } = input;
  const [passed, notes] = [input.passed ?? qualityPassed ?? false, input.notes ?? qualityNotes];
  refuseUnless(mayCorrectQuality(commission, passed));
  const [other, noted] = [passed !== qualityPassed, notes !== qualityNotes];
  refuse([!other && !noted && invalid([], "Nothing would change.")]);

  const { traineeIds } = await partiesOf(tx, pairId, boardId);
  return withReadiness(tx, traineeIds, async () => {
    const to = stageByQuality(from, passed);
    await tx.change(Commission, commission, { stage: to, qualityPassed: passed, qualityNotes: notes });
    if (other) {
      const facts = { reference, from, to, qualityPassed: { from: qualityPassed, to: passed } };
      tx.append("QualityCorrected", commission, { commissionId: id, boardId }, facts, reason);
    }
    // Of its notes the board learns nothing, not even that they were corrected.
    const facts = { reference, qualityNotes: { from: qualityNotes, to: notes } };
    if (noted) tx.append("QualityNoted", commission, { commissionId: id }, facts, reason);
    return id;
  });
};

/** The board puts its response right before it decides what becomes of the report. */
export const correctBoardResponse: UseCase<CorrectBoardResponseInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  await partiesFor(tx, RateSide.BOARD, commission);
  await tx.once();
  tx.expect(commission, input.expectedVersion);
  const { id, boardId, reference, stage, boardResponse: from } = commission;
  const { text: to, reason } = input;
  refuseUnless(mayCorrectResponse(stage));
  refuse([from === to && invalid([], "Nothing would change.")]);
  await tx.change(Commission, commission, { boardResponse: to });
  const facts = { reference, boardResponse: { from, to } };
  tx.append("BoardResponseCorrected", commission, { commissionId: id, boardId }, facts, reason);
  return id;
};

/** The board decides anew what becomes of the report, or says where it is published. */
export const correctPublication: UseCase<CorrectPublicationInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  await partiesFor(tx, RateSide.BOARD, commission);
  await tx.once();
  tx.expect(commission, input.expectedVersion);
  const { id, boardId, reference, stage, publication: from, publicationAddress: before } = commission;
  const { publication: to, address = null, reason } = input;
  refuseUnless(mayCorrectPublication(stage));
  refuse([...faultsOfAddress(to, address), from === to && before === address && invalid([], "Nothing would change.")]);
  await tx.change(Commission, commission, { publication: to, publicationAddress: address });
  const facts = {
    reference,
    publication: { from, to },
    publicationAddress: { from: before, to: address },
  };
  tx.append("PublicationCorrected", commission, { commissionId: id, boardId }, facts, reason);
  return id;
};
