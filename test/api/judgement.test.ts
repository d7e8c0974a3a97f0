import { Role } from "../../src/person/role";
import { ASSESSMENT, assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof assessing>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  act = assessing(tandem, told);
  await told.readyForAssessment(told.ada);
});
afterEach(() => tandem.close());

const rule = (id: string) => [{ __typename: "RuleNotMet", code: "RULE_NOT_MET", rule: { rule: id, met: false } }];

describe("judging", () => {
  test("R37, R40: an area is judged with strengths and what to work on; a newer judgement counts, the older stays", async () => {
    const opened = await act.open();
    const first = await act.judge(opened, "C3", "DEVELOPING");
    expect(first).toMatchObject({
      id: expect.stringMatching(/^jdg_/),
      ...{ rating: "DEVELOPING", area: { code: "C3" }, judgedBy: { id: told.assessor.id } },
      assessment: { id: opened.id, version: 2 },
    });
    await act.judge(first.assessment, told.areas[2]?.id as string, "STRENGTH");
    const { data } = await tandem
      .as(told.assessor.id)
      .ask("query Of($id: ID!) { assessment(id: $id) { version judgements { rating } } }", { id: opened.id });
    expect(data.assessment).toEqual({ version: 3, judgements: [{ rating: "DEVELOPING" }, { rating: "STRENGTH" }] });
    expect(await history(tandem, told, 1)).toMatchObject([
      { kind: "JudgementRecorded", facts: { area: "C3", rating: { from: "DEVELOPING", to: "STRENGTH" } } },
    ]);
  });

  test("R40: strengths and what to work on are both required; every fault is told at once", async () => {
    const input = act.judgement(await act.open(), "C1", "MET");
    const wrong = { ...input, strengths: "", areasToWorkOn: "x".repeat(100_000) };
    const errors = await refused(tandem, told.assessor.id, "recordJudgement", wrong);
    expect(errors.map(({ code, path }) => [code, path[0]])).toEqual([
      ["INVALID_INPUT", "strengths"],
      ["INVALID_INPUT", "areasToWorkOn"],
    ]);
    expect(await rejected(tandem, told.assessor.id, "recordJudgement", { ...input, rating: "SPLENDID" })).toBe(
      "BAD_USER_INPUT",
    );
  });

  test("a stale version is a conflict, an unknown area or assessment nothing, another's assessment not one's own", async () => {
    const opened = await act.open();
    const input = act.judgement(opened, "C1", "MET");
    await act.judge(opened, "C1");
    expect(await refused(tandem, told.assessor.id, "recordJudgement", input)).toMatchObject([
      { __typename: "Conflict", path: ["expectedVersion"], currentVersion: 2 },
    ]);
    const now = { ...input, expectedVersion: 2 };
    for (const areaId of ["C7", "are_nonsense", ""]) {
      expect(await refused(tandem, told.assessor.id, "recordJudgement", { ...now, areaId })).toMatchObject([
        { code: "NOT_FOUND", path: ["areaId"] },
      ]);
    }
    for (const assessmentId of ["asm_nonsense", told.ada.id]) {
      expect(await refused(tandem, told.assessor.id, "recordJudgement", { ...now, assessmentId })).toMatchObject([
        { code: "NOT_FOUND", path: ["assessmentId"] },
      ]);
    }
    const other = await told.person("Olga", Role.ASSESSOR);
    expect(await refused(tandem, other.id, "recordJudgement", now)).toMatchObject([{ path: ["assessmentId"] }]);
    await told.assign(told.ada, other, Role.ASSESSOR);
    expect(await rejected(tandem, other.id, "recordJudgement", now)).toBe("FORBIDDEN");
    expect(await rejected(tandem, told.lead.id, "recordJudgement", now)).toBe("FORBIDDEN");
  });

  test("E20: an assessor who has since become the trainee's pair partner judges no more", async () => {
    const opened = await act.open();
    await tandem.db.source.query(
      "UPDATE pair_member SET personId = ?, traineeId = NULL WHERE pairId = ? AND traineeId = ?",
      [told.assessor.id, told.adaAndBen.id, told.ben.id],
    );
    const errors = await refused(tandem, told.assessor.id, "recordJudgement", act.judgement(opened, "C1", "MET"));
    expect(["NOT_FOUND", "RULE_NOT_MET"]).toContain(errors[0].code);
  });

  test("nothing is judged or decided once it is decided", async () => {
    const decided = await act.decide(await act.judgeAreas(await act.open()));
    expect(
      await refused(tandem, told.assessor.id, "recordJudgement", act.judgement(decided, "C1", "DEVELOPING")),
    ).toMatchObject(rule("ROUND"));
    expect(
      await refused(tandem, told.assessor.id, "decideAssessment", act.decision(decided, "NOT_ACCREDITED")),
    ).toMatchObject(rule("ROUND"));
  });
});

