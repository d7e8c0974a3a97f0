import { CommissionStage } from "../../src/commission/commission-stage";
import { Role } from "../../src/person/role";
import { appealing } from "../support/appealing";
import { ask, done, refused } from "../support/change";
import { history } from "../support/history";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof appealing>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  act = appealing(tandem, told);
  await told.readyForAssessment(told.ada);
});
afterEach(() => tandem.close());

const version = async (table: string, id: string) =>
  Number((await tandem.db.rows(`SELECT version FROM \`${table}\` WHERE id = ?`, [id]))[0]?.version);
const rule = (id: string) => [{ code: "RULE_NOT_MET", rule: { rule: id, met: false } }];
const opening = () => ({ traineeId: told.ada.id });
/** Ada leaves the pair: what then stands in her way lies with her alone. */
const alone = async () => {
  await tandem.db.source.query("UPDATE pair SET dissolvedOn = '2017-01-01' WHERE id = ?", [told.adaAndBen.id]);
  await tandem.db.source.query("UPDATE trainee SET pairId = NULL WHERE id IN (?, ?)", [told.ada.id, told.ben.id]);
};

describe("while an appeal is open", () => {
  test("R39: no round is opened, and once it is dismissed or taken back one is", async () => {
    const appeal = await act.appeal(await act.released("FURTHER_EVIDENCE_NEEDED"));
    expect(await refused(tandem, told.assessor.id, "openAssessment", opening())).toMatchObject([
      { ...rule("APPEAL")[0], message: "The appeal against round 1 is decided first." },
    ]);
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(appeal, olga), "DISMISSED");
    expect((await act.open()).round).toBe(2);
  });

  test("R39: a round that was open already is decided, and not released", async () => {
    const first = await act.released("FURTHER_EVIDENCE_NEEDED");
    const second = await act.open();
    const appeal = await act.appeal(first);
    const decided = await act.decide(await act.judgeAreas(second), "NOT_ACCREDITED");
    const release = { assessmentId: decided.id, expectedVersion: decided.version };
    expect(await refused(tandem, told.lead.id, "releaseAssessment", release)).toMatchObject(rule("APPEAL"));
    await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
    await act.release(decided);
  });

  test("R39: a trainee who takes their appeal back leaves a refusal final", async () => {
    const appeal = await act.appeal(await act.released());
    await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
    expect(await refused(tandem, told.assessor.id, "openAssessment", opening())).toMatchObject(rule("ROUND"));
  });

  test("R39: the trainee neither leaves nor goes to another cohort", async () => {
    const appeal = await act.appeal(await act.released());
    await alone();
    const leaving = {
      traineeId: told.ada.id,
      reason: "Their work.",
      expectedVersion: await version("trainee", told.ada.id),
    };
    expect(await refused(tandem, told.lead.id, "withdrawTrainee", leaving)).toMatchObject([
      {
        ...rule("PLACE_END")[0],
        message: "Their appeal against round 1 is not decided: it is decided first, or they take it back.",
      },
    ]);
    await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
    await done(tandem, told.lead.id, "withdrawTrainee", leaving);
  });

  test("R39: their pair goes on, and the review with it when their partner is replaced", async () => {
    await tandem.db.source.query("UPDATE commission SET stage = ?", [CommissionStage.CLOSED]);
    const appeal = await act.appeal(await act.released());
    await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ben.id]);
    const ending = { pairId: told.adaAndBen.id, reason: "It is over.", expectedVersion: 1 };
    expect(await refused(tandem, told.lead.id, "dissolvePair", ending)).toMatchObject([
      { ...rule("PAIR_END")[0], message: expect.stringContaining("Ada") },
    ]);
    const rex = await accreditedOne(tandem, told, "Rex");
    const replacing = { ...ending, leavingPersonId: told.ben.personId, joiningPersonId: rex.id };
    const { pair } = await done(tandem, told.lead.id, "replacePartner", replacing, "pair { id }");
    const [review] = await tandem.db.rows("SELECT pairId FROM commission");
    expect(review).toEqual({ pairId: pair.id });
    await done(tandem, told.ada.personId, "withdrawAppeal", { appealId: appeal.id, expectedVersion: 1 });
    await done(tandem, told.lead.id, "dissolvePair", { ...ending, pairId: pair.id });
  });

  test("R32: whoever was given it stays assigned until it is decided, or another has it", async () => {
    const appeal = await act.appeal(await act.released());
    const [olga, ruth] = [await act.another("Olga"), await act.another("Ruth")];
    const given = await act.give(appeal, olga);
    const ending = async () => ({
      ...{ traineeId: told.ada.id, personId: olga.id, role: Role.ASSESSOR, reason: "Another takes over." },
      expectedVersion: await version("trainee", told.ada.id),
    });
    expect(await refused(tandem, told.lead.id, "unassignStaff", await ending())).toMatchObject(rule("APPEAL"));
    await done(tandem, told.lead.id, "assignAppeal", { ...act.given(given, ruth), reason: "Olga is ill." });
    await done(tandem, told.lead.id, "unassignStaff", await ending());
  });

  test("R39: neither the trainee nor who decides is erased", async () => {
    const appeal = await act.appeal(await act.released());
    const olga = await act.another();
    await act.give(appeal, olga);
    await tandem.db.source.query("UPDATE commission SET stage = ?", [CommissionStage.CLOSED]);
    const why = async (personId: string) => {
      const input = { personId, reason: "REQUESTED", expectedVersion: await version("person", personId) };
      const [{ rule: found }] = await refused(tandem, told.lead.id, "erasePerson", input);
      return found.because.map(({ text }: { text: string }) => text);
    };
    expect(await why(told.ada.personId)).toEqual([`Their appeal as ${told.ada.reference} is not decided.`]);
    expect(await why(olga.id)).toContain(`They have not decided the appeal of ${told.ada.reference}.`);
  });
});

