import { EvidenceSource } from "../../src/evidence/evidence-source";
import { daysAgo } from "../support/story.beginning";
import { withReviewer } from "../support/story.reviewer";
import { draftWithFile } from "./acts.review";
import { Acts, Stage } from "./stage";

const groupDay = ({ told, act }: Stage): Promise<string> =>
  act(told.supervisor.id, "scheduleGroupSupervision", { date: daysAgo(1), venue: "London" });

/** An item of Ada's own. */
const item = async ({ told }: Stage) => ({
  ...{ commissionId: (await told.commissioned(told.adaAndBen, told.board)).id, source: EvidenceSource.TRAINEE },
  ...{ title: "What I missed", text: "Whose day it was.", traineeIds: [told.ada.id], areaIds: ["C1"] },
});

const opened = async ({ told, act }: Stage): Promise<string> => {
  await told.readyForAssessment(told.ada);
  return act(told.assessor.id, "openAssessment", { traineeId: told.ada.id });
};
const judgement = async ({ versionOf }: Stage, assessmentId: string, areaId: string) => ({
  ...{ assessmentId, areaId, rating: "MET", expectedVersion: await versionOf(assessmentId) },
  ...{ strengths: "Asks how it made sense at the time.", areasToWorkOn: "Says less, listens longer." },
});
const judged = async (stage: Stage, areas = 6): Promise<string> => {
  const id = await opened(stage);
  for (let area = 1; area <= areas; area += 1) {
    await stage.act(stage.told.assessor.id, "recordJudgement", await judgement(stage, id, `C${area}`));
  }
  return id;
};
const decision = async ({ versionOf }: Stage, assessmentId: string, outcome: string) => ({
  ...{ assessmentId, outcome, expectedVersion: await versionOf(assessmentId) },
  summary: "A sound review, led with care.",
});
export const released = async (stage: Stage, outcome: string) => {
  const id = await judged(stage);
  const { told, act, versionOf } = stage;
  await act(told.assessor.id, "decideAssessment", await decision(stage, id, outcome));
  return { by: told.lead.id, input: { assessmentId: id, expectedVersion: await versionOf(id) } };
};

