import { DAYS_TO_APPEAL } from "../../src/appeal/appeal.rules";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { daysAfter, londonDay, SYSTEM } from "../../src/time";
import { APPEAL, appealing } from "../support/appealing";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let act: ReturnType<typeof appealing>;
/** How many days the server's clock is ahead. */
let ahead: number;

beforeEach(async () => {
  ahead = 0;
  const now = () => new Date(Date.now() + ahead * 86_400_000);
  tandem = await startTandem({ clock: { ...SYSTEM, now } });
  told = await story(tandem);
  act = appealing(tandem, told);
  await told.readyForAssessment(told.ada);
});
afterEach(() => tandem.close());

const role = (personId: string, which: string) =>
  tandem.db.source.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, ?)", [
    ...[newId("rol"), personId, which],
  ]);
const rule = (id: string) => [{ code: "RULE_NOT_MET", path: [], rule: { rule: id, met: false } }];
const appealOf = (personId: string, id: string) =>
  tandem
    .as(personId)
    .ask(`query ($id: ID!) { node(id: $id) { ... on Appeal { state grounds reasons assessor { name } } } }`, { id });

describe("appealing", () => {
  test("R39: the trainee appeals against a released decision, and whoever may see that decision reads why", async () => {
    const assessment = await act.released();
    const appeal = await act.appeal(assessment);
    expect(appeal).toEqual({
      ...{ id: expect.stringMatching(/^apl_/), version: 1, state: "OPEN", appealedAt: expect.any(String) },
      ...{ grounds: "What the review team said was not heard.", assignedAt: null, reasons: null, decidedAt: null },
      ...{ assessor: null, trainee: { id: told.ada.id } },
      assessment: { id: assessment.id, round: 1, outcome: "NOT_ACCREDITED", setAsideAt: null },
    });
    expect(await history(tandem, told, 1)).toMatchObject([
      {
        ...{ kind: "DecisionAppealed", actor: { id: told.ada.personId }, subject: { id: appeal.id } },
        facts: { assessmentId: assessment.id, round: 1, grounds: appeal.grounds },
      },
    ]);
    for (const by of [told.ada.personId, told.assessor.id, told.lead.id]) {
      const { data } = await tandem
        .as(by)
        .ask("query ($id: ID!) { assessment(id: $id) { appealBy appeal { grounds } } }", { id: assessment.id });
      expect(data.assessment).toEqual({
        appealBy: daysAfter(londonDay(new Date()), DAYS_TO_APPEAL),
        appeal: { grounds: appeal.grounds },
      });
    }
    for (const by of [told.ben.personId, told.supervisor.id, told.seat.id]) {
      expect((await appealOf(by, appeal.id)).data.node).toBeNull();
    }
  });

  test("R39: who reads an appeal has opened the assessment it is about", async () => {
    const appeal = await act.appeal(await act.released());
    const opened = async () =>
      Number((await tandem.db.rows("SELECT COUNT(*) AS n FROM access WHERE personId = ?", [told.lead.id]))[0]?.n);
    const before = await opened();
    await appealOf(told.lead.id, appeal.id);
    const until = Date.now() + 10_000;
    while ((await opened()) === before && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    const [last] = await tandem.db.rows("SELECT subjectId FROM access WHERE personId = ? ORDER BY at DESC, id DESC", [
      told.lead.id,
    ]);
    expect(last).toEqual({ subjectId: appeal.assessment.id });
  });

  test("R39: somebody else's decision, one that is not there, or none, is not appealed against", async () => {
    const assessment = await act.released();
    const input = act.against(assessment);
    for (const by of [told.lead.id, told.assessor.id, told.seat.id]) {
      expect(await rejected(tandem, by, "appealDecision", input)).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, "appealDecision", input)).toBe("UNAUTHENTICATED");
    for (const [by, assessmentId] of [
      [told.ben.personId, assessment.id],
      [told.ada.personId, "asm_nonsense"],
    ] as const) {
      expect(await refused(tandem, by, "appealDecision", { ...input, assessmentId })).toMatchObject([
        { code: "NOT_FOUND", path: ["assessmentId"] },
      ]);
    }
    // A trainee who sees it, as a programme lead, and whose it is not.
    await role(told.ben.personId, "PROGRAMME_LEAD");
    expect(await rejected(tandem, told.ben.personId, "appealDecision", input)).toBe("FORBIDDEN");
    expect(await refused(tandem, told.ada.personId, "appealDecision", { ...input, grounds: " " })).toMatchObject([
      { code: "INVALID_INPUT", path: ["grounds"] },
    ]);
  });

  test("R39: a decision that is not released is no decision to its trainee", async () => {
    const decided = await act.decide(await act.judgeAreas(await act.open()), "NOT_ACCREDITED");
    expect(await refused(tandem, told.ada.personId, "appealDecision", act.against(decided))).toMatchObject([
      { code: "NOT_FOUND", path: ["assessmentId"] },
    ]);
  });

  test("R39: accreditation is not appealed against, nor a decision twice, taken back or not", async () => {
    const again = (of: { id: string }) => refused(tandem, told.ada.personId, "appealDecision", act.against(of));
    const assessment = await act.released("FURTHER_EVIDENCE_NEEDED");
    const appeal = await act.appeal(assessment);
    expect(await again(assessment)).toMatchObject(rule("APPEAL"));
    const back = { appealId: appeal.id, expectedVersion: 1, reason: "I see now what was meant." };
    const { appeal: withdrawn } = await done(tandem, told.ada.personId, "withdrawAppeal", back, APPEAL);
    expect(withdrawn).toMatchObject({ state: "WITHDRAWN", version: 2, decidedAt: null });
    expect(await history(tandem, told, 1)).toMatchObject([
      { kind: "AppealWithdrawn", reason: back.reason, facts: { from: "OPEN", to: "WITHDRAWN" } },
    ]);
    const [said] = await again(assessment);
    expect(said.message).toBe("It was appealed against before: that is done once.");
    const second = await act.released("ACCREDIT");
    expect((await again(second))[0].message).toBe("Round 2 accredited you: there is nothing to appeal against.");
  });

  test("R39: it is too late when 28 days have passed in London since the release", async () => {
    const assessment = await act.released();
    ahead = DAYS_TO_APPEAL + 1;
    const late = await refused(tandem, told.ada.personId, "appealDecision", act.against(assessment));
    expect(late).toMatchObject(rule("APPEAL"));
    expect(late[0].message).toMatch(/^The last day to appeal against it was \d{4}-\d\d-\d\d\.$/);
    ahead = DAYS_TO_APPEAL;
    await act.appeal(assessment);
  });

  test("R39: once another round is released, its decision is the one that counts", async () => {
    const first = await act.released("FURTHER_EVIDENCE_NEEDED");
    await act.released("FURTHER_EVIDENCE_NEEDED");
    const [said] = await refused(tandem, told.ada.personId, "appealDecision", act.against(first));
    expect(said.message).toBe("Round 2 was released since: its decision is the one that counts.");
  });

  test("who has left the programme comes back before they appeal", async () => {
    const assessment = await act.released();
    await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
    expect(await refused(tandem, told.ada.personId, "appealDecision", act.against(assessment))).toMatchObject([
      { code: "INVALID_INPUT", path: ["assessmentId"] },
    ]);
  });
});

