import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { Assessment } from "../../src/assessment/assessment.entity";
import { newId } from "../../src/id";
import { done, refused, rejected } from "../support/change";
import { concernedReviewer } from "../support/concern";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let our: Awaited<ReturnType<typeof concernedReviewer>>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  our = await concernedReviewer({ db: tandem.db, told });
});
afterEach(() => tandem.close());

const CONCERN = `fidelityConcern { id version concern answer answeredAt outcome closedAt closingReason
  person { name } raisedBy { id } closedBy { id } commission { reference } accreditation { reference } }`;
type Input = Record<string, unknown>;
interface Seen {
  readonly id: string;
  readonly version: number;
}

const raising = (more: Input = {}) => ({
  ...{ accreditationId: our.accreditationId, commissionId: our.commission.id, concern: "Nobody was asked." },
  ...more,
});
const raise = async (more: Input = {}, by = told.lead.id) =>
  (await done(tandem, by, "raiseFidelityConcern", raising(more), CONCERN)).fidelityConcern;
const refuseToRaise = (more: Input) => refused(tandem, told.lead.id, "raiseFidelityConcern", raising(more));
const naming = ({ id, version }: Seen, more: Input) => ({ fidelityConcernId: id, expectedVersion: version, ...more });
const act = async (by: string, mutation: string, concern: Seen, more: Input) =>
  (await done(tandem, by, mutation, naming(concern, more), CONCERN)).fidelityConcern;
const answer = (concern: Seen, more: Input = {}) =>
  act(our.reviewer.id, "answerFidelityConcern", concern, { answer: "All were asked.", ...more });
const close = (concern: Seen, more: Input = {}) =>
  act(told.lead.id, "closeFidelityConcern", concern, { outcome: "UNFOUNDED", reason: "They were asked.", ...more });
const reopen = (concern: Seen) => act(told.lead.id, "reopenFidelityConcern", concern, { reason: "One was not." });
const entries = async () =>
  (await tandem.db.rows("SELECT * FROM entry WHERE kind LIKE 'Fidelity%' ORDER BY position")).map((entry) => ({
    ...entry,
    reason: entry.reason as string | null,
    facts: JSON.parse(String(entry.facts)),
  }));