/** Supervision, evidence and assessment. */
export const ASSESSMENT_ACTS: Acts = {
  scheduleGroupSupervision: {
    "by its supervisor": async ({ told }) => ({
      by: told.supervisor.id,
      input: { date: daysAgo(1), venue: "London" },
    }),
  },
  recordGroupAttendance: {
    "a new mark and a correction": async (stage) => {
      const { told, act, versionOf } = stage;
      const sessionId = await groupDay(stage);
      const [ada, ben] = [told.ada.id, told.ben.id];
      await act(told.supervisor.id, "recordGroupAttendance", {
        ...{ sessionId, expectedVersion: 1 },
        attendance: [{ traineeId: ada, attended: true }],
      });
      const attendance = [
        { traineeId: ada, attended: false, reason: "It was Ben who came." },
        { traineeId: ben, attended: true },
      ];
      return { by: told.lead.id, input: { sessionId, attendance, expectedVersion: await versionOf(sessionId) } };
    },
  },
  logIndividualSupervision: {
    "with notes that are shared": async ({ told }) => {
      const review = await told.commissioned(told.adaAndBen, told.board);
      const input = {
        ...{ traineeId: told.ada.id, commissionId: review.id, date: daysAgo(1), minutes: 60, chargeMinor: 12_000 },
        ...{ notes: "We spoke about hindsight.", shareNotes: true },
      };
      return { by: told.supervisor.id, input };
    },
    "with a reviewer": async ({ db, told }) => {
      const { rex, review } = await withReviewer({ db }, told);
      const input = {
        ...{ reviewerId: rex.personId, commissionId: review.id, date: daysAgo(1), minutes: 60, chargeMinor: 12_000 },
        ...{ notes: "He carries much.", supervisorId: told.supervisor.id },
      };
      return { by: told.lead.id, input };
    },
  },
  submitEvidence: {
    "about both": async ({ told }) => {
      const review = await told.commissioned(told.adaAndBen, told.board);
      const input = {
        ...{ commissionId: review.id, source: EvidenceSource.DOCUMENT, title: "The final report" },
        ...{ text: "Where it lies and what it says.", traineeIds: [told.ada.id, told.ben.id], areaIds: ["C1", "C5"] },
      };
      return { by: told.ada.personId, input };
    },
  },

  draftEvidence: {
    "as far as it is written": async (stage) => ({
      by: stage.told.ada.personId,
      input: { ...(await item(stage)), selfRating: "DEVELOPING" },
    }),
  },
  changeEvidenceDraft: {
    "its words, and its areas": async (stage) => {
      const evidenceDraftId = await stage.act(stage.told.ada.personId, "draftEvidence", await item(stage));
      const said = { title: "The second draft", text: "It says more.", areaIds: ["C2"], selfRating: "MET" };
      return { by: stage.told.ada.personId, input: { evidenceDraftId, expectedVersion: 1, ...said } };
    },
  },
  discardEvidenceDraft: {
    "with a file": async (stage) => {
      const { evidenceDraftId } = await draftWithFile(stage);
      return { by: stage.told.ada.personId, input: { evidenceDraftId, expectedVersion: 1 } };
    },
    "while it is open": async (stage) => {
      const evidenceDraftId = await stage.act(stage.told.ada.personId, "draftEvidence", await item(stage));
      return { by: stage.told.ada.personId, input: { evidenceDraftId, expectedVersion: 1 } };
    },
  },
  submitEvidenceDraft: {
    "about both, with a file": async (stage) => {
      const { evidenceDraftId } = await draftWithFile(stage);
      return { by: stage.told.ada.personId, input: { evidenceDraftId, expectedVersion: 1 } };
    },
    "for an item that was returned": async (stage) => {
      const { told, act } = stage;
      const input = await item(stage);
      const replacesId = await act(told.ada.personId, "submitEvidence", input);
      const sent = { evidenceId: replacesId, expectedVersion: 1, reason: "It says too little." };
      await act(told.supervisor.id, "returnEvidence", sent);
      const evidenceDraftId = await act(told.ada.personId, "draftEvidence", {
        ...input,
        replacesId,
        selfRating: "MET",
      });
      return { by: told.ada.personId, input: { evidenceDraftId, expectedVersion: 1 } };
    },
  },
  returnEvidence: {
    "to a trainee": async (stage) => {
      const evidenceId = await stage.act(stage.told.ada.personId, "submitEvidence", await item(stage));
      const input = { evidenceId, expectedVersion: 1, reason: "It says too little." };
      return { by: stage.told.supervisor.id, input };
    },
    "to a partner whom it is not about": async (stage) => {
      const input = { ...(await item(stage)), source: EvidenceSource.OTHERS };
      const evidenceId = await stage.act(stage.told.ben.personId, "submitEvidence", input);
      return { by: stage.told.lead.id, input: { evidenceId, expectedVersion: 1, reason: "It says too little." } };
    },
  },
  withdrawEvidence: {
    "by who wrote it": async (stage) => {
      const evidenceId = await stage.act(stage.told.ada.personId, "submitEvidence", await item(stage));
      return { by: stage.told.ada.personId, input: { evidenceId, expectedVersion: 1, reason: "It is another's." } };
    },
  },

  openAssessment: {
    "a first round": async ({ told }) => {
      await told.readyForAssessment(told.ada);
      return { by: told.assessor.id, input: { traineeId: told.ada.id } };
    },
  },
  takeInEvidence: {
    "what arrived since": async (stage) => {
      const { told, act, versionOf } = stage;
      const assessmentId = await opened(stage);
      const [{ id: commissionId } = {}] = await stage.db.rows("SELECT id FROM commission");
      const evidenceId = await act(told.ada.personId, "submitEvidence", { ...(await item(stage)), commissionId });
      const input = { assessmentId, evidenceIds: [evidenceId], expectedVersion: await versionOf(assessmentId) };
      return { by: told.assessor.id, input };
    },
  },
  recordJudgement: {
    "a first one": async (stage) => ({
      by: stage.told.assessor.id,
      input: await judgement(stage, await opened(stage), "C1"),
    }),
    "with the evidence it rests on": async (stage) => {
      const assessmentId = await opened(stage);
      const rows = await stage.db.rows("SELECT evidenceId FROM assessment_evidence WHERE assessmentId = ?", [
        assessmentId,
      ]);
      const evidenceIds = rows.slice(0, 2).map(({ evidenceId }) => evidenceId);
      return { by: stage.told.assessor.id, input: { ...(await judgement(stage, assessmentId, "C1")), evidenceIds } };
    },
    "of an area judged before": async (stage) => ({
      by: stage.told.assessor.id,
      input: { ...(await judgement(stage, await judged(stage, 1), "C1")), rating: "STRENGTH" },
    }),
  },
  decideAssessment: {
    "for accreditation": async (stage) => ({
      by: stage.told.assessor.id,
      input: await decision(stage, await judged(stage), "ACCREDIT"),
    }),
    "for further evidence": async (stage) => ({
      by: stage.told.assessor.id,
      input: await decision(stage, await judged(stage), "FURTHER_EVIDENCE_NEEDED"),
    }),
  },
  releaseAssessment: {
    "an accreditation": (stage) => released(stage, "ACCREDIT"),
    "another outcome": (stage) => released(stage, "FURTHER_EVIDENCE_NEEDED"),
  },
};
