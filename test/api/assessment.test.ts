import { Commission } from "../../src/commission/commission.entity";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { ASSESSMENT, assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof assessing>;
let review: Commission;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  act = assessing(tandem, told);
  review = await told.readyForAssessment(told.ada);
});
afterEach(() => tandem.close());

const give = (personId: string, role: string) =>
  tandem.db.source.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, ?)", [
    newId("rol"),
    personId,
    role,
  ]);
const rule = (id: string) => [{ __typename: "RuleNotMet", code: "RULE_NOT_MET", rule: { rule: id, met: false } }];

describe("opening", () => {
  test("R32: the assigned assessor opens a round on the trainee's practice review", async () => {
    const assessment = await act.open();
    expect(assessment).toMatchObject({
      id: expect.stringMatching(/^asm_/),
      ...{ version: 1, round: 1, outcome: null, decidedAt: null, releasedAt: null, assessorSupervised: false },
      ...{ trainee: { id: told.ada.id }, assessor: { id: told.assessor.id }, commission: { id: review.id } },
      judgements: [],
    });
    expect(await history(tandem, told, 1)).toMatchObject([
      { kind: "AssessmentOpened", subject: { id: assessment.id }, facts: { round: 1, assessorId: told.assessor.id } },
    ]);
  });

  test("a programme lead opens one by naming an assigned assessor, and nobody else", async () => {
    const said = (assessorId?: string) => ({ traineeId: told.ada.reference, assessorId });
    const other = await told.person("Olga", Role.ASSESSOR);
    for (const assessorId of [undefined, other.id, told.supervisor.id, "per_nonsense"]) {
      expect(await refused(tandem, told.lead.id, "openAssessment", said(assessorId))).toMatchObject([
        { code: "INVALID_INPUT", path: ["assessorId"] },
      ]);
    }
    const { assessment } = await done(tandem, told.lead.id, "openAssessment", said(told.assessor.id), ASSESSMENT);
    expect(assessment).toMatchObject({ assessor: { id: told.assessor.id } });
  });

  test("an assessor who is not assigned, or names another, is refused; so is everybody else", async () => {
    const stranger = await told.person("Olga", Role.ASSESSOR);
    const input = { traineeId: told.ada.id };
    expect(await refused(tandem, stranger.id, "openAssessment", input)).toMatchObject([
      { code: "NOT_FOUND", path: ["traineeId"] },
    ]);
    await told.assign(told.ada, stranger, Role.ASSESSOR);
    expect(await rejected(tandem, stranger.id, "openAssessment", { ...input, assessorId: told.assessor.id })).toBe(
      "FORBIDDEN",
    );
    for (const by of [told.ada.personId, told.supervisor.id, told.seat.id]) {
      expect(await rejected(tandem, by, "openAssessment", input)).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, "openAssessment", input)).toBe("UNAUTHENTICATED");
  });

  test("E20: nobody assesses themself or their pair partner, or has it done, whatever their roles", async () => {
    const own = told.ada.personId;
    await give(own, "ASSESSOR");
    await give(told.ben.personId, "PROGRAMME_LEAD");
    await tandem.db.source.query(
      "INSERT INTO staff_assignment (id, traineeId, personId, `role`, since) VALUES (?, ?, ?, 'ASSESSOR', '2017-01-01')",
      [newId("asg"), told.ada.id, own],
    );
    const input = { traineeId: told.ada.id };
    const [first] = await refused(tandem, own, "openAssessment", input);
    expect([first]).toMatchObject(rule("ASSESSOR"));
    expect(first.message).toContain("themself");
    const named = { ...input, assessorId: told.assessor.id };
    expect(await refused(tandem, told.ben.personId, "openAssessment", named)).toMatchObject(rule("ASSESSOR"));
    expect(await refused(tandem, told.lead.id, "openAssessment", { ...input, assessorId: own })).toMatchObject(
      rule("ASSESSOR"),
    );
  });

  test("E20: a lead who is the pair partner is not told of the trainee's rounds by a refusal", async () => {
    await give(told.ben.personId, "PROGRAMME_LEAD");
    await act.decide(await act.judgeAreas(await act.open()));
    const input = { traineeId: told.ada.id, assessorId: told.assessor.id };
    expect(await refused(tandem, told.ben.personId, "openAssessment", input)).toMatchObject(rule("ASSESSOR"));
  });

  test.each([true, false])("E20: whether one who supervised may assess, the Standard says: %s", async (may) => {
    await tandem.db.source.query("UPDATE standard SET assessorMayHaveSupervised = ?", [may ? 1 : 0]);
    await give(told.supervisor.id, "ASSESSOR");
    await told.assign(told.ada, told.supervisor, Role.ASSESSOR);
    const input = { traineeId: told.ada.id };
    if (may) {
      const { assessment } = await done(tandem, told.supervisor.id, "openAssessment", input, ASSESSMENT);
      expect(assessment.assessorSupervised).toBe(true);
    } else {
      expect(await refused(tandem, told.supervisor.id, "openAssessment", input)).toMatchObject(rule("ASSESSOR"));
    }
  });

  test("a second round while one is open, decided or final is refused; after further evidence was asked it is not", async () => {
    const again = () => refused(tandem, told.assessor.id, "openAssessment", { traineeId: told.ada.id });
    const first = await act.open();
    expect((await again())[0].message).toBe("Round 1 is open: decide it first.");
    const decided = await act.decide(await act.judgeAreas(first, 6, "DEVELOPING"), "FURTHER_EVIDENCE_NEEDED");
    expect((await again())[0].message).toBe("Release round 1 first.");
    await act.release(decided);
    const second = await act.open();
    expect(second).toMatchObject({ round: 2, judgements: [] });
    await act.release(await act.decide(await act.judgeAreas(second), "NOT_ACCREDITED"));
    expect(await again()).toMatchObject([
      { rule: { rule: "ROUND" }, message: "Round 2 was final: there is no other." },
    ]);
  });

  test("of two at the same moment one opens the round", async () => {
    const twice = await Promise.all(
      [1, 2].map(() =>
        tandem
          .as(told.assessor.id)
          .ask(
            `mutation { openAssessment(input: { traineeId: "${told.ada.id}" }) { assessment { round } errors { code } } }`,
          ),
      ),
    );
    const answers = twice.map(({ data }) => data.openAssessment);
    expect(answers.filter(({ assessment }) => assessment?.round === 1)).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors[0]?.code === "RULE_NOT_MET")).toHaveLength(1);
  });
});