describe("once it is upheld", () => {
  const upheld = async (outcome = "NOT_ACCREDITED") => {
    const assessment = await act.released(outcome);
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(await act.appeal(assessment), olga));
    return { assessment, olga };
  };
  const open = (by: string, more = {}) =>
    done(tandem, by, "openAssessment", { ...opening(), ...more }, "assessment { round }");

  test.each(["NOT_ACCREDITED", "FURTHER_EVIDENCE_NEEDED"])(
    "R32, R39: after %s another assessor opens a round, and the first does not, named by a lead or not",
    async (outcome) => {
      const { olga } = await upheld(outcome);
      const errors = await refused(tandem, told.assessor.id, "openAssessment", opening());
      expect(errors).toMatchObject([
        { ...rule("ASSESSOR")[0], message: "Their decision was set aside on appeal: name another assessor." },
      ]);
      const named = { ...opening(), assessorId: told.assessor.id };
      expect(await refused(tandem, told.lead.id, "openAssessment", named)).toEqual(errors);
      expect((await open(olga.id)).assessment).toEqual({ round: 2 });
    },
  );

  test("R39: the assessment stays on record and says that its decision was set aside", async () => {
    const { assessment } = await upheld();
    const query = `query ($id: ID!) { assessment(id: $id) { outcome summary setAsideAt version judgements { id } } }`;
    const { data } = await tandem.as(told.ada.personId).ask(query, { id: assessment.id });
    expect(data.assessment).toMatchObject({
      ...{ outcome: "NOT_ACCREDITED", summary: assessment.summary, setAsideAt: expect.any(String) },
      version: assessment.version + 1,
    });
    expect(data.assessment.judgements).toHaveLength(6);
    expect(await history(tandem, told, 1)).toMatchObject([
      { kind: "DecisionSetAside", subject: { id: assessment.id }, facts: { round: 1, outcome: "NOT_ACCREDITED" } },
    ]);
  });

  test("R39: a round by the first assessor that was open meanwhile is not the one that is owed", async () => {
    const first = await act.released("FURTHER_EVIDENCE_NEEDED");
    const second = await act.open();
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(await act.appeal(first), olga));
    await act.release(await act.decide(await act.judgeAreas(second), "NOT_ACCREDITED"));
    expect((await open(olga.id)).assessment).toEqual({ round: 3 });
  });

  test("R24: group days count until the further round, and no more only to the day of the one set aside", async () => {
    await tandem.db.source.query("DELETE FROM supervision_attendance WHERE traineeId = ?", [told.ada.id]);
    await told.attendGroupDays(told.ada, 4);
    const assessment = await act.released();
    // The round was opened before the last of the four days.
    await tandem.db.source.query("UPDATE assessment SET openedAt = ? WHERE id = ?", [
      ...[`${daysAgo(220)} 09:00:00.000`, assessment.id],
    ]);
    const days = async () => {
      const query = "query ($id: ID!) { trainee(id: $id) { readiness { met parts { rule actual } } } }";
      const { data } = await tandem.as(told.ada.personId).ask(query, { id: told.ada.id });
      const parts = data.trainee.readiness.parts as { rule: string; actual: number }[];
      return [data.trainee.readiness.met, parts.find(({ rule: id }) => id === "E9")?.actual];
    };
    expect(await days()).toEqual([false, 3]);
    const appeal = await act.appeal(assessment);
    expect(await days()).toEqual([false, 3]);
    const olga = await act.another();
    await act.decideAppeal(olga, await act.give(appeal, olga));
    expect(await days()).toEqual([true, 4]);
    const flips = await tandem.db.rows(
      "SELECT facts FROM entry WHERE kind = 'ReadinessChanged' ORDER BY position DESC LIMIT 2",
    );
    expect(flips.map(({ facts }) => JSON.parse(String(facts)))).toEqual([
      { rule: "E9", from: false, to: true },
      { rule: "READINESS", from: false, to: true },
    ]);
  });
});