const anotherLead = async () => {
  const lena = await told.person("Lena");
  const role = { personId: lena.id, role: "PROGRAMME_LEAD", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", role);
  return lena;
};
const leads = async (personId: string) =>
  done(tandem, told.lead.id, "grantRole", { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });

test("R42: a lead raises a concern, the reviewer answers, the lead closes it, and each reads what the other wrote", async () => {
  const raised = await raise();
  expect(raised).toMatchObject({
    ...{ version: 1, concern: "Nobody was asked.", answer: null, outcome: null, closedAt: null, closedBy: null },
    ...{
      person: { name: "Greg" },
      raisedBy: { id: told.lead.id },
      commission: { reference: our.commission.reference },
    },
    accreditation: { reference: "LT-Greg" },
  });
  const answered = await answer(raised);
  expect(answered).toMatchObject({ version: 2, concern: "Nobody was asked.", answer: "All were asked." });
  const closed = await close(answered, { outcome: "PUT_RIGHT", reason: "They were asked since." });
  expect(closed).toMatchObject({
    ...{ version: 3, answer: "All were asked.", outcome: "PUT_RIGHT", closingReason: "They were asked since." },
    ...{ closedBy: { id: told.lead.id }, closedAt: expect.any(String) },
  });
  const query = "query ($id: ID!) { fidelityConcern(id: $id) { concern answer outcome closingReason } }";
  const { data } = await tandem.as(our.reviewer.id).ask(query, { id: raised.id });
  expect(data.fidelityConcern).toMatchObject({ outcome: "PUT_RIGHT", closingReason: "They were asked since." });
  expect(await entries()).toMatchObject([
    {
      ...{ kind: "FidelityConcernRaised", personId: our.reviewer.id, commissionId: null, pairId: null, reason: null },
      facts: { reference: our.commission.reference, concern: "Nobody was asked." },
    },
    { kind: "FidelityConcernAnswered", facts: { from: null, to: "All were asked." }, reason: null },
    { kind: "FidelityConcernClosed", facts: { outcome: "PUT_RIGHT" }, reason: "They were asked since." },
  ]);
});

test("R42: nobody but the reviewer and the leads learns of it: not the partner, the board or whoever works beside", async () => {
  const { id } = await answer(await raise());
  const query = `query ($id: ID!, $acc: ID!, $com: ID!) {
    fidelityConcern(id: $id) { id } node(id: $id) { id } fidelityConcerns { totalCount nodes { id } }
    accreditation(id: $acc) { fidelityConcerns { totalCount } laterReviews { concerns open } }
    commission(id: $com) { timeline(first: 50) { nodes { kind } } }
    entries(first: 100) { nodes { kind } } }`;
  const seenBy = async (by: string) => {
    const variables = { id, acc: our.accreditationId, com: our.commission.id };
    const { data, errors } = await tandem.as(by).ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  for (const by of [our.partner.id, told.seat.id, told.ada.personId, told.supervisor.id, told.assessor.id]) {
    const seen = await seenBy(by);
    expect(seen).toMatchObject({ fidelityConcern: null, node: null, fidelityConcerns: { totalCount: 0, nodes: [] } });
    if (seen.accreditation) expect(seen.accreditation).toEqual({ fidelityConcerns: null, laterReviews: null });
    expect(JSON.stringify(seen)).not.toContain("FidelityConcern");
  }
  expect((await seenBy(our.partner.id)).accreditation).not.toBeNull();
  for (const by of [our.reviewer.id, told.lead.id]) {
    const seen = await seenBy(by);
    expect(seen).toMatchObject({ fidelityConcern: { id }, node: { id }, fidelityConcerns: { totalCount: 1 } });
    expect(seen.accreditation).toEqual({
      ...{ fidelityConcerns: { totalCount: 1 }, laterReviews: [{ concerns: 1, open: 1 }] },
    });
    expect(seen.entries.nodes).toContainEqual({ kind: "FidelityConcernAnswered" });
    // It is told under the reviewer and not under the commission.
    expect(JSON.stringify(seen.commission)).not.toContain("FidelityConcern");
  }
});

test("R42, R44: an accreditation tells the later reviews worked on, and what was found of each", async () => {
  await close(await raise());
  await raise();
  const query = `query ($id: ID!) { accreditation(id: $id) {
    laterReviews { concerns open commission { reference qualityPassed } } } }`;
  const laterOf = async (id: string) => (await tandem.as(told.lead.id).ask(query, { id })).data.accreditation;
  const commission = { reference: our.commission.reference, qualityPassed: null };
  expect(await laterOf("LT-Greg")).toEqual({ laterReviews: [{ concerns: 2, open: 1, commission }] });
  expect(await laterOf("LT-Mo")).toEqual({ laterReviews: [{ concerns: 0, open: 0, commission }] });
  await accreditedOne(tandem, told, "Fay");
  expect(await laterOf("LT-Fay")).toEqual({ laterReviews: [] });
});

test("R42: concerns are found by whether they are open, whose they are and what became of them", async () => {
  const closed = await close(await raise(), { outcome: "UPHELD" });
  const { id } = await raise();
  const query = `query ($filter: FidelityConcernFilter) { fidelityConcerns(filter: $filter) { nodes { id } } }`;
  const found = async (filter: Input) => {
    const { data } = await tandem.as(told.lead.id).ask(query, { filter });
    return data.fidelityConcerns.nodes.map((node: Seen) => node.id);
  };
  expect(await found({ open: { eq: true } })).toEqual([id]);
  expect(await found({ open: { eq: false } })).toEqual([closed.id]);
  expect(await found({ outcome: { eq: "UPHELD" } })).toEqual([closed.id]);
  expect((await found({ personId: { eq: our.reviewer.id } })).sort()).toEqual([closed.id, id].sort());
  expect(await found({ personId: { eq: our.partner.id } })).toEqual([]);
});

const erased = (personId: string) =>
  tandem.db.source.query("UPDATE person SET erasedAt = '2017-06-01 00:00:00.000' WHERE id = ?", [personId]);

describe("no concern is raised", () => {
  test("R42: about somebody who was erased, nor taken up again", async () => {
    const closed = await close(await raise());
    await erased(our.reviewer.id);
    expect(await refuseToRaise({})).toMatchObject([
      { path: ["accreditationId"], message: "accreditationId is of somebody who was erased." },
    ]);
    const again = naming(closed, { reason: "One was not." });
    expect(await refused(tandem, told.lead.id, "reopenFidelityConcern", again)).toMatchObject([
      { path: ["fidelityConcernId"], message: "fidelityConcernId is of somebody who was erased." },
    ]);
  });

  test("R42: by a lead who conducts the review with them, who closes none either", async () => {
    const open = await raise();
    await leads(our.partner.id);
    const closing = naming(open, { outcome: "UNFOUNDED", reason: "We asked." });
    expect(await rejected(tandem, our.partner.id, "closeFidelityConcern", closing)).toBe("FORBIDDEN");
    await close(open);
    expect(await rejected(tandem, our.partner.id, "raiseFidelityConcern", raising())).toBe("FORBIDDEN");
  });

  test("R42: about somebody's own practice review, nor by whoever is not a lead, nor about oneself", async () => {
    const { id: traineeId, personId } = told.ada;
    const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board);
    const accreditation = {
      ...{ id: newId("acc"), reference: "LT-ADA", personId, programmeId: told.programme.id, traineeId },
      ...{ assessmentId: null, accreditedOn: daysAgo(0), yearFrom: daysAgo(0), reviewDueOn: daysAgo(-365) },
      ...{ lapsesOn: daysAgo(-450), conditionsUntil: null, withdrawnOn: null, restoredOn: null, version: 1 },
    };
    await tandem.db.source.manager.insert(Accreditation, accreditation);
    expect(await refuseToRaise({ accreditationId: "LT-ADA", commissionId })).toMatchObject([
      { rule: { rule: "LATER_REVIEW" }, message: expect.stringContaining("Ada's own practice review") },
    ]);
    for (const by of [our.partner.id, our.reviewer.id, told.seat.id, told.supervisor.id]) {
      expect(await rejected(tandem, by, "raiseFidelityConcern", raising())).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, "raiseFidelityConcern", raising())).toBe("UNAUTHENTICATED");
    await leads(our.reviewer.id);
    expect(await rejected(tandem, our.reviewer.id, "raiseFidelityConcern", raising())).toBe("FORBIDDEN");
  });

  test("R42: about who has no part in the review, or before it is commissioned", async () => {
    await accreditedOne(tandem, told, "Fay");
    expect(await refuseToRaise({ accreditationId: "LT-Fay" })).toMatchObject([
      { code: "RULE_NOT_MET", rule: { rule: "LATER_REVIEW", next: expect.stringContaining("Fay has had no part in") } },
    ]);
    await tandem.db.source.query("UPDATE commission SET commissionedOn = NULL WHERE id = ?", [our.commission.id]);
    expect(await refuseToRaise({})).toMatchObject([
      { rule: { rule: "LATER_REVIEW", next: expect.stringContaining("has not been commissioned") } },
    ]);
    const none = "com_00000000000000000000000000";
    expect(await refuseToRaise({ commissionId: none })).toMatchObject([{ code: "NOT_FOUND", path: ["commissionId"] }]);
    expect(await refuseToRaise({ concern: " " })).toMatchObject([{ code: "INVALID_INPUT", path: ["concern"] }]);
  });

  test("R42: twice about the same work while one is open; of two at the same moment one is", async () => {
    const first = await raise();
    const twice = [{ code: "INVALID_INPUT", path: ["commissionId"], message: expect.stringContaining("open already") }];
    expect(await refuseToRaise({})).toMatchObject(twice);
    await close(first);
    const both = await Promise.all(
      [1, 2].map(() =>
        tandem
          .as(told.lead.id)
          .ask(
            "mutation ($input: RaiseFidelityConcernInput!) { raiseFidelityConcern(input: $input) { errors { path } } }",
            { input: raising() },
          ),
      ),
    );
    const refusals = both.map(({ data }) => data.raiseFidelityConcern.errors);
    expect(refusals.filter((errors) => errors.length === 0)).toHaveLength(1);
    expect(refusals.flat()).toEqual([{ path: ["commissionId"] }]);
  });

  test("R42: on an accreditation that is not made known yet", async () => {
    const assessmentId = newId("asm");
    await tandem.db.source.manager.insert(Assessment, {
      ...{ id: assessmentId, traineeId: told.ada.id, commissionId: our.commission.id, assessorId: told.assessor.id },
      ...{ round: 1, openedAt: new Date(), outcome: null, summary: null, decidedAt: null, releasedAt: null },
      ...{ assessorSupervised: false, version: 1 },
    });
    await tandem.db.source.manager.update(Accreditation, { id: our.accreditationId }, { assessmentId });
    await tandem.db.source.manager.update(Accreditation, { id: our.accreditationId }, { traineeId: told.ada.id });
    expect(await refuseToRaise({})).toMatchObject([
      { code: "INVALID_INPUT", path: ["accreditationId"], message: expect.stringContaining("release the assessment") },
    ]);
  });
});