test("R39: nobody takes another's appeal back", async () => {
  const { id: appealId } = await act.appeal(await act.released());
  await role(told.ben.personId, "PROGRAMME_LEAD");
  for (const by of [told.ben.personId, told.lead.id, told.assessor.id]) {
    expect(await rejected(tandem, by, "withdrawAppeal", { appealId, expectedVersion: 1 })).toBe("FORBIDDEN");
  }
});

describe("giving it to an assessor", () => {
  test("R32: a lead gives it to an assessor of the trainee who had no part, and to another with a reason", async () => {
    const appeal = await act.appeal(await act.released());
    const [olga, ruth] = [await act.another("Olga"), await act.another("Ruth")];
    const first = await act.give(appeal, olga);
    expect(first).toMatchObject({
      version: 2,
      assessor: { id: olga.id },
      assignedAt: expect.any(String),
      state: "OPEN",
    });
    expect(await refused(tandem, told.lead.id, "assignAppeal", act.given(first, ruth))).toMatchObject([
      { code: "INVALID_INPUT", path: ["reason"] },
    ]);
    expect(await refused(tandem, told.lead.id, "assignAppeal", act.given(first, olga))).toMatchObject([
      { code: "INVALID_INPUT", path: ["assessorId"], message: "assessorId names whom it was given to already." },
    ]);
    const why = { ...act.given(first, ruth), reason: "Olga is ill." };
    expect((await done(tandem, told.lead.id, "assignAppeal", why, APPEAL)).appeal.assessor.id).toBe(ruth.id);
    expect(await history(tandem, told, 2)).toMatchObject([
      { kind: "AppealAssigned", reason: "Olga is ill.", facts: { from: olga.id, to: ruth.id } },
      { kind: "AppealAssigned", reason: null, facts: { from: null, to: olga.id } },
    ]);
    expect(await rejected(tandem, olga.id, "decideAppeal", act.decision({ ...appeal, version: 3 }))).toBe("FORBIDDEN");
    expect((await appealOf(told.ada.personId, appeal.id)).data.node.assessor).toEqual({ name: "Ruth" });
  });

  test("R32: not to whoever assessed a round, nor to somebody who is not assigned, and a reason is for a change only", async () => {
    const appeal = await act.appeal(await act.released());
    const stranger = await told.person("Olga", Role.ASSESSOR);
    const give = (to: { id: string }, more = {}) =>
      refused(tandem, told.lead.id, "assignAppeal", { ...act.given(appeal, to), ...more });
    expect(await give(told.assessor)).toMatchObject(rule("ASSESSOR"));
    for (const id of [stranger.id, told.supervisor.id, told.lead.id, "per_nonsense"]) {
      expect(await give({ id }, { reason: "So." })).toMatchObject([
        { code: "INVALID_INPUT", path: ["assessorId"] },
        { code: "INVALID_INPUT", path: ["reason"] },
      ]);
    }
  });

  test("R32: not to whoever assesses a round that is open, which the trainee does not know of", async () => {
    const first = await act.released("FURTHER_EVIDENCE_NEEDED");
    const olga = await act.another();
    await done(tandem, olga.id, "openAssessment", { traineeId: told.ada.id }, "assessment { id }");
    const appeal = await act.appeal(first);
    expect(await refused(tandem, told.lead.id, "assignAppeal", act.given(appeal, olga))).toMatchObject(
      rule("ASSESSOR"),
    );
  });

  test.each([true, false])("E20: whether one who supervised may decide, the Standard says: %s", async (may) => {
    await tandem.db.source.query("UPDATE standard SET assessorMayHaveSupervised = ?", [may ? 1 : 0]);
    const appeal = await act.appeal(await act.released());
    await role(told.supervisor.id, "ASSESSOR");
    await told.assign(told.ada, told.supervisor, Role.ASSESSOR);
    if (may) expect((await act.give(appeal, told.supervisor)).assessor.id).toBe(told.supervisor.id);
    else {
      const input = act.given(appeal, told.supervisor);
      expect(await refused(tandem, told.lead.id, "assignAppeal", input)).toMatchObject(rule("ASSESSOR"));
    }
  });

  test("E20: not to the pair partner, present or former, whatever their role", async () => {
    const appeal = await act.appeal(await act.released());
    const olga = await act.another();
    await tandem.db.source.query("UPDATE pair SET dissolvedOn = '2017-01-01' WHERE id = ?", [told.adaAndBen.id]);
    await tandem.db.source.query("UPDATE trainee SET pairId = NULL WHERE id = ?", [told.ada.id]);
    await tandem.db.source.query("UPDATE pair_member SET personId = ?, traineeId = NULL WHERE traineeId = ?", [
      ...[olga.id, told.ben.id],
    ]);
    expect(await refused(tandem, told.lead.id, "assignAppeal", act.given(appeal, olga))).toMatchObject(
      rule("ASSESSOR"),
    );
  });

  test("E20: a lead has no part in an appeal of their own, or of their pair partner's", async () => {
    const appeal = await act.appeal(await act.released());
    const olga = await act.another();
    for (const by of [told.ada.personId, told.ben.personId]) {
      await role(by, "PROGRAMME_LEAD");
      expect(await rejected(tandem, by, "assignAppeal", act.given(appeal, olga))).toBe("FORBIDDEN");
      const { data } = await tandem.as(by).ask("{ viewer { tasks { kind } } }");
      expect(data.viewer.tasks).not.toContainEqual({ kind: "ASSIGN_APPEAL" });
    }
    // Nor does whoever decided choose who looks at it.
    await role(told.assessor.id, "PROGRAMME_LEAD");
    for (const by of [told.assessor.id, olga.id, told.supervisor.id, told.seat.id]) {
      expect(await rejected(tandem, by, "assignAppeal", act.given(appeal, olga))).toBe("FORBIDDEN");
    }
    await act.give(appeal, olga);
  });
});

