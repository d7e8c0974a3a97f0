import { ASSESSMENT, assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
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

const decided = async (outcome = "ACCREDIT") => act.decide(await act.judgeAreas(await act.open()), outcome);

/** All that the graph tells of Ada to somebody, in one answer. */
const TOLD = `query Told($ada: ID!, $person: ID!, $accreditation: ID = "", $assessment: ID = "") {
  trainee(id: $ada) { standing version assessments { nodes { id } } accreditation { reference }
    readiness { met parts { rule met actual because { text } } } pair { members { person { name } } version } }
  accreditations { totalCount nodes { reference person { id } } }
  accreditation(id: $accreditation) { reference }
  assessments { totalCount }
  assessment(id: $assessment) { outcome }
  nodes(ids: [$accreditation, $assessment]) { id }
  entries(first: 100) { totalCount nodes { kind } }
  viewer { kinds tasks { kind } }
  person(id: $person) { name }
}`;
const ids = async () => {
  const rows = await tandem.db.rows("SELECT a.id AS accreditation, a.assessmentId AS assessment FROM accreditation a");
  return { ada: told.ada.id, person: told.ada.personId, ...rows[0] };
};
const hears = async (personId: string | null, about: object) => {
  const { data, errors } = await tandem.as(personId).ask(TOLD, about as never);
  expect(errors).toBeUndefined();
  return data;
};

describe("before the release", () => {
  test("E15: a positive decision creates the accreditation at once, for those who may see the decision", async () => {
    await decided();
    expect(await history(tandem, told, 3)).toMatchObject([
      { kind: "CredentialSigned" },
      { kind: "AccreditationGranted", facts: { accreditedOn: daysAgo(0) } },
      { kind: "AssessmentDecided", facts: { outcome: "ACCREDIT", round: 1, ratings: { C1: "MET", C6: "MET" } } },
    ]);
    for (const by of [told.assessor.id, told.lead.id]) {
      const { data } = await tandem
        .as(by)
        .ask("{ accreditations { nodes { reference accreditedOn reviewDueOn standing trainee { id standing } } } }");
      const [year, rest] = [Number(daysAgo(0).slice(0, 4)), daysAgo(0).slice(4)];
      expect(data.accreditations.nodes).toEqual([
        {
          reference: expect.stringMatching(/^LT(-[2-9A-HJKMNP-Z]{4}){2}$/),
          accreditedOn: daysAgo(0),
          reviewDueOn: rest === "-02-29" ? `${year + 1}-02-28` : `${year + 1}${rest}`,
          standing: "ACTIVE",
          trainee: { id: told.ada.id, standing: "ENROLLED" },
        },
      ]);
    }
  });

  test("nobody who may not see the decision can tell that there is one", async () => {
    const people = [told.ada.personId, told.ben.personId, told.supervisor.id, told.seat.id, null];
    const assessment = await act.open();
    const judged = await act.judgeAreas(assessment);
    const none = { ada: told.ada.id, person: told.ada.personId };
    const before = await Promise.all(people.map((person) => hears(person, none)));
    await act.decide(judged);
    const about = await ids();
    const after = await Promise.all(people.map((person) => hears(person, about)));
    expect(after).toEqual(before.map((heard) => ({ ...heard, nodes: [null, null] })));
    for (const { accreditations, trainee } of after) {
      expect([accreditations.totalCount, trainee?.standing ?? "ENROLLED"]).toEqual([0, "ENROLLED"]);
    }
    expect(after[0].trainee.assessments).toBeNull();
  });

  test("the trainee and the partner who are leads cannot tell either", async () => {
    const { source } = tandem.db;
    for (const [index, person] of [told.ada.personId, told.ben.personId].entries()) {
      const role = [`rol_${"0".repeat(25)}${index}`, person];
      await source.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, 'PROGRAMME_LEAD')", role);
    }
    const assessment = await decided();
    for (const person of [told.ada.personId, told.ben.personId]) {
      const heard = await hears(person, await ids());
      expect(heard).toMatchObject({ accreditation: null, assessment: null, nodes: [null, null] });
      expect(heard.accreditations.totalCount + heard.assessments.totalCount).toBe(0);
      const kinds = heard.entries.nodes.map(({ kind }: { kind: string }) => kind);
      expect(kinds.filter((kind: string) => /^(Assessment|Judgement|Accreditation)/.test(kind))).toEqual([]);
      expect(heard.viewer.tasks).not.toContainEqual({ kind: "RELEASE_ASSESSMENT" });
      const input = { assessmentId: assessment.id, expectedVersion: assessment.version };
      expect(await refused(tandem, person, "releaseAssessment", input)).toMatchObject([{ code: "NOT_FOUND" }]);
    }
  });

  test("E20: an accredited partner who is a lead, or an assessor of the trainee, cannot tell either", async () => {
    const { source } = tandem.db;
    const assessment = await decided();
    for (const partner of [told.lead.id, told.assessor.id]) {
      await source.query("UPDATE pair_member SET personId = ?, traineeId = NULL WHERE pairId = ? AND ordinal = 2", [
        partner,
        told.adaAndBen.id,
      ]);
      expect(await hears(partner, await ids())).toMatchObject({
        ...{ accreditation: null, assessment: null, nodes: [null, null] },
        trainee: { standing: "ENROLLED", accreditation: null },
      });
      const input = { assessmentId: assessment.id, expectedVersion: assessment.version };
      if (partner === told.lead.id) {
        expect(await refused(tandem, partner, "releaseAssessment", input)).toMatchObject([{ code: "NOT_FOUND" }]);
      }
    }
  });

  test("R22: a lead cannot pair an accredited person with another before their accreditation is released", async () => {
    const assessment = await decided();
    await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
    const eve = await told.trainee("Eve");
    const input = { personIds: [eve.personId, told.ada.personId] };
    expect(await refused(tandem, told.lead.id, "formPair", input)).toMatchObject([{ rule: { rule: "E6" } }]);
    await act.release(assessment);
    await done(tandem, told.lead.id, "formPair", input, "pair { id }");
  });
});

