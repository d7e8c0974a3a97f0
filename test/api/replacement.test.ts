import { CommissionStage } from "../../src/commission/commission-stage";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { COMMISSION, commissioning, OFFER } from "../support/commissioning";
import { accreditedOne, accreditedPartner } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

const { COMMISSIONED, SCOPING, ANALYSIS, QUALITY_ASSURANCE, PUBLISHED, CLOSED, DECLINED } = CommissionStage;
const PAIR = "pair { id version reference formedOn members { ordinal joinedOn person { id name } trainee { id } } }";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const row = async (table: string, id: string) =>
  (await tandem.db.rows(`SELECT * FROM \`${table}\` WHERE id = ?`, [id]))[0] as Record<string, unknown>;
const version = async (table: string, id: string) => Number((await row(table, id)).version);
const input = async (joiningPersonId: string, more: Record<string, unknown> = {}) => ({
  ...{ pairId: told.adaAndBen.id, leavingPersonId: told.ben.personId, joiningPersonId, reason: "Ben is unwell." },
  expectedVersion: await version("pair", told.adaAndBen.id),
  ...more,
});
const replace = async (joining: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, told.lead.id, "replacePartner", await input(joining, more), PAIR)).pair;
const refusal = async (joining: string, more: Record<string, unknown> = {}) =>
  refused(tandem, told.lead.id, "replacePartner", await input(joining, more));
const readinessOf = async (traineeId: string) => {
  const query = "query ($id: ID!) { trainee(id: $id) { readiness { parts { rule met needed actual next } } } }";
  const { data } = await tandem.as(told.lead.id).ask(query, { id: traineeId });
  const parts = data.trainee.readiness.parts as { rule: string; met: boolean }[];
  return Object.fromEntries(parts.map((part) => [part.rule, part])) as Record<string, { met: boolean }>;
};
const entriesOf = async (kind: string) =>
  (await tandem.db.rows("SELECT * FROM entry WHERE kind = ? ORDER BY position", [kind])).map((entry) => ({
    ...entry,
    facts: JSON.parse(String(entry.facts)),
  }));