describe("deciding", () => {
  test("R37, R39, E13: five areas do not decide anything, and the tree names the sixth", async () => {
    const judged = await act.judgeAreas(await act.open(), 5);
    for (const outcome of ["ACCREDIT", "FURTHER_EVIDENCE_NEEDED", "NOT_ACCREDITED"]) {
      const [error] = await refused(tandem, told.assessor.id, "decideAssessment", act.decision(judged, outcome));
      expect(error).toMatchObject({
        rule: { rule: "DECISION", met: false, needed: 2 },
        message: "Judge C6, with strengths and what to work on.",
      });
    }
  });

  test("R39, E14: to accredit, the newest judgement of every area is met; to ask for more, it need not be", async () => {
    const judged = await act.judgeAreas(await act.open());
    const { assessment } = await act.judge(judged, "C2", "DEVELOPING");
    const [error] = await refused(tandem, told.assessor.id, "decideAssessment", act.decision(assessment));
    expect(error.message).toBe("C2 is not met: ask for further evidence instead.");
    expect(await act.decide(assessment, "FURTHER_EVIDENCE_NEEDED")).toMatchObject({
      outcome: "FURTHER_EVIDENCE_NEEDED",
      summary: "A sound review, led with care.",
      version: 9,
    });
    const { data } = await tandem.as(told.lead.id).ask("{ accreditations { totalCount } }");
    expect(data.accreditations.totalCount).toBe(0);
  });

  test("R39, E14: where the Standard does not ask for every area, a positive judgement is enough", async () => {
    await tandem.db.source.query("UPDATE standard SET everyAreaMet = 0");
    const judged = await act.judgeAreas(await act.open(), 6, "DEVELOPING");
    expect(await act.decide(judged)).toMatchObject({ outcome: "ACCREDIT" });
  });

  test("R39: a decision needs its reasons, a version that is not stale, and its own assessor", async () => {
    const judged = await act.judgeAreas(await act.open());
    const input = act.decision(judged);
    expect(await refused(tandem, told.assessor.id, "decideAssessment", { ...input, summary: "\n" })).toMatchObject([
      { code: "INVALID_INPUT", path: ["summary"] },
    ]);
    expect(await refused(tandem, told.assessor.id, "decideAssessment", { ...input, expectedVersion: 1 })).toMatchObject(
      [{ code: "CONFLICT", currentVersion: 7 }],
    );
    expect(await rejected(tandem, told.lead.id, "decideAssessment", input)).toBe("FORBIDDEN");
    expect(await rejected(tandem, told.ada.personId, "decideAssessment", input)).toBe("FORBIDDEN");
    expect(await rejected(tandem, told.assessor.id, "decideAssessment", { ...input, outcome: "PERHAPS" })).toBe(
      "BAD_USER_INPUT",
    );
  });

  test("the same key decides once and accredits once", async () => {
    const input = { ...act.decision(await act.judgeAreas(await act.open())), idempotencyKey: "decide-ada" };
    const twice = [1, 2].map(() => done(tandem, told.assessor.id, "decideAssessment", input, ASSESSMENT));
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual(first);
    const { data } = await tandem.as(told.lead.id).ask("{ accreditations { totalCount } }");
    expect(data.accreditations.totalCount).toBe(1);
  });
});
