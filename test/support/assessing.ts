import { done } from "./change";
import { Story } from "./story";
import { Served } from "./tandem";

export const ASSESSMENT = `assessment { id version round openedAt outcome summary decidedAt releasedAt assessorSupervised
  trainee { id } assessor { id } commission { id } judgements { area { code } rating } }`;
const JUDGEMENT = `judgement { id rating strengths areasToWorkOn area { code } judgedBy { id }
  assessment { id version } }`;

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** The assessor assesses Ada, and the lead releases what was decided, through the API. */
export const assessing = (tandem: Served, told: Story) => {
  const by = told.assessor.id;
  const open = async (traineeId = told.ada.id) =>
    (await done(tandem, by, "openAssessment", { traineeId }, ASSESSMENT)).assessment;

  const judgement = ({ id, version }: Seen, areaId: string, rating: string) => ({
    assessmentId: id,
    expectedVersion: version,
    areaId,
    rating,
    strengths: "Asks how it made sense at the time.",
    areasToWorkOn: "Says less, listens longer.",
  });
  const judge = async (assessment: Seen, areaId: string, rating = "MET") =>
    (await done(tandem, by, "recordJudgement", judgement(assessment, areaId, rating), JUDGEMENT)).judgement;

  /** Judges so many areas, from C1 on: the assessment as it is then. */
  const judgeAreas = async (assessment: Seen, areas = 6, rating = "MET"): Promise<Seen> => {
    let now = assessment;
    for (let area = 1; area <= areas; area += 1) now = (await judge(now, `C${area}`, rating)).assessment;
    return now;
  };
  const decision = ({ id, version }: Seen, outcome = "ACCREDIT") => ({
    assessmentId: id,
    expectedVersion: version,
    outcome,
    summary: "A sound review, led with care.",
  });
  const decide = async (assessment: Seen, outcome = "ACCREDIT") =>
    (await done(tandem, by, "decideAssessment", decision(assessment, outcome), ASSESSMENT)).assessment;
  const release = async ({ id: assessmentId, version: expectedVersion }: Seen) =>
    (await done(tandem, told.lead.id, "releaseAssessment", { assessmentId, expectedVersion }, ASSESSMENT)).assessment;

  return { open, judgement, judge, judgeAreas, decision, decide, release };
};