describe("Ben leaves in the middle of the review, and Cat comes", () => {
  const inTheMiddle = async () => {
    const review = await told.commissioned(told.adaAndBen, told.board, ANALYSIS);
    const cat = await told.trainee("Cat");
    await told.attendCourse(cat);
    return { review, cat };
  };

  test("R22: the pair ends, a new one of Ada and Cat conducts the review, and it stands where it stood", async () => {
    const { review, cat } = await inTheMiddle();
    const before = await row("commission", review.id);
    const pair = await replace(cat.personId);

    const today = daysAgo(0);
    expect(pair.members).toEqual([
      { ordinal: 1, joinedOn: null, person: { id: told.ada.personId, name: "Ada" }, trainee: { id: told.ada.id } },
      { ordinal: 2, joinedOn: today, person: { id: cat.personId, name: "Cat" }, trainee: { id: cat.id } },
    ]);
    expect(await row("commission", review.id)).toEqual({ ...before, pairId: pair.id, version: 2 });
    expect(await row("pair", told.adaAndBen.id)).toMatchObject({ dissolvedOn: today, version: 2 });
    expect((await row("trainee", told.ada.id)).pairId).toBe(pair.id);
    expect((await row("trainee", cat.id)).pairId).toBe(pair.id);
    expect((await row("trainee", told.ben.id)).pairId).toBeNull();

    const query = "query ($id: ID!) { commission(id: $id) { pair { id } formerPairs { id dissolvedOn } } }";
    const asked = async (by: string) => (await tandem.as(by).ask(query, { id: review.id })).data.commission;
    const formerPairs = [{ id: told.adaAndBen.id, dissolvedOn: today }];
    expect(await asked(told.lead.id)).toEqual({ pair: { id: pair.id }, formerPairs });
    expect(await asked(cat.personId)).toEqual({ pair: { id: pair.id }, formerPairs: null });
  });

  test("R22: the Log tells each what is theirs: the board who conducts its review, the leaver why, the two of each other", async () => {
    const { review, cat } = await inTheMiddle();
    const { id: pairId, reference } = await replace(cat.personId);
    expect(await entriesOf("CommissionReassigned")).toMatchObject([
      {
        ...{ commissionId: review.id, boardId: told.board.id, traineeId: null, reason: null },
        facts: {
          reference: review.reference,
          pair: { from: told.adaAndBen.reference, to: reference },
          personId: { from: told.ben.personId, to: cat.personId },
        },
      },
    ]);
    expect(await entriesOf("PairDissolved")).toMatchObject([{ traineeId: told.ben.id, reason: "Ben is unwell." }]);
    const formed = (await entriesOf("PairFormed")).slice(-2);
    expect(formed.map(({ traineeId }: Record<string, unknown>) => traineeId)).toEqual([told.ada.id, cat.id]);
    expect(formed).toMatchObject([
      { pairId, reason: null, facts: { pairId: { from: told.adaAndBen.id } } },
      { pairId },
    ]);
  });

  test("R22: who comes moves the review, who left does not, and may be withdrawn at once", async () => {
    const { review, cat } = await inTheMiddle();
    const leaving = { traineeId: told.ben.id, reason: "Is unwell." };
    const withdraw = async () => ({ ...leaving, expectedVersion: await version("trainee", told.ben.id) });
    expect(await refused(tandem, told.lead.id, "withdrawTrainee", await withdraw())).toMatchObject([
      { rule: { rule: "PLACE_END" }, message: expect.stringContaining("replace them") },
    ]);
    await replace(cat.personId);
    const on = { commissionId: review.id, to: "FINDINGS", expectedVersion: 2 };
    // Who is in no pair any more has nothing to move.
    expect(await rejected(tandem, told.ben.personId, "advanceCommission", on)).toBe("FORBIDDEN");
    const dan = await told.trainee("Dan");
    await done(tandem, told.lead.id, "formPair", { personIds: [told.ben.personId, dan.personId] });
    expect(await refused(tandem, told.ben.personId, "advanceCommission", on)).toMatchObject([{ code: "NOT_FOUND" }]);
    await done(tandem, cat.personId, "advanceCommission", on, COMMISSION);

    await tandem.db.source.manager.update("Trainee", { id: told.ben.id }, { pairId: null });
    await done(tandem, told.lead.id, "withdrawTrainee", await withdraw());
  });

  test("R24, R33: group days and evidence stay whose they were; those of who comes count from when they came", async () => {
    const { review, cat } = await inTheMiddle();
    for (const trainee of [told.ada, told.ben, cat]) await told.attendGroupDays(trainee);
    await told.submitEvidence(review, [told.ada, told.ben], EvidenceSource.DOCUMENT);
    expect(await readinessOf(told.ada.id)).toMatchObject({ E9: { met: true }, E12: { actual: 1 } });
    await replace(cat.personId);
    expect(await readinessOf(told.ada.id)).toMatchObject({ E9: { met: true }, E12: { actual: 1 } });
    expect(await readinessOf(told.ben.id)).toMatchObject({ E12: { actual: 1 } });
    expect(await readinessOf(cat.id)).toMatchObject({ E9: { actual: 0 }, E12: { actual: 0 } });

    const { id: sessionId } = (
      await done(
        ...([tandem, told.supervisor.id, "scheduleGroupSupervision"] as const),
        { date: daysAgo(0), venue: "London" },
        "supervisionSession { id }",
      )
    ).supervisionSession;
    const attendance = [{ traineeId: cat.id, attended: true }];
    await done(tandem, told.lead.id, "recordGroupAttendance", { sessionId, attendance, expectedVersion: 1 });
    expect(await readinessOf(cat.id)).toMatchObject({ E9: { actual: 1 } });
  });

  test("R22: a third who comes finds each of the two as they were: the days of who came second count from then", async () => {
    const { cat } = await inTheMiddle();
    const second = await replace(cat.personId);
    await tandem.db.source.query("UPDATE pair_member SET joinedOn = ? WHERE pairId = ? AND personId = ?", [
      ...[daysAgo(9), second.id, cat.personId],
    ]);
    const dan = await told.trainee("Dan");
    await told.attendCourse(dan);
    const next = { pairId: second.id, leavingPersonId: told.ada.personId, expectedVersion: 1 };
    expect((await replace(dan.personId, next)).members).toMatchObject([
      { ordinal: 1, joinedOn: daysAgo(0), person: { name: "Dan" } },
      { ordinal: 2, joinedOn: daysAgo(9), person: { name: "Cat" } },
    ]);
  });

  test("R12: to a practice review that has begun comes a trainee who has completed the course", async () => {
    await told.commissioned(told.adaAndBen, told.board, SCOPING);
    const cat = await told.trainee("Cat");
    const next = "Cat has not completed the course, and the review is under way: name somebody who has.";
    expect(await refusal(cat.personId)).toMatchObject([
      { code: "RULE_NOT_MET", rule: { rule: "E5", met: false, next } },
    ]);
    await told.attendCourse(cat, 3);
    expect(await refusal(cat.personId)).toMatchObject([{ rule: { rule: "E5", met: false } }]);
  });

  test("R12: before it begins the course may still lie before them", async () => {
    await told.commissioned(told.adaAndBen, told.board, COMMISSIONED);
    await replace((await told.trainee("Cat")).personId);
  });

  test("R12: once quality assurance is passed only somebody accredited comes", async () => {
    const { id, reference } = await told.commissioned(told.adaAndBen, told.board, QUALITY_ASSURANCE);
    const cat = await told.trainee("Cat");
    await told.attendCourse(cat);
    expect(await refusal(cat.personId)).toMatchObject([
      { rule: { rule: "SUCCESSION" }, message: expect.stringContaining(`without a part in ${reference}`) },
    ]);
    const fay = await accreditedOne(tandem, told, "Fay");
    const pair = await replace(fay.id);
    expect(await row("commission", id)).toMatchObject({ pairId: pair.id, stage: QUALITY_ASSURANCE });
  });

  test.each([
    { stage: DECLINED, judged: false, carried: false },
    { stage: CLOSED, judged: false, carried: true },
    { stage: CLOSED, judged: true, carried: false },
    { stage: PUBLISHED, judged: true, carried: true },
  ])(
    "R22: a review at $stage of a pair of which who stays was judged: $judged, goes along: $carried",
    async (review) => {
      const { id } = await told.commissioned(told.adaAndBen, told.board, review.stage);
      const { manager } = tandem.db.source;
      if (review.judged) await manager.update("Trainee", { id: told.ada.id }, { standing: "ACCREDITED" });
      const pair = await replace((await accreditedOne(tandem, told, "Fay")).id);
      expect((await row("commission", id)).pairId).toBe(review.carried ? pair.id : told.adaAndBen.id);
      expect(await tandem.db.rows("SELECT * FROM former_pair")).toHaveLength(review.carried ? 1 : 0);
    },
  );
});