describe("the release", () => {
  test("R39: from the release on the trainee sees the decision, and everybody the accreditation they may see", async () => {
    const assessment = await act.release(await decided());
    expect(assessment).toMatchObject({ releasedAt: expect.any(String), version: 9, outcome: "ACCREDIT" });
    expect(await history(tandem, told, 3)).toMatchObject([
      { kind: "CredentialIssued" },
      { kind: "AccreditationReleased", facts: { accreditedOn: daysAgo(0) } },
      { kind: "AssessmentReleased", facts: { outcome: "ACCREDIT", round: 1 } },
    ]);
    const { data } = await tandem.as(told.ada.personId).ask(`{ viewer { kinds trainees { standing version
      accreditation { reference }
      assessments { nodes { outcome summary judgements { rating strengths areasToWorkOn } } } } } }`);
    expect(data.viewer.kinds).toEqual(["TRAINEE", "REVIEWER"]);
    const [trainee] = data.viewer.trainees;
    expect(trainee).toMatchObject({ standing: "ACCREDITED", accreditation: { reference: expect.any(String) } });
    expect(trainee.assessments.nodes[0].judgements).toHaveLength(6);
    const about = await ids();
    expect(await hears(told.ben.personId, about)).toMatchObject({
      trainee: { standing: "ACCREDITED", accreditation: { reference: expect.any(String) }, assessments: null },
      assessment: null,
    });
    const board = await hears(told.seat.id, about);
    expect(board.entries.nodes.map(({ kind }: { kind: string }) => kind)).toContain("AccreditationReleased");
    expect(board.assessment).toBeNull();
  });

  test("a second round stays hidden when the first was released", async () => {
    await act.release(await decided("FURTHER_EVIDENCE_NEEDED"));
    const second = await act.open();
    const { data } = await tandem
      .as(told.ada.personId)
      .ask(
        "query Own($id: ID!) { assessment(id: $id) { id } assessments { nodes { round outcome } } trainees { nodes { standing assessments { totalCount } } } }",
        {
          id: second.id,
        },
      );
    expect(data.assessment).toBeNull();
    expect(data.assessments.nodes).toEqual([{ round: 1, outcome: "FURTHER_EVIDENCE_NEEDED" }]);
    expect(data.trainees.nodes[0]).toEqual({ standing: "ENROLLED", assessments: { totalCount: 1 } });
  });

  test("an undecided assessment is not released, nor one twice, nor with a stale version, nor by others", async () => {
    const opened = await act.open();
    const release = (by: string, expectedVersion: number, assessmentId = opened.id) =>
      refused(tandem, by, "releaseAssessment", { assessmentId, expectedVersion });
    expect(await release(told.lead.id, 1)).toMatchObject([{ rule: { rule: "ROUND" }, code: "RULE_NOT_MET" }]);
    const ready = await act.decide(await act.judgeAreas(opened));
    expect(await release(told.lead.id, 1)).toMatchObject([{ code: "CONFLICT", currentVersion: 8 }]);
    expect(await release(told.lead.id, 1, "asm_nonsense")).toMatchObject([{ code: "NOT_FOUND" }]);
    const input = { assessmentId: ready.id, expectedVersion: 8 };
    for (const by of [told.assessor.id, told.ada.personId, told.seat.id]) {
      expect(await rejected(tandem, by, "releaseAssessment", input)).toBe("FORBIDDEN");
    }
    await done(tandem, told.lead.id, "releaseAssessment", input, ASSESSMENT);
    expect((await release(told.lead.id, 9))[0].message).toBe("It was released already.");
  });
});
