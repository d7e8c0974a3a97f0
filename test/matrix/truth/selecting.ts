import { grouped, Row, Truth } from "./truth";

/** Who scored an application by each criterion that is published, since it was submitted, and the points they gave. */
const scorers = (truth: Truth, { id, cohortId, submittedAt }: Row): [person: Row, points: number][] => {
  const { programmeId } = truth.row(cohortId);
  const criteria = truth
    .where("ProgrammeItem", "programmeId", programmeId)
    .filter(({ section, retiredOn }) => section === "SELECTION_CRITERIA" && retiredOn === null)
    .map((item) => item.id);
  const scores = truth
    .where("CriterionScore", "applicationId", id)
    .filter((score) => criteria.includes(score.criterionId) && String(score.scoredAt) >= String(submittedAt));
  return [...grouped(scores, ({ scorerId }) => scorerId)]
    .filter(([, given]) => given.length === criteria.length)
    .map(([scorerId, given]) => [truth.row(scorerId), given.reduce((sum, { score }) => sum + Number(score), 0)]);
};

/** Whether two people scored an application, counted anew; who is named first scored first. */
export const scored = (truth: Truth, application: Row): object => {
  const found = scorers(truth, application);
  const missing = 2 - found.length;
  const { programmeId } = truth.row(application.cohortId);
  const none = !truth
    .where("ProgrammeItem", "programmeId", programmeId)
    .some(({ section, retiredOn }) => section === "SELECTION_CRITERIA" && retiredOn === null);
  const next = `Have ${missing} more ${missing === 1 ? "person" : "people"} score every criterion.`;
  return {
    rule: "SELECTION",
    title: "Scored by two",
    phrase: "we have a selection criteria",
    met: missing <= 0,
    needed: 2,
    actual: found.length,
    next: missing <= 0 ? null : none ? "Publish the programme's selection criteria." : next,
    because: found.map(([{ id, name }]) => ({ id, text: `${name} has scored every criterion.` })),
    parts: [],
  };
};

/** The mean of what they gave, to a tenth. */
export const totalScore = (truth: Truth, application: Row): number | null => {
  const points = scorers(truth, application).map(([, given]) => given);
  return points.length === 0 ? null : Number((points.reduce((a, b) => a + b, 0) / points.length).toFixed(1));
};

/** Who holds a place on a cohort: trainees who have not left, and applicants who confirmed. */
export const placesTaken = (truth: Truth, cohortId: unknown): number =>
  truth.where("Trainee", "cohortId", cohortId).filter(({ standing }) => standing !== "WITHDRAWN").length +
  truth.where("Application", "cohortId", cohortId).filter(({ state }) => state === "CONFIRMED").length;