describe("day rates", () => {
  test("R21: of who stays it stays agreed, who comes agrees theirs, and no sooner does the board commission", async () => {
    const our = commissioning(tandem, told);
    const { id: commissionId } = await our.negotiated();
    expect(await readinessOf(told.ada.id)).toMatchObject({ E8: { met: true, actual: 2 } });
    const cat = await told.trainee("Cat");
    await replace(cat.personId);
    expect(await readinessOf(told.ada.id)).toMatchObject({
      E8: { met: false, actual: 1, next: "Agree a day rate for Cat with the board." },
    });
    const grant = async () => ({ commissionId, expectedVersion: await version("commission", commissionId) });
    expect(await refused(tandem, told.seat.id, "grantCommission", await grant())).toMatchObject([
      { rule: { rule: "E8" } },
    ]);
    await our.agree({ id: commissionId, version: (await grant()).expectedVersion }, cat.personId);
    await done(tandem, told.seat.id, "grantCommission", await grant());
  });

  test("R21: what was offered for who has left is accepted no longer, and waits for nobody", async () => {
    const our = commissioning(tandem, told);
    const asked = await our.propose();
    const { id: rateOfferId } = await our.offer(told.ben.personId, asked, told.ben.personId);
    const cat = await told.trainee("Cat");
    const waiting = async () => (await tandem.as(told.seat.id).ask("{ viewer { tasks { kind } } }")).data.viewer.tasks;
    expect(await waiting()).toEqual([{ kind: "ANSWER_RATE" }]);
    await replace(cat.personId);
    expect(await waiting()).toEqual([]);
    expect(await refused(tandem, told.seat.id, "acceptRate", { rateOfferId, expectedVersion: 1 })).toMatchObject([
      { path: ["rateOfferId"], message: "rateOfferId is of somebody who has left the pair." },
    ]);
    const now = await version("commission", asked.id);
    const offer = { commissionId: asked.id, personId: told.ben.personId, amountMinor: 1, expectedVersion: now };
    expect(await refused(tandem, told.seat.id, "offerRate", offer)).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  test("R21: of a review that is commissioned who comes agrees a rate then, once, and who stays is ready meanwhile", async () => {
    const our = commissioning(tandem, told);
    const granted = await our.grant(await our.negotiated());
    const cat = await told.trainee("Cat");
    await replace(cat.personId);
    expect(await readinessOf(told.ada.id)).toMatchObject({ E8: { met: true, needed: 1, actual: 1 } });
    expect(await readinessOf(cat.id)).toMatchObject({ E8: { met: false, needed: 2, actual: 1 } });

    const offer = async (personId: string) => ({
      ...{ commissionId: granted.id, personId, amountMinor: 60_000 },
      expectedVersion: await version("commission", granted.id),
    });
    expect(await refused(tandem, told.ada.personId, "offerRate", await offer(told.ada.personId))).toMatchObject([
      { rule: { rule: "STAGE_ORDER" } },
    ]);
    const made = (await done(tandem, cat.personId, "offerRate", await offer(cat.personId), OFFER)).rateOffer;
    const tasks = (await tandem.as(told.seat.id).ask("{ viewer { tasks { kind about { id } } } }")).data.viewer.tasks;
    expect(tasks).toEqual([{ kind: "ANSWER_RATE", about: { id: made.id } }]);
    await our.accept(told.seat.id, made);
    expect(await readinessOf(cat.id)).toMatchObject({ E8: { met: true, needed: 2, actual: 2 } });
    expect(await refused(tandem, cat.personId, "offerRate", await offer(cat.personId))).toMatchObject([
      { rule: { rule: "STAGE_ORDER" } },
    ]);
  });
});

describe("who may come", () => {
  test("R22: E6 is asked anew: neither a trainee nor accredited, in a pair already, or two accredited", async () => {
    expect(await refusal((await told.person("Nell")).id)).toMatchObject([{ rule: { rule: "E6" } }]);
    await told.pair("Cat", "Dan");
    const busy = await told.trainee("Cat");
    expect(await refusal(busy.personId)).toMatchObject([
      { rule: { rule: "E6", next: expect.stringMatching(/^Cat works in pair .* already\.$/) } },
    ]);
    const lapsed = await accreditedOne(tandem, told, "Lou", daysAgo(0));
    expect(await refusal(lapsed.id)).toMatchObject([{ rule: { rule: "E6" } }]);
  });

  test("R22: where the trainee leaves an accredited partner, a trainee comes; where the accredited one leaves, either", async () => {
    const fay = await accreditedPartner(tandem, told, null);
    const greg = await accreditedOne(tandem, told, "Greg");
    const adaLeaves = { leavingPersonId: told.ada.personId };
    expect(await refusal(greg.id, adaLeaves)).toMatchObject([
      { rule: { rule: "E6", next: "At least one of the two must be a trainee." } },
    ]);
    const pair = await replace(greg.id, { leavingPersonId: fay.id });
    expect(pair.members).toMatchObject([{ trainee: { id: told.ada.id } }, { trainee: null, person: { id: greg.id } }]);
    const left = await entriesOf("ReviewerLeft");
    expect(left).toMatchObject([{ personId: fay.id, traineeId: null, reason: "Ben is unwell.", subjectId: fay.id }]);
    expect(await entriesOf("PairDissolved")).toEqual([]);
  });

  test.each([QUALITY_ASSURANCE, PUBLISHED, CLOSED])(
    "R9, R22: at %s a trainee leaves an accredited partner to somebody accredited, and is withdrawn at once",
    async (stage) => {
      await accreditedPartner(tandem, told, null);
      const { id } = await told.commissioned(told.adaAndBen, told.board, stage);
      const greg = await accreditedOne(tandem, told, "Greg");
      const pair = await replace(greg.id, { leavingPersonId: told.ada.personId });
      expect(pair.members).toMatchObject([{ trainee: null, person: { id: greg.id } }, { trainee: null }]);
      const leaves = { traineeId: told.ada.id, reason: "Left the board's area." };
      const expectedVersion = await version("trainee", told.ada.id);
      await done(tandem, told.lead.id, "withdrawTrainee", { ...leaves, expectedVersion });
      expect(await row("trainee", told.ada.id)).toMatchObject({ standing: "WITHDRAWN", pairId: null });
      expect((await row("commission", id)).pairId).toBe(stage === CLOSED ? told.adaAndBen.id : pair.id);
      if (stage !== PUBLISHED) return;
      await done(tandem, told.lead.id, "closeCommission", { commissionId: id, expectedVersion: 2 }, COMMISSION);
      await done(tandem, told.lead.id, "dissolvePair", { pairId: pair.id, reason: "Done.", expectedVersion: 1 });
    },
  );

  test("R22: in the middle of a practice review, and after it where the one who comes is neither, E6 still refuses", async () => {
    await accreditedPartner(tandem, told, null);
    const { id } = await told.commissioned(told.adaAndBen, told.board, ANALYSIS);
    const greg = await accreditedOne(tandem, told, "Greg");
    const adaLeaves = { leavingPersonId: told.ada.personId };
    expect(await refusal(greg.id, adaLeaves)).toMatchObject([{ rule: { rule: "E6" } }]);
    await tandem.db.source.query("UPDATE commission SET stage = ? WHERE id = ?", [PUBLISHED, id]);
    expect(await refusal((await told.person("Nell")).id, adaLeaves)).toMatchObject([{ rule: { rule: "E6" } }]);
  });

  test("R22: who was a trainee and is accredited by now stays as who they were", async () => {
    await told.commissioned(told.adaAndBen, told.board, PUBLISHED);
    await tandem.db.source.manager.update("Trainee", { id: told.ada.id }, { standing: "ACCREDITED" });
    const pair = await replace((await accreditedOne(tandem, told, "Fay")).id);
    expect(pair.members).toMatchObject([{ trainee: { id: told.ada.id } }, { trainee: null }]);
  });

  test("R22: each fault is named, all of them at once", async () => {
    expect(await refusal(told.ada.personId, { leavingPersonId: told.seat.id })).toMatchObject([
      { path: ["leavingPersonId"], message: "leavingPersonId is not of the pair." },
      { path: ["joiningPersonId"], message: "joiningPersonId is of the pair already." },
    ]);
    expect(await refusal(told.ben.personId)).toMatchObject([{ path: ["joiningPersonId"] }]);
    const cat = await told.trainee("Cat");
    const { manager } = tandem.db.source;
    await manager.update("Person", { id: cat.personId }, { disabledAt: new Date() });
    expect(await refusal(cat.personId)).toMatchObject([
      { path: ["joiningPersonId"], message: "joiningPersonId is of somebody who may not sign in." },
    ]);
    await manager.update("Person", { id: cat.personId }, { erasedAt: new Date() });
    expect(await refusal(cat.personId)).toMatchObject([
      { path: ["joiningPersonId"], message: "joiningPersonId is of somebody who was erased." },
    ]);
    expect(await refusal("per_nobody", { reason: "Why." })).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await refusal((await told.trainee("Dan")).personId, { expectedVersion: 7 })).toMatchObject([
      { code: "CONFLICT", currentVersion: 1 },
    ]);
    expect(await refusal((await told.trainee("Dan")).personId, { reason: " " })).toMatchObject([{ path: ["reason"] }]);
  });

  test("R22: nor from a pair that has ended, nor by anybody but a lead", async () => {
    const cat = await told.trainee("Cat");
    for (const person of [told.ada.personId, told.supervisor.id, told.seat.id]) {
      expect(await rejected(tandem, person, "replacePartner", await input(cat.personId))).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, "replacePartner", await input(cat.personId))).toBe("UNAUTHENTICATED");
    await replace(cat.personId);
    expect(await refusal((await told.trainee("Dan")).personId)).toMatchObject([
      { path: ["pairId"], message: "pairId is of a pair that has ended." },
    ]);
  });

  test("R32, R39: whoever assesses one of the two comes only once they do so no longer", async () => {
    const greg = await accreditedOne(tandem, told, "Greg");
    await done(tandem, told.lead.id, "grantRole", { personId: greg.id, role: "ASSESSOR", expectedVersion: 1 });
    await told.assign(told.ben, greg, Role.ASSESSOR);
    expect(await refusal(greg.id)).toMatchObject([
      { path: ["joiningPersonId"], message: "joiningPersonId is assigned to assess one of the pair: end that first." },
    ]);
  });
});
