import { CommissionStage } from "../../src/commission/commission-stage";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { newId } from "../../src/id";
import { Trainee } from "../../src/trainee/trainee.entity";
import { counts } from "../support/counts";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const RULE = "rule title phrase met needed actual next because { id text }";
const READINESS = `readiness { ${RULE} parts { ${RULE} parts { rule } } }`;
interface Outcome {
  rule: string;
  met: boolean;
  needed: number;
  actual: number;
  next: string | null;
  because: { id: string | null; text: string }[];
  parts: Outcome[];
}
const readinessOf = async ({ id }: Trainee, by: string | null = told.lead.id): Promise<Outcome | null | undefined> => {
  const { data, errors } = await tandem.as(by).ask(`query Of($id: ID!) { trainee(id: $id) { ${READINESS} } }`, { id });
  expect(errors).toBeUndefined();
  return data.trainee?.readiness;
};
const part = async (rule: string, trainee = told.ada) =>
  (await readinessOf(trainee))?.parts.find((one) => one.rule === rule);
const RULES = ["E4", "E6", "E7", "E8", "E9", "E11", "E12"];

test("a trainee at the beginning reads every rule: needed, actual, the programme's wording and the next step", async () => {
  const readiness = await readinessOf(told.ada, told.ada.personId);
  expect(readiness).toMatchObject({ rule: "READINESS", met: false, needed: 7, actual: 1, next: expect.any(String) });
  expect(readiness?.parts.map(({ rule }) => rule)).toEqual(RULES);
  expect(readiness?.parts.map(({ met }) => met)).toEqual([false, true, false, false, false, false, false]);
  const said = { title: expect.stringMatching(/./), phrase: expect.stringMatching(/./) };
  for (const rule of readiness?.parts ?? []) expect(rule).toMatchObject(said);
  expect(readiness?.next).toBe(readiness?.parts[0]?.next);
});

test("a trainee who is ready reads what each rule rests on, with things to look at", async () => {
  const review = await told.readyForAssessment(told.ada);
  const readiness = await readinessOf(told.ada, told.ada.personId);
  expect(readiness).toMatchObject({ met: true, needed: 7, actual: 7, next: null });
  expect(readiness?.parts.map(({ needed, actual }) => [needed, actual])).toEqual([
    [4, 4],
    [2, 2],
    [1, 1],
    [2, 2],
    [4, 4],
    [2, 2],
    [3, 3],
  ]);
  expect(readiness?.parts[3]?.because).toEqual([
    { id: expect.stringMatching(/^rat_/), text: "Ada: £550.00 a day." },
    { id: expect.stringMatching(/^rat_/), text: "Ben: £550.00 a day." },
  ]);
  expect(readiness?.parts[5]?.because.map(({ id }) => id)).toEqual([review.id, review.id]);
  const { data } = await tandem
    .as(told.ada.personId)
    .ask("query Of($id: ID!) { trainee(id: $id) { readiness { parts { because { node { id __typename } } } } } }", {
      id: told.ada.id,
    });
  const nodes = data.trainee.readiness.parts.flatMap(({ because }: Outcome) => because);
  expect(nodes.every(({ node }: { node: unknown }) => node !== null)).toBe(true);
});

test("what a trainee reads and what refuses their assessment is the same tree, at every step of the way", async () => {
  const OPEN = `mutation Open($id: ID!) { openAssessment(input: { traineeId: $id }) { assessment { id }
    errors { code message ... on RuleNotMet { rule { ${RULE} parts { ${RULE} parts { rule } } } } } } }`;
  const same = async () => {
    const before = await counts(tandem.db);
    const { data } = await tandem.as(told.assessor.id).ask(OPEN, { id: told.ada.id });
    const readiness = await readinessOf(told.ada, told.ada.personId);
    expect(data.openAssessment.errors).toEqual([{ code: "RULE_NOT_MET", message: readiness?.next, rule: readiness }]);
    expect(await counts(tandem.db)).toEqual(before);
  };
  await same();
  await told.attendCourse(told.ada);
  await same();
  const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  await told.attendGroupDays(told.ada, 3);
  await told.submitEvidence(review, [told.ada], EvidenceSource.DOCUMENT);
  await same();
});

