import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { Publication } from "../../src/commission/publication";
import { Document } from "../../src/document/document.entity";
import { DocumentState } from "../../src/document/document-state";
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

/** It rests since some days ago. */
const paused = async (id: string, { db, told, act, versionOf }: Stage) => {
  const input = { commissionId: id, expectedVersion: await versionOf(id), until: "2031-01-01", reason: "An inquest." };
  await act(told.seat.id, "pauseCommission", input);
  await db.source.manager.update(Commission, { id }, { pausedOn: daysAgo(9), targetOn: daysAgo(20) });
};

/** What the pair asked the board for. */
const requested = async (stage: Stage): Promise<string> => {
  const { told, act } = stage;
  const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.ANALYSIS);
  const input = { commissionId, request: "The agency's chronology.", dueOn: "2031-03-01" };
  return act(told.ada.personId, "requestInformation", input);
};
const requestedInput = async (stage: Stage, more: Input) => {
  const informationRequestId = await requested(stage);
  return { informationRequestId, expectedVersion: await stage.versionOf(informationRequestId), ...more };
};

const responded = async (id: string, { db }: Stage) => {
  await db.source.manager.update(Commission, { id }, { boardResponse: "We accept the findings." });
};
const withheld = async (id: string, { db }: Stage) => {
  await db.source.manager.update(Commission, { id }, { publication: Publication.WITHHELD });
};
/** A file of some kind, as it is announced. */
const FILE = { fileName: "report.pdf", type: "PDF", size: 9, sha256: "0".repeat(64) };

/** A document of Ada's, as it is announced. */
const announced = async ({ told, act }: Stage, belongs: Input): Promise<string> =>
  act(told.ada.personId, "requestUpload", { ...FILE, ...belongs });
const reviewed = async ({ told }: Stage) => told.commissioned(told.adaAndBen, told.board);
/** Ada's draft about both, with a file that has come. */
export const draftWithFile = async (stage: Stage) => {
  const { told, act, db } = stage;
  const { id: commissionId } = await reviewed(stage);
  const traineeIds = [told.ada.id, told.ben.id];
  const item = { commissionId, source: "DOCUMENT", title: "A plan", text: "In words.", traineeIds, areaIds: ["C1"] };
  const evidenceDraftId = await act(told.ada.personId, "draftEvidence", item);
  const documentId = await announced(stage, { evidenceDraftId });
  await db.source.manager.update(Document, { id: documentId }, { state: DocumentState.STORED });
  return { evidenceDraftId, documentId };
};
const removing = async ({ versionOf }: Stage, documentId: string) => ({
  ...{ documentId, reason: "It is another's.", expectedVersion: await versionOf(documentId) },
});

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
  withdrawRate: {
    "and why": async (stage) => {
      const { personId } = stage.told.ada;
      const rateOfferId = await offer(stage, await proposed(stage), personId, personId);
      return { by: personId, input: { ...(await accepting(stage, rateOfferId)), reason: "I have other work." } };
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
  correctQualityAssurance: {
    "its notes": onReview(
      CommissionStage.DRAFT_REPORT,
      "lead",
      { notes: "The third finding is bare.", reason: "A slip." },
      notPassed,
    ),
    "its outcome": onReview(
      CommissionStage.DRAFT_REPORT,
      "lead",
      { passed: true, notes: "Sound after all.", reason: "It was another draft." },
      notPassed,
    ),
  },
  correctBoardResponse: {
    "before it is published": onReview(
      CommissionStage.BOARD_RESPONSE,
      "seat",
      { text: "We accept most findings.", reason: "Our board met again." },
      responded,
    ),
  },
  correctPublication: {
    "what was withheld": onReview(
      CommissionStage.CLOSED,
      "seat",
      { publication: "FULL", address: "https://example.org/report", reason: "The trial is over." },
      withheld,
    ),
  },
  requestInformation: {
    "of the board": async (stage) => {
      const { told } = stage;
      const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board, CommissionStage.ANALYSIS);
      return { by: told.ada.personId, input: { commissionId, request: "The chronology.", dueOn: "2031-03-01" } };
    },
  },
  answerInformationRequest: {
    "in writing": async (stage) => ({
      by: stage.told.seat.id,
      input: await requestedInput(stage, { response: "It is in your post." }),
    }),
    "with a no": async (stage) => ({
      by: stage.told.seat.id,
      input: await requestedInput(stage, { response: "A court has it.", given: false }),
    }),
  },
  withdrawInformationRequest: {
    "by who asked": async (stage) => ({
      by: stage.told.ben.personId,
      input: await requestedInput(stage, { reason: "We found it." }),
    }),
  },
  agreeTargetDay: {
    "a first one": onReview(CommissionStage.ANALYSIS, "lead", { targetOn: "2031-05-01", reason: "More to read." }),
  },
  pauseCommission: {
    "with an end in sight": onReview(CommissionStage.ANALYSIS, "seat", { until: "2031-02-01", reason: "An inquest." }),
    "for longer": onReview(CommissionStage.ANALYSIS, "seat", { reason: "An inquest without an end." }, paused),
  },
  resumeCommission: { "after some days": onReview(CommissionStage.ANALYSIS, "seat", {}, paused) },
  abandonCommission: {
    "while it is under way": onReview(CommissionStage.ANALYSIS, "seat", { reason: "The case was dismissed." }),
    "while it rests": onReview(CommissionStage.FINDINGS, "lead", { reason: "The case was dismissed." }, paused),
  },
  requestUpload: {
    "a report": async (stage) => ({
      ...{ by: stage.told.ada.personId, input: { ...FILE, commissionId: (await reviewed(stage)).id } },
    }),
    "a file of a draft": async (stage) => ({
      by: stage.told.ada.personId,
      input: { ...FILE, evidenceDraftId: (await draftWithFile(stage)).evidenceDraftId },
    }),
  },
  removeDocument: {
    "a report": async (stage) => ({
      by: stage.told.lead.id,
      input: await removing(stage, await announced(stage, { commissionId: (await reviewed(stage)).id })),
    }),
    "a file of a draft": async (stage) => ({
      by: stage.told.ada.personId,
      input: await removing(stage, (await draftWithFile(stage)).documentId),
    }),
    "a file of evidence about both": async (stage) => {
      const { evidenceDraftId, documentId } = await draftWithFile(stage);
      await stage.act(stage.told.ada.personId, "submitEvidenceDraft", { evidenceDraftId, expectedVersion: 1 });
      return { by: stage.told.lead.id, input: await removing(stage, documentId) };
    },
  },
  closeCommission: { "when published": onReview(CommissionStage.PUBLISHED, "lead", {}) },
};