test("R42: who has left the review still has a concern about their part raised, and answers it", async () => {
  const fay = await accreditedOne(tandem, told, "Fay");
  const leaves = { pairId: our.pair.id, leavingPersonId: our.reviewer.id, joiningPersonId: fay.id, reason: "Is ill." };
  await done(tandem, told.lead.id, "replacePartner", { ...leaves, expectedVersion: 1 });
  const raised = await raise();
  const answered = await answer(raised);
  // What it is about they no longer see; what was said of their work they do.
  expect(answered).toMatchObject({ answer: "All were asked.", concern: "Nobody was asked.", commission: null });
});

describe("a concern that is raised", () => {
  test("R42: is answered by nobody but the reviewer, as they saw it, and put right with a reason", async () => {
    const raised = await raise();
    const said = naming(raised, { answer: "It is not so." });
    for (const by of [our.partner.id, told.seat.id]) {
      expect(await refused(tandem, by, "answerFidelityConcern", said)).toMatchObject([
        { code: "NOT_FOUND", path: ["fidelityConcernId"] },
      ]);
    }
    expect(await rejected(tandem, told.lead.id, "answerFidelityConcern", said)).toBe("FORBIDDEN");
    expect(await rejected(tandem, null, "answerFidelityConcern", said)).toBe("UNAUTHENTICATED");
    const mine = (more: Input) => refused(tandem, our.reviewer.id, "answerFidelityConcern", { ...said, ...more });
    expect(await mine({ expectedVersion: 7 })).toMatchObject([{ code: "CONFLICT", currentVersion: 1 }]);
    const first = await answer(raised);
    const again = { expectedVersion: 2 };
    expect(await mine(again)).toMatchObject([{ code: "INVALID_INPUT", path: ["reason"] }]);
    expect(await mine({ ...again, answer: "All were asked." })).toMatchObject([{ path: ["answer"] }]);
    const corrected = await answer(first, { answer: "All but one were asked.", reason: "I looked it up." });
    expect(corrected).toMatchObject({ answer: "All but one were asked.", answeredAt: first.answeredAt, version: 3 });
    expect((await entries()).at(-1)).toMatchObject({
      ...{ kind: "FidelityConcernAnswered", reason: "I looked it up." },
      facts: { from: "All were asked.", to: "All but one were asked." },
    });
  });

  test("R42: is neither answered nor closed once it is closed", async () => {
    const closed = await close(await raise());
    const over = [{ code: "RULE_NOT_MET", rule: { rule: "OPEN_CONCERN", met: false } }];
    const late = naming(closed, { answer: "All were asked." });
    expect(await refused(tandem, our.reviewer.id, "answerFidelityConcern", late)).toMatchObject(over);
    const twice = naming(closed, { outcome: "UPHELD", reason: "Once more." });
    expect(await refused(tandem, told.lead.id, "closeFidelityConcern", twice)).toMatchObject(over);
  });

  test("R42: is closed by a lead whose work it is not, and by nobody else", async () => {
    const raised = await raise();
    const ending = naming(raised, { outcome: "UNFOUNDED", reason: "So it is." });
    for (const by of [our.reviewer.id, our.partner.id, told.seat.id]) {
      expect(await rejected(tandem, by, "closeFidelityConcern", ending)).toBe("FORBIDDEN");
    }
    await leads(our.reviewer.id);
    expect(await rejected(tandem, our.reviewer.id, "closeFidelityConcern", ending)).toBe("FORBIDDEN");
    const lena = await anotherLead();
    await done(tandem, lena.id, "closeFidelityConcern", ending);
    const anew = { ...naming(raised, { reason: "So it is not." }), expectedVersion: 2 };
    expect(await rejected(tandem, our.reviewer.id, "reopenFidelityConcern", anew)).toBe("FORBIDDEN");
  });

  test("R42: is taken up again with a reason, as long as no other is open about the same work", async () => {
    const closed = await close(await answer(await raise()));
    const opened = await reopen(closed);
    expect(opened).toMatchObject({
      ...{ version: 4, answer: "All were asked.", outcome: null, closedAt: null, closedBy: null, closingReason: null },
    });
    expect((await entries()).at(-1)).toMatchObject({
      ...{ kind: "FidelityConcernReopened", reason: "One was not." },
      facts: { outcome: { from: "UNFOUNDED", to: null }, closedAt: { from: closed.closedAt, to: null } },
    });
    const again = naming(opened, { reason: "Once more." });
    expect(await refused(tandem, told.lead.id, "reopenFidelityConcern", again)).toMatchObject([
      { code: "INVALID_INPUT", path: ["fidelityConcernId"], message: expect.stringContaining("that is open") },
    ]);
    const last = await close(opened);
    await raise();
    const late = naming(last, { reason: "Once more." });
    expect(await refused(tandem, told.lead.id, "reopenFidelityConcern", late)).toMatchObject([
      { code: "INVALID_INPUT", path: ["fidelityConcernId"], message: expect.stringContaining("open already") },
    ]);
  });
});