test("readiness is the trainee's, their staff's and the lead's to read: null for partner and board", async () => {
  for (const by of [told.ada.personId, told.supervisor.id, told.assessor.id, told.lead.id]) {
    expect(await readinessOf(told.ada, by)).toMatchObject({ rule: "READINESS" });
  }
  await told.commissioned(told.adaAndBen, told.board);
  for (const by of [told.ben.personId, told.seat.id]) expect(await readinessOf(told.ada, by)).toBeNull();
  expect(await readinessOf(told.ada, null)).toBeUndefined();
});

describe("what counts", () => {
  const groupDay = async (date: string, attended = true) => {
    const id = newId("sup");
    const { source } = tandem.db;
    await source.query(
      `INSERT INTO supervision_session (id, kind, date, supervisorId, currency, version)
       VALUES (?, 'GROUP', ?, ?, 'GBP', 1)`,
      [id, date, told.supervisor.id],
    );
    await source.query("INSERT INTO supervision_attendance (id, sessionId, traineeId, attended) VALUES (?, ?, ?, ?)", [
      newId("sat"),
      id,
      told.ada.id,
      attended ? 1 : 0,
    ]);
  };

  test("R24, E9: different group days attended from the commission to today, not before, twice, missed or to come", async () => {
    await groupDay(daysAgo(340)); // before the review was commissioned, 330 days ago
    expect(await part("E9")).toMatchObject({ actual: 0 });
    await told.commissioned(told.adaAndBen, told.board);
    expect(await part("E9")).toMatchObject({ actual: 0 });
    for (const ago of [330, 100, 100, 0]) await groupDay(daysAgo(ago));
    await groupDay(daysAgo(50), false);
    await groupDay(daysAgo(-1));
    expect(await part("E9")).toMatchObject({ actual: 3, next: "Attend 1 more day of group supervision." });
    await groupDay(daysAgo(99));
    expect(await part("E9")).toMatchObject({ actual: 4, met: true });
  });

  test("R20, E7, E11: the latest practice review counts that was not declined, and no other review", async () => {
    const review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.CLOSED);
    const reached = async () => (await part("E11"))?.because.map(({ id }) => id);
    expect(await reached()).toEqual([review.id]);
    const { source } = tandem.db;
    await source.query("UPDATE commission SET practice = 0 WHERE id = ?", [review.id]);
    expect(await part("E7")).toMatchObject({ met: false });
    await source.query("UPDATE commission SET practice = 1, stage = 'DECLINED' WHERE id = ?", [review.id]);
    expect(await part("E7")).toMatchObject({ met: false });
  });

  test("R22, E6: a pair stays one when the partner is accredited since, and with one accredited before", async () => {
    const review = await told.readyForAssessment(told.ada);
    await tandem.db.source.query("UPDATE trainee SET standing = 'ACCREDITED' WHERE id = ?", [told.ben.id]);
    expect(await part("E6")).toMatchObject({ met: true });
    const mo = await told.person("Mo");
    await tandem.db.source.query(
      "UPDATE pair_member SET personId = ?, traineeId = NULL WHERE pairId = ? AND traineeId = ?",
      [mo.id, review.pairId, told.ben.id],
    );
    expect(await part("E6")).toMatchObject({ met: false });
    const { programmeId } = told.cohort;
    await tandem.db.source.query(
      `INSERT INTO accreditation (id, reference, personId, programmeId, accreditedOn, yearFrom, reviewDueOn, lapsesOn, version)
       VALUES (?, 'LT-2222-3333', ?, ?, '2015-01-01', '2015-01-01', '2016-01-01', '2999-01-01', 1)`,
      [newId("acc"), mo.id, programmeId],
    );
    expect(await part("E6")).toMatchObject({ met: true });
  });
});

test("readiness of many trainees takes as many statements as of one", async () => {
  const rows = jest.spyOn(tandem.db, "rows");
  const statements = async (first: number) => {
    rows.mockClear();
    await tandem.as(told.lead.id).ask(`{ trainees(first: ${first}) { nodes { ${READINESS} } } }`);
    return rows.mock.calls.length;
  };
  for (const name of ["Cyd", "Dot", "Eve"]) await told.trainee(name);
  expect(await statements(5)).toBe(await statements(1));
});