describe("deciding it", () => {
  test.each([
    ["UPHELD", expect.any(String)],
    ["DISMISSED", null],
  ])("R39: %s, with reasons that the trainee reads at once", async (outcome, setAsideAt) => {
    const assessment = await act.released();
    const olga = await act.another();
    const given = await act.give(await act.appeal(assessment), olga);
    const decided = await act.decideAppeal(olga, given, outcome);
    expect(decided).toMatchObject({
      ...{ state: outcome, version: 3, decidedAt: expect.any(String), reasons: expect.stringMatching(/^Two of/) },
      assessment: { id: assessment.id, outcome: "NOT_ACCREDITED", setAsideAt },
    });
    expect((await appealOf(told.ada.personId, given.id)).data.node).toMatchObject({
      ...{ state: outcome, reasons: decided.reasons },
    });
    const told2 = await history(tandem, told, 2);
    expect(told2.map(({ kind }: { kind: string }) => kind)).toEqual(
      outcome === "UPHELD" ? ["DecisionSetAside", "AppealDecided"] : ["AppealDecided", "AppealAssigned"],
    );
    expect(told2.find(({ kind }: { kind: string }) => kind === "AppealDecided").facts).toEqual({
      ...{ assessmentId: assessment.id, round: 1, from: "OPEN", to: outcome, reasons: decided.reasons },
    });
  });

  test("R39: the first assessor, or anybody else, decides on none; nobody decides twice or with a stale version", async () => {
    const olga = await act.another();
    const appeal = await act.appeal(await act.released());
    expect(await rejected(tandem, olga.id, "decideAppeal", act.decision(appeal))).toBe("FORBIDDEN");
    const given = await act.give(appeal, olga);
    for (const by of [told.assessor.id, told.lead.id, told.ada.personId, told.seat.id]) {
      expect(await rejected(tandem, by, "decideAppeal", act.decision(given))).toBe("FORBIDDEN");
    }
    expect(await refused(tandem, olga.id, "decideAppeal", act.decision(appeal))).toMatchObject([
      { code: "CONFLICT", currentVersion: 2 },
    ]);
    const wordless = { ...act.decision(given), reasons: "" };
    expect(await refused(tandem, olga.id, "decideAppeal", wordless)).toMatchObject([
      { code: "INVALID_INPUT", path: ["reasons"] },
    ]);
    const taken = { ...act.decision(given), outcome: "WITHDRAWN" };
    expect(await rejected(tandem, olga.id, "decideAppeal", taken)).toBe("BAD_USER_INPUT");
    const decided = await act.decideAppeal(olga, given, "DISMISSED");
    expect(await refused(tandem, olga.id, "decideAppeal", act.decision(decided))).toMatchObject(rule("APPEAL"));
    const back = { appealId: given.id, expectedVersion: 3 };
    expect(await refused(tandem, told.ada.personId, "withdrawAppeal", back)).toMatchObject(rule("APPEAL"));
    const anew = { ...act.given(decided, told.assessor), reason: "Once more." };
    expect(await refused(tandem, told.lead.id, "assignAppeal", anew)).toMatchObject(rule("APPEAL"));
    expect(await rejected(tandem, olga.id, "withdrawAppeal", back)).toBe("FORBIDDEN");
  });

  test("R32: who has supervised the trainee since, where the Standard forbids it, decides no more", async () => {
    const olga = await act.another();
    const given = await act.give(await act.appeal(await act.released()), olga);
    await tandem.db.source.query("UPDATE standard SET assessorMayHaveSupervised = 0");
    await role(olga.id, "SUPERVISOR");
    await told.assign(told.ada, olga, Role.SUPERVISOR);
    expect(await refused(tandem, olga.id, "decideAppeal", act.decision(given))).toMatchObject(rule("ASSESSOR"));
  });
});
