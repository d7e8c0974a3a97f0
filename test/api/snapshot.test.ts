import { assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
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

interface Basis {
  readonly version: number;
  readonly evidence: readonly { id: string; state: string; text: string }[];
  readonly since: readonly string[];
}
const basisOf = async (id: string, by = told.assessor.id): Promise<Basis> => {
  const { assessment } = await written.asked(
    `{ assessment(id: "${id}") { version evidence(first: 50, orderBy: OLDEST_FIRST) { totalCount nodes { id state text } }
      arrivedSince { evidence { id } } } }`,
    by,
  );
  const since = assessment.arrivedSince.map(({ evidence }: { evidence: { id: string } }) => evidence.id);
  expect(assessment.evidence.totalCount).toBe(assessment.evidence.nodes.length);
  return { version: assessment.version, evidence: assessment.evidence.nodes, since };
};
const taking = (assessmentId: string, expectedVersion: number, ...evidenceIds: string[]) => ({
  ...{ assessmentId, expectedVersion, evidenceIds },
});
const takeIn = async (input: ReturnType<typeof taking>) =>
  (await done(tandem, told.assessor.id, "takeInEvidence", input, "assessment { id version }")).assessment;

test("R32, R33: an assessment is judged on what stood submitted when it was opened, and on what is taken in since", async () => {
  const gone = await written.withdraw(await written.submit());
  const opened = await our.open();
  const first = await basisOf(opened.id);
  expect(first.evidence).toHaveLength(3);
  expect(first.evidence.map(({ id }) => id)).not.toContain(gone.id);
  expect(first.since).toEqual([]);

  const one = await written.submit();
  const other = await written.submit({ source: "OTHERS" }, told.ben.personId);
  expect(await basisOf(opened.id)).toEqual({ ...first, since: [other.id, one.id] });

  expect(await takeIn(taking(opened.id, 1, one.id))).toMatchObject({ version: 2 });
  const after = await basisOf(opened.id);
  expect(after.evidence.map(({ id }) => id)).toEqual([...first.evidence.map(({ id }) => id), one.id]);
  expect(after.since).toEqual([other.id]);
  const { entries } = await written.asked("{ entries(first: 1) { nodes { kind facts } } }", told.assessor.id);
  expect(entries.nodes[0]).toMatchObject({ kind: "EvidenceTakenIn", facts: { round: 1, evidenceIds: [one.id] } });
});

test("R33: what is returned while it is assessed stays among what is judged, and says that it was returned", async () => {
  const item = await written.submit();
  const opened = await our.open();
  await written.giveBack(item, told.assessor.id);
  const marked = (await basisOf(opened.id)).evidence.find(({ id }) => id === item.id);
  expect(marked).toEqual({ id: item.id, state: "RETURNED", text: "Whose day it was." });
  const anew = await written.submit({ replacesId: item.id, text: "At greater length." });
  const { evidence, since } = await basisOf(opened.id);
  expect(evidence.find(({ id }) => id === item.id)).toEqual(marked);
  expect(since).toEqual([anew.id]);
});

test("R32: only evidence that counts, about who is assessed, is taken in: once, by its assessor, before the decision", async () => {
  const there = await written.submit();
  const opened = await our.open();
  const back = await written.giveBack(await written.submit());
  const ofBen = await written.submit({ traineeIds: [told.ben.id] }, told.ben.personId);
  const input = taking(opened.id, 1, there.id, back.id, ofBen.id, "evd_nothing");
  expect(await refused(tandem, told.assessor.id, "takeInEvidence", input)).toMatchObject([
    { __typename: "NotFound", path: ["evidenceIds", "3"] },
  ]);
  const wrong = taking(opened.id, 1, there.id, back.id, ofBen.id, ofBen.id);
  const faults = await refused(tandem, told.assessor.id, "takeInEvidence", wrong);
  expect(faults.map(({ path }) => path.join())).toEqual([
    ...["evidenceIds,0", "evidenceIds,1", "evidenceIds,2", "evidenceIds,3", "evidenceIds"],
  ]);
  for (const by of [told.lead.id, told.supervisor.id, told.ada.personId]) {
    expect(await rejected(tandem, by, "takeInEvidence", wrong)).toBe("FORBIDDEN");
  }
  const late = await written.submit();
  const decided = await our.decide(await our.judgeAreas(opened), "FURTHER_EVIDENCE_NEEDED");
  expect(
    await refused(tandem, told.assessor.id, "takeInEvidence", taking(opened.id, decided.version, late.id)),
  ).toMatchObject([{ __typename: "RuleNotMet", rule: { rule: "ROUND" } }]);
});

test("R32: what a decision rests on stays as it is, for those who may know of the decision; the assessment shows the same after", async () => {
  const item = await written.submit();
  const opened = await our.open();
  const decided = await our.decide(await our.judgeAreas(opened), "FURTHER_EVIDENCE_NEEDED");
  const fault = [{ code: "INVALID_INPUT", path: ["evidenceId"], message: expect.stringMatching(/decision/) }];
  for (const by of [told.assessor.id, told.lead.id]) {
    expect(await written.refused("returnEvidence", written.ofItem(item), by)).toMatchObject(fault);
  }
  await our.release(decided);
  expect(await written.refused("withdrawEvidence", written.ofItem(item))).toMatchObject(fault);
  const before = await basisOf(opened.id, told.ada.personId);
  const later = await written.submit();
  expect(await basisOf(opened.id, told.ada.personId)).toEqual(before);
  await written.withdraw(later);
  expect(before.evidence).toHaveLength(4);
});

test("R32: who may not know of a decision is answered as if there were none, and what was judged is kept all the same", async () => {
  const [own, other] = [await written.submit(), await written.submit()];
  const opened = await our.open();
  await our.decide(await our.judgeAreas(opened), "FURTHER_EVIDENCE_NEEDED");
  await written.withdraw(own);
  await written.giveBack(other, told.supervisor.id);
  const states = new Map((await basisOf(opened.id)).evidence.map(({ id, state }) => [id, state]));
  expect([states.get(own.id), states.get(other.id)]).toEqual(["WITHDRAWN", "RETURNED"]);
});

test("R36, R40: beside each judgement stands how the trainee rates themself, by the newest of what is judged", async () => {
  await written.submit({ selfRating: "DEVELOPING" });
  await written.submit({ selfRating: "STRENGTH" });
  const opened = await our.open();
  const late = await written.submit({ selfRating: "MET" });
  const now = await our.judgeAreas(opened, 2);
  const ratings = async () => {
    const query = `{ assessment(id: "${opened.id}") { judgements { area { code } selfRating } } }`;
    const { assessment } = await written.asked(query, told.assessor.id);
    return assessment.judgements.map((one: { selfRating: string | null }) => one.selfRating);
  };
  expect(await ratings()).toEqual(["STRENGTH", null]);
  await takeIn(taking(opened.id, now.version, late.id));
  expect(await ratings()).toEqual(["MET", null]);
});

test("R32: nobody learns from evidence that there is an assessment: who may not see it sees neither its basis nor its entries", async () => {
  const opened = await our.open();
  await takeIn(taking(opened.id, 1, (await written.submit()).id));
  for (const by of [told.ada.personId, told.ben.personId, told.supervisor.id, told.seat.id]) {
    const { assessment, entries } = await written.asked(
      `{ assessment(id: "${opened.id}") { evidence { totalCount } } entries(first: 50) { nodes { kind } } }`,
      by,
    );
    expect(assessment).toBeNull();
    expect(entries.nodes.map(({ kind }: { kind: string }) => kind)).not.toContain("EvidenceTakenIn");
  }
});
