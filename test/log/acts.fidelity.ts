import { concernedReviewer, openConcern } from "../support/concern";
import { Acts, Input, Stage } from "./stage";

/** A concern about Greg's work, as far as it has come. */
const concern = async ({ db, told, act, versionOf }: Stage, ...before: readonly (readonly [string, Input])[]) => {
  const { id, reviewer } = await openConcern({ db, told, act });
  for (const [mutation, more] of before) {
    const by = mutation === "answerFidelityConcern" ? reviewer.id : told.lead.id;
    await act(by, mutation, { fidelityConcernId: id, expectedVersion: await versionOf(id), ...more });
  }
  return { reviewer, input: { fidelityConcernId: id, expectedVersion: await versionOf(id) } };
};

const ANSWER = ["answerFidelityConcern", { answer: "We asked them." }] as const;
const CLOSE = ["closeFidelityConcern", { outcome: "UPHELD", reason: "Nobody was asked." }] as const;

/** Concerns about how reviewers worked on reviews. */
export const FIDELITY_ACTS: Acts = {
  raiseFidelityConcern: {
    "about a later review": async ({ db, told }) => {
      const { accreditationId, commission } = await concernedReviewer({ db, told });
      const input = { accreditationId, commissionId: commission.id, concern: "The practitioners were not asked." };
      return { by: told.lead.id, input };
    },
  },
  answerFidelityConcern: {
    "for the first time": async (stage) => {
      const { reviewer, input } = await concern(stage);
      return { by: reviewer.id, input: { ...input, answer: "We asked them in May." } };
    },
    "otherwise than before": async (stage) => {
      const { reviewer, input } = await concern(stage, ANSWER);
      return { by: reviewer.id, input: { ...input, answer: "We asked them in June.", reason: "A slip." } };
    },
  },
  closeFidelityConcern: {
    "once it is answered": async (stage) => {
      const { input } = await concern(stage, ANSWER);
      return { by: stage.told.lead.id, input: { ...input, outcome: "UNFOUNDED", reason: "They were asked." } };
    },
    "for the second time": async (stage) => {
      const { input } = await concern(stage, CLOSE, ["reopenFidelityConcern", { reason: "More was said." }]);
      return { by: stage.told.lead.id, input: { ...input, outcome: "PUT_RIGHT", reason: "They were asked since." } };
    },
  },
  reopenFidelityConcern: {
    "and why": async (stage) => {
      const { input } = await concern(stage, ANSWER, CLOSE);
      return { by: stage.told.lead.id, input: { ...input, reason: "The reviewer has brought notes." } };
    },
  },
};
