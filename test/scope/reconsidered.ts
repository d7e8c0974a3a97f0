import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { Publication } from "../../src/commission/publication";
import { done } from "../support/change";
import { daysAgo } from "../support/story.beginning";
import { Tandem } from "../support/tandem";

type More = Record<string, unknown>;

/** A commission of the demo is held up, asked about in writing and put right at each stage; at the end it is overdue. */
export const reconsidered = async (tandem: Tandem, lead: string): Promise<void> => {
  const { db } = tandem;
  const [review] = await db.rows(
    `SELECT c.id, c.boardId, c.pairId FROM commission c JOIN pair p ON p.id = c.pairId AND p.dissolvedOn IS NULL
     WHERE c.commissionedOn IS NOT NULL ORDER BY c.id`,
  );
  const [member] = await db.rows("SELECT personId FROM pair_member WHERE pairId = ? ORDER BY ordinal", [
    review?.pairId as string,
  ]);
  const [seat] = await db.rows("SELECT personId FROM seat WHERE boardId = ? AND endedOn IS NULL", [
    review?.boardId as string,
  ]);
  const [commissionId, one, board] = [review?.id, member?.personId, seat?.personId] as [string, string, string];
  const standing = (stage: CommissionStage, more: Partial<Commission> = {}) =>
    db.source.manager.update(Commission, { id: commissionId }, { stage, ...more } as never);
  const act = async (by: string, mutation: string, more: More = {}, thing = "") => {
    const [now] = await db.rows("SELECT version FROM commission WHERE id = ?", [commissionId]);
    const input = { commissionId, expectedVersion: now?.version, ...more };
    return done(tandem, by, mutation, input, thing);
  };
  const why = { reason: "So it was agreed." };

  await standing(CommissionStage.ANALYSIS);
  await act(board, "agreeTargetDay", { targetOn: daysAgo(-50), ...why });
  await act(board, "pauseCommission", why);
  await act(board, "resumeCommission");
  for (const [by, mutation, more] of [
    [board, "answerInformationRequest", { response: "In the post." }],
    [one, "withdrawInformationRequest", why],
  ] as const) {
    const asked = { commissionId, request: "The chronologies.", dueOn: daysAgo(-9) };
    const { informationRequest } = await done(tandem, one, "requestInformation", asked, "informationRequest { id }");
    await done(tandem, by, mutation, { informationRequestId: informationRequest.id, expectedVersion: 1, ...more });
  }

  await standing(CommissionStage.DRAFT_REPORT);
  await act(lead, "recordQualityAssurance", { passed: true, notes: "Sound." });
  await act(lead, "correctQualityAssurance", { passed: false, ...why });
  await standing(CommissionStage.BOARD_RESPONSE, { boardResponse: "We accept all." });
  await act(board, "correctBoardResponse", { text: "We accept most.", ...why });
  await standing(CommissionStage.PUBLISHED, { publication: Publication.WITHHELD });
  await act(board, "correctPublication", { publication: "FULL", ...why });
  await standing(CommissionStage.NEGOTIATING);
  const offer = { personId: one, amountMinor: 51_000 };
  const { rateOffer } = await act(one, "offerRate", offer, "rateOffer { id }");
  await done(tandem, one, "withdrawRate", { rateOfferId: rateOffer.id, expectedVersion: 1 });
  await standing(CommissionStage.ANALYSIS, { targetOn: daysAgo(5) });
};
