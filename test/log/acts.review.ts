import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { daysAgo } from "../support/story.beginning";
import { Act, Acts, Input, Stage } from "./stage";

const proposal = ({ told }: Stage, more: Input = {}) => ({
  ...{ boardId: told.board.id, pairId: told.adaAndBen.id, reviewKind: "SERIOUS_CASE_REVIEW" },
  ...{ format: "FULL", sector: "CHILDREN", targetOn: "2031-05-01", ...more },
});
const proposed = (stage: Stage): Promise<string> =>
  stage.act(stage.told.ada.personId, "proposeCommission", proposal(stage));
const changing = async ({ versionOf }: Stage, commissionId: string, more: Input = {}) => ({
  commissionId,
  expectedVersion: await versionOf(commissionId),
  ...more,
});
const offer = async (stage: Stage, commissionId: string, by: string, personId: string, amountMinor = 55_000) =>
  stage.act(by, "offerRate", await changing(stage, commissionId, { personId, amountMinor }));
const accepting = async ({ versionOf }: Stage, rateOfferId: string) => ({
  rateOfferId,
  expectedVersion: await versionOf(rateOfferId),
});
/** A commission with a rate agreed for each of the pair. */
const negotiated = async (stage: Stage): Promise<string> => {
  const { told, act } = stage;
  const id = await proposed(stage);
  for (const { personId } of [told.ada, told.ben]) {
    const offered = await offer(stage, id, personId, personId);
    await act(told.seat.id, "acceptRate", await accepting(stage, offered));
  }
  return id;
};

/** An act on a review that stands at some stage. */
const onReview =
  (
    at: CommissionStage,
    by: "ada" | "seat" | "lead",
    more: Input,
    before: (id: string, stage: Stage) => unknown = () => null,
  ): Act =>
  async (stage) => {
    const { told } = stage;
    for (const trainee of [told.ada, told.ben]) await told.attendCourse(trainee);
    const { id } = await told.commissioned(told.adaAndBen, told.board, at);
    await before(id, stage);
    return { by: by === "ada" ? told.ada.personId : told[by].id, input: await changing(stage, id, more) };
  };

const notPassed = async (id: string, stage: Stage) => {
  const input = await changing(stage, id, { passed: false, notes: "The second finding is bare." });
  await stage.act(stage.told.lead.id, "recordQualityAssurance", input);
  await stage.db.source.manager.update(Commission, { id }, { qualityRecordedOn: daysAgo(9) });
};

/** A review, from the pair's proposal to its close. */
export const REVIEW_ACTS: Acts = {
  proposeCommission: {
    "to a board": async (stage) => ({ by: stage.told.ada.personId, input: proposal(stage) }),
  },
  offerRate: {
    "a first one": async (stage) => {
      const { personId } = stage.told.ada;
      const input = await changing(stage, await proposed(stage), { personId, amountMinor: 55_000 });
      return { by: personId, input };
    },
    "another one": async (stage) => {
      const { seat, ada } = stage.told;
      const id = await proposed(stage);
      await offer(stage, id, ada.personId, ada.personId);
      return { by: seat.id, input: await changing(stage, id, { personId: ada.personId, amountMinor: 50_000 }) };
    },
  },
  acceptRate: {
    "a member's": async (stage) => {
      const { seat, ada } = stage.told;
      const offered = await offer(stage, await proposed(stage), ada.personId, ada.personId);
      return { by: seat.id, input: await accepting(stage, offered) };
    },
  },
  grantCommission: {
    "for another day than proposed": async (stage) => ({
      by: stage.told.seat.id,
      input: await changing(stage, await negotiated(stage), { targetOn: "2031-06-01" }),
    }),
  },
  declineCommission: {
    "with a reason": async (stage) => ({
      by: stage.told.seat.id,
      input: await changing(stage, await proposed(stage), { reason: "No funds this year." }),
    }),
  },
  advanceCommission: {
    "to its beginning": onReview(CommissionStage.COMMISSIONED, "ada", { to: "SCOPING" }),
    "to the next stage": onReview(CommissionStage.ANALYSIS, "ada", { to: "FINDINGS" }),
  },
  recordQualityAssurance: {
    "not passed": onReview(CommissionStage.DRAFT_REPORT, "lead", {
      passed: false,
      notes: "The second finding is bare.",
    }),
    "passed the second time": onReview(
      CommissionStage.DRAFT_REPORT,
      "lead",
      { passed: true, notes: "The finding is mended." },
      notPassed,
    ),
  },
  chargeQualityAssurance: {
    "of a draft report": async ({ told }) => {
      const { id } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
      return { by: told.lead.id, input: { commissionId: id, amountMinor: 45_001, purpose: "Quality assurance" } };
    },
  },
  recordBoardResponse: {
    "in writing": onReview(CommissionStage.QUALITY_ASSURANCE, "seat", { text: "We accept the findings." }),
  },
  recordPublication: {
    "as a summary": onReview(CommissionStage.BOARD_RESPONSE, "seat", {
      publication: "SUMMARY_ONLY",
      reason: "A family might be known by it.",
    }),
  },
  closeCommission: { "when published": onReview(CommissionStage.PUBLISHED, "lead", {}) },
};
