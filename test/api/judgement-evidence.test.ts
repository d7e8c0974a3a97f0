import { assessing } from "../support/assessing";
import { done, refused } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { writing } from "../support/writing";

let tandem: Tandem;
let told: Story;
let written: ReturnType<typeof writing>;
let our: ReturnType<typeof assessing>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  written = writing(tandem, told, (await told.readyForAssessment(told.ada)).id);
  our = assessing(tandem, told);
});
afterEach(() => tandem.close());

const EVIDENCE = "judgement { id evidence { id title } assessment { id version } }";
const judged = async (assessmentId: string): Promise<string[]> => {
  const rows = await tandem.db.rows(
    `SELECT x.evidenceId FROM assessment_evidence x JOIN evidence e ON e.id = x.evidenceId WHERE x.assessmentId = ?
     ORDER BY e.submittedAt, e.id`,
    [assessmentId],
  );
  return rows.map(({ evidenceId }) => evidenceId as string);
};

test("R32, R33: a judgement names the evidence it rests on, which a newer one of the same area does not change", async () => {
  const opened = await our.open();
  const [one, other] = await judged(opened.id);
  const input = { ...our.judgement(opened, "C1", "DEVELOPING"), evidenceIds: [one, other] };
  const { judgement } = await done(tandem, told.assessor.id, "recordJudgement", input, EVIDENCE);
  const named = judgement.evidence.map(({ id }: { id: string }) => id);
  expect(named.toSorted()).toEqual([one, other].toSorted());
  expect(await history(tandem, told, 1)).toMatchObject([
    { kind: "JudgementRecorded", facts: { area: "C1", evidenceIds: [one, other] } },
  ]);
  const { assessment } = await our.judge(judgement.assessment, "C1", "MET");
  await our.release(await our.decide(await our.judgeAreas(assessment)));
  const { data } = await tandem
    .as(told.ada.personId)
    .ask("query ($id: ID!) { assessment(id: $id) { judgements { rating evidence { id } } } }", { id: opened.id });
  const [first, second] = data.assessment.judgements;
  expect(first.evidence.map(({ id }: { id: string }) => id)).toEqual(named);
  expect([first.rating, second]).toEqual(["DEVELOPING", { rating: "MET", evidence: [] }]);
});

test("R32: it names only what the assessment is judged on, each once, and at most fifty", async () => {
  const opened = await our.open();
  const [one] = await judged(opened.id);
  const late = await written.submit();
  const ofBen = await written.submit({ traineeIds: [told.ben.id] }, told.ben.personId);
  const judging = (...evidenceIds: unknown[]) =>
    refused(tandem, told.assessor.id, "recordJudgement", { ...our.judgement(opened, "C1", "MET"), evidenceIds });
  const fault = "evidenceIds must name evidence that the assessment is judged on.";
  expect(await judging(one, late.id, ofBen.id, one)).toMatchObject([
    { code: "INVALID_INPUT", path: ["evidenceIds", "1"], message: fault },
    { code: "INVALID_INPUT", path: ["evidenceIds", "2"], message: fault },
    { code: "INVALID_INPUT", path: ["evidenceIds"], message: "evidenceIds names an item twice." },
  ]);
  expect(await judging(one, "evd_nothing")).toMatchObject([{ code: "NOT_FOUND", path: ["evidenceIds", "1"] }]);
  expect(await judging(...Array(51).fill(one))).toMatchObject([
    { code: "INVALID_INPUT", path: ["evidenceIds"], message: "evidenceIds may name at most 50." },
  ]);
  const taken = { assessmentId: opened.id, expectedVersion: 1, evidenceIds: [late.id] };
  await done(tandem, told.assessor.id, "takeInEvidence", taken);
  const input = { ...our.judgement({ ...opened, version: 2 }, "C1", "MET"), evidenceIds: [late.id] };
  const { judgement } = await done(tandem, told.assessor.id, "recordJudgement", input, EVIDENCE);
  expect(judgement.evidence).toMatchObject([{ id: late.id }]);
});

test("R40: what a judgement rests on is seen by whoever sees the judgement, and by nobody before its release", async () => {
  const opened = await our.open();
  const [one] = await judged(opened.id);
  const input = { ...our.judgement(opened, "C1", "MET"), evidenceIds: [one] };
  const { judgement } = await done(tandem, told.assessor.id, "recordJudgement", input, EVIDENCE);
  const query = "query ($id: ID!) { node(id: $id) { ... on Judgement { evidence { id } } } }";
  for (const by of [told.ada.personId, told.supervisor.id, told.seat.id, null]) {
    expect((await tandem.as(by).ask(query, { id: judgement.id })).data.node).toBeNull();
  }
});