describe("at the same moment", () => {
  test("R39: of two appeals against one decision one is made", async () => {
    const assessment = await act.released();
    const answers = await Promise.all(
      [1, 2, 3].map(() => ask(tandem, told.ada.personId, "appealDecision", act.against(assessment))),
    );
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const refusals = answers.map(({ data }) => data.appealDecision.errors);
    expect(refusals.filter((errors) => errors.length === 0)).toHaveLength(1);
    expect(refusals.flat()).toMatchObject([...rule("APPEAL"), ...rule("APPEAL")]);
  });

  test("R39: no round is opened beside an appeal: either it was there before, or it is refused", async () => {
    const assessment = await act.released("FURTHER_EVIDENCE_NEEDED");
    const [appealed, opened] = await Promise.all([
      ask(tandem, told.ada.personId, "appealDecision", act.against(assessment)),
      ask(tandem, told.assessor.id, "openAssessment", opening()),
    ]);
    expect(appealed.data.appealDecision.errors).toEqual([]);
    const entries = await tandem.db.rows(
      "SELECT kind FROM entry WHERE kind IN ('DecisionAppealed', 'AssessmentOpened') ORDER BY position DESC LIMIT 2",
    );
    const last = entries.map(({ kind }) => kind);
    if (opened.data.openAssessment.errors.length === 0) expect(last).toEqual(["DecisionAppealed", "AssessmentOpened"]);
    else {
      expect(opened.data.openAssessment.errors).toMatchObject(rule("APPEAL"));
      expect(last[0]).toBe("DecisionAppealed");
    }
  });

  test("R39: nor is one released beside an appeal against an earlier one", async () => {
    const first = await act.released("FURTHER_EVIDENCE_NEEDED");
    const second = await act.decide(await act.judgeAreas(await act.open()), "NOT_ACCREDITED");
    const release = { assessmentId: second.id, expectedVersion: second.version };
    const [appealed, released] = await Promise.all([
      ask(tandem, told.ada.personId, "appealDecision", act.against(first)),
      ask(tandem, told.lead.id, "releaseAssessment", release),
    ]);
    const faults = [appealed.data.appealDecision.errors, released.data.releaseAssessment.errors];
    expect(faults.filter((errors) => errors.length === 0)).toHaveLength(1);
    expect(faults.flat()).toMatchObject(rule("APPEAL"));
  });
});