test("R42: a concern waits for the reviewer, and for the leads once it is answered or two weeks old", async () => {
  const lena = await anotherLead();
  const tasksOf = async (by: string): Promise<string[]> => {
    const { data } = await tandem.as(by).ask("{ viewer { tasks { kind text } } }");
    const theirs = data.viewer.tasks.filter(({ kind }: { kind: string }) => kind.endsWith("FIDELITY_CONCERN"));
    return theirs.map(({ text }: { text: string }) => text);
  };
  const { reference } = our.commission;
  const raised = await raise();
  expect(await tasksOf(our.reviewer.id)).toEqual([`Answer the concern about your work on ${reference}.`]);
  for (const by of [told.lead.id, lena.id, our.partner.id]) expect(await tasksOf(by)).toEqual([]);
  await tandem.db.source.query("UPDATE fidelity_concern SET raisedAt = ?", [`${daysAgo(15)} 09:00:00.000`]);
  const silent = `Close the concern about Greg's work on ${reference}: it was not answered in 14 days.`;
  expect(await tasksOf(lena.id)).toEqual([silent]);
  const answered = await answer(raised);
  expect(await tasksOf(our.reviewer.id)).toEqual([]);
  expect(await tasksOf(lena.id)).toEqual([
    `Close the concern about Greg's work on ${reference}, which they have answered.`,
  ]);
  await leads(our.reviewer.id);
  expect(await tasksOf(our.reviewer.id)).toEqual([]);
  await close(answered);
  expect(await tasksOf(lena.id)).toEqual([]);
});

