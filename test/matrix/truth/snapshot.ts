import { moment } from "./forms";
import { Row, Truth } from "./truth";

const judgedOn = (truth: Truth, assessmentId: unknown): Row[] =>
  truth.where("assessment_evidence", "assessmentId", assessmentId).map(({ evidenceId }) => truth.row(evidenceId));

const latest = (items: readonly Row[]): Row[] =>
  items.toSorted((a, b) => (`${a.submittedAt} ${a.id}` < `${b.submittedAt} ${b.id}` ? 1 : -1));

/** What arrived too late to be among what an assessment is judged on, and counts, counted anew. */
export const arrivedSince = (truth: Truth, { id, traineeId, decidedAt }: Row): object[] => {
  const judged = judgedOn(truth, id).map((item) => item.id);
  const about = truth.where("evidence_about", "traineeId", traineeId).map(({ evidenceId }) => truth.row(evidenceId));
  const later = about.filter(
    (item) =>
      item.state === "SUBMITTED" &&
      !judged.includes(item.id) &&
      (decidedAt === null || String(item.submittedAt) <= String(decidedAt)),
  );
  return latest(later).map((item) => ({ evidence: { id: item.id }, submittedAt: moment(item.submittedAt) }));
};

/** How a trainee rated themself in the area of a judgement, by the latest item it rests on. */
export const selfRating = (truth: Truth, { assessmentId, areaId }: Row): unknown => {
  const rated = judgedOn(truth, assessmentId).filter(
    (item) =>
      item.selfRating !== null &&
      truth.where("evidence_area", "evidenceId", item.id).some((tag) => tag.areaId === areaId),
  );
  return latest(rated)[0]?.selfRating ?? null;
};
