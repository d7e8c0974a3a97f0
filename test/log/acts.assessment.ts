import { EvidenceSource } from "../../src/evidence/evidence-source";
import { daysAgo } from "../support/story.beginning";
import { Acts, Stage } from "./stage";

const groupDay = ({ told, act }: Stage): Promise<string> =>
  act(told.supervisor.id, "scheduleGroupSupervision", { date: daysAgo(1), venue: "London" });

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
const released = async (stage: Stage, outcome: string) => {
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

  openAssessment: {
    "a first round": async ({ told }) => {
      await told.readyForAssessment(told.ada);
      return { by: told.assessor.id, input: { traineeId: told.ada.id } };
    },
  },
  recordJudgement: {
    "a first one": async (stage) => ({
      by: stage.told.assessor.id,
      input: await judgement(stage, await opened(stage), "C1"),
    }),
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