test("R42: what was said of somebody's work is told them, and goes with them once it is done with", async () => {
  const raised = await raise({ concern: "planted-concern-end" });
  const answered = await answer(raised, { answer: "planted-answer-end" });
  const heldBy = async (by: string) => {
    const { data } = await tandem.as(by).ask("{ viewer { personalData { held } } }");
    return JSON.stringify(data.viewer.personalData.held);
  };
  expect(await heldBy(our.reviewer.id)).toContain("planted-concern-end");
  expect(await heldBy(told.lead.id)).not.toContain("planted-concern-end");
  await tandem.db.source.query("UPDATE commission SET stage = 'CLOSED' WHERE id = ?", [our.commission.id]);
  const erasing = { personId: our.reviewer.id, reason: "REQUESTED", expectedVersion: 1 };
  expect(await refused(tandem, told.lead.id, "erasePerson", erasing)).toMatchObject([
    { rule: { rule: "ERASURE", next: expect.stringContaining(`A concern about their work on`) } },
  ]);
  await close(answered, { reason: "planted-reason-end" });
  await done(tandem, told.lead.id, "erasePerson", erasing);
  const [row] = await tandem.db.rows("SELECT concern, answer, closingReason, outcome FROM fidelity_concern");
  expect(row).toEqual({ concern: "Erased", answer: null, closingReason: null, outcome: "UNFOUNDED" });
  for (const { facts, reason } of await entries()) expect(JSON.stringify([facts, reason])).not.toContain("planted");
});
