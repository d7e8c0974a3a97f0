import { Board } from "../../src/board/board.entity";
import { BoardKind } from "../../src/board/board-kind";
import { Person } from "../../src/person/person.entity";
import { done, refused } from "../support/change";
import { accredited, accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let greg: Person;
let mo: Person;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  greg = await accreditedOne(tandem, told, "Greg");
  mo = await accreditedOne(tandem, told, "Mo");
});
afterEach(() => tandem.close());

const PAIR = "pair { id version reference members { person { name } trainee { id } } }";
const both = (...people: Person[]) => ({ personIds: people.map(({ id }) => id), practice: false });
const form = async () => (await done(tandem, told.lead.id, "formPair", both(greg, mo), PAIR)).pair;
const proposal = (pairId: string, more: Record<string, unknown> = {}) => ({
  ...{ boardId: told.board.id, pairId, reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" },
  ...{ practice: false, targetOn: daysAgo(-90), ...more },
});
const COMMISSION = "commission { id version stage practice qualityPassed }";
const propose = async (pairId: string, more: Record<string, unknown> = {}): Promise<string> =>
  (await done(tandem, greg.id, "proposeCommission", proposal(pairId, more), COMMISSION)).commission.id;
const versionOf = async (table: string, id: string) =>
  Number((await tandem.db.rows(`SELECT version FROM \`${table}\` WHERE id = ?`, [id]))[0]?.version);
const on = (commissionId: string) => async (by: string, mutation: string, more: Record<string, unknown>) =>
  done(
    ...([tandem, by, mutation] as const),
    { commissionId, expectedVersion: await versionOf("commission", commissionId), ...more },
    mutation === "offerRate" ? "rateOffer { id version }" : COMMISSION,
  );
const granted = async (commissionId: string, ...people: Person[]) => {
  const next = on(commissionId);
  for (const { id: personId } of people) {
    const { rateOffer } = await next(personId, "offerRate", { personId, amountMinor: 60_000 });
    await done(tandem, told.seat.id, "acceptRate", { rateOfferId: rateOffer.id, expectedVersion: 1 });
  }
  return next(told.seat.id, "grantCommission", {});
};
const tasksOf = async (by: string): Promise<string[]> => {
  const { data } = await tandem.as(by).ask("{ viewer { tasks { kind } } }");
  return data.viewer.tasks.map(({ kind }: { kind: string }) => kind);
};

test("R42, R22: two who are accredited are a pair for later reviews, which is told of the pair alone", async () => {
  const pair = await form();
  expect(pair.members).toEqual([
    { person: { name: "Greg" }, trainee: null },
    { person: { name: "Mo" }, trainee: null },
  ]);
  const entries = await tandem.db.rows("SELECT pairId, traineeId, personId FROM entry WHERE kind = 'PairFormed'");
  expect(entries.at(-1)).toEqual({ pairId: pair.id, traineeId: null, personId: null });
  const query = "query ($id: ID!) { pair(id: $id) { id } entries(first: 100) { nodes { kind } } }";
  const seenBy = async (by: string) => (await tandem.as(by).ask(query, { id: pair.id })).data;
  for (const { id } of [greg, mo]) {
    const { pair: seen, entries: heard } = await seenBy(id);
    expect(seen).toEqual({ id: pair.id });
    expect(heard.nodes).toContainEqual({ kind: "PairFormed" });
  }
  for (const id of [told.ada.personId, told.supervisor.id, told.seat.id]) expect((await seenBy(id)).pair).toBeNull();
});

test("R42, E6: not without saying so, not with one who is neither, not twice, and no practice review is theirs", async () => {
  const e6 = [{ code: "RULE_NOT_MET", path: [], rule: { rule: "E6", met: false } }];
  const refusal = (input: object) => refused(tandem, told.lead.id, "formPair", { ...input });
  expect(await refusal({ personIds: [greg.id, mo.id] })).toMatchObject(e6);
  expect(await refusal(both(greg, told.seat))).toMatchObject(e6);
  expect(await refusal(both(greg, greg))).toMatchObject(e6);
  const gone = await accreditedOne(tandem, told, "Fay", daysAgo(0));
  expect(await refusal(both(greg, gone))).toMatchObject(e6);
  const { id, reference } = await form();
  expect(await refusal(both(mo, greg))).toMatchObject([
    { code: "INVALID_INPUT", path: ["personIds"], message: `personIds are those of pair ${reference} already.` },
  ]);
  expect(await refused(tandem, greg.id, "proposeCommission", proposal(id, { practice: true }))).toMatchObject(e6);
});

test("R42: a later review is commissioned by any board, and not once one of the two has lapsed", async () => {
  await tandem.db.source.manager.update(Board, { id: told.board.id }, { kind: BoardKind.COMMUNITY_SAFETY_PARTNERSHIP });
  const pair = await form();
  const commissionId = await propose(pair.id);
  const next = on(commissionId);
  for (const { id: personId } of [greg, mo]) {
    const { rateOffer } = await next(told.seat.id, "offerRate", { personId, amountMinor: 60_000 });
    await done(tandem, personId, "acceptRate", { rateOfferId: rateOffer.id, expectedVersion: 1 });
  }
  await tandem.db.source.query("UPDATE accreditation SET lapsesOn = ? WHERE personId = ?", [daysAgo(0), mo.id]);
  const grant = { commissionId, expectedVersion: await versionOf("commission", commissionId) };
  expect(await refused(tandem, told.seat.id, "grantCommission", grant)).toMatchObject([
    { rule: { rule: "E6", next: expect.stringContaining("Mo is neither a trainee nor accredited") } },
  ]);
  await tandem.db.source.query("UPDATE accreditation SET lapsesOn = ? WHERE personId = ?", [daysAgo(-90), mo.id]);
  await done(tandem, told.seat.id, "grantCommission", grant);
});

test("R42, R44: a review of two who are accredited goes through every stage to its close, and the pair to its end", async () => {
  const pair = await form();
  const commissionId = await propose(pair.id);
  expect(await tasksOf(told.seat.id)).toEqual([]);
  await granted(commissionId, greg, mo);
  const next = on(commissionId);
  expect(await tasksOf(mo.id)).toEqual(["ADVANCE_COMMISSION"]);
  const stages = ["SCOPING", "DATA_COLLECTION", "ANALYSIS", "FINDINGS", "DRAFT_REPORT"];
  for (const [index, to] of stages.entries()) {
    await next((index % 2 ? mo : greg).id, "advanceCommission", { to });
  }
  const asked = { commissionId, request: "The chronology.", dueOn: daysAgo(-9) };
  const { informationRequest } = await done(tandem, mo.id, "requestInformation", asked, "informationRequest { id }");
  await done(tandem, told.seat.id, "answerInformationRequest", {
    ...{ informationRequestId: informationRequest.id, response: "In the post.", expectedVersion: 1 },
  });
  const file = { fileName: "report.pdf", type: "PDF", size: 9, sha256: "0".repeat(64) };
  await done(tandem, greg.id, "requestUpload", { commissionId, ...file });
  expect(await tasksOf(told.lead.id)).toEqual(["RECORD_QUALITY_ASSURANCE"]);
  await next(told.lead.id, "recordQualityAssurance", { passed: false, notes: "The second finding is bare." });
  await next(told.lead.id, "recordQualityAssurance", { passed: true, notes: "Sound." });
  const charge = { commissionId, amountMinor: 45_000, purpose: "Quality assurance" };
  await done(tandem, told.lead.id, "chargeQualityAssurance", charge);
  await next(told.seat.id, "recordBoardResponse", { text: "We accept the findings." });
  await next(told.seat.id, "recordPublication", { publication: "FULL", reason: "All agree." });
  const { commission } = await next(told.lead.id, "closeCommission", {});
  expect(commission).toMatchObject({ stage: "CLOSED", practice: false, qualityPassed: true });

  const seen = async (by: string) => {
    const query =
      "query ($id: ID!) { commission(id: $id) { stage qualityNotes pair { members { person { name } } } } }";
    return (await tandem.as(by).ask(query, { id: commissionId })).data.commission;
  };
  const members = [{ person: { name: "Greg" } }, { person: { name: "Mo" } }];
  for (const { id } of [greg, mo, told.lead]) {
    expect(await seen(id)).toEqual({ stage: "CLOSED", qualityNotes: "Sound.", pair: { members } });
  }
  expect(await seen(told.seat.id)).toEqual({ stage: "CLOSED", qualityNotes: null, pair: { members } });
  for (const id of [told.ada.personId, told.supervisor.id, told.assessor.id]) expect(await seen(id)).toBeNull();

  const end = { pairId: pair.id, reason: "It is over.", expectedVersion: pair.version };
  await done(tandem, told.lead.id, "dissolvePair", end);
  expect(await seen(greg.id)).toBeNull();
  await form();
});

test("R42: whoever is made one of a pair hears of its reviews from then on, on a socket that was open before", async () => {
  const { cursor } = (await tandem.as(mo.id).ask("{ cursor }")).data;
  const query = "subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }";
  const heard = tandem.ws(mo.id).subscribe(query, { after: cursor });
  const pair = await form();
  await granted(await propose(pair.id), greg, mo);
  const frames = await heard.take(7);
  expect(frames.map(({ data }) => data.feed.entry.kind)).toEqual([
    ...["PairFormed", "CommissionProposed", "RateOffered", "RateAccepted", "RateOffered", "RateAccepted"],
    "CommissionGranted",
  ]);
});

test("R42: one of the two is replaced by another who is accredited, and not by one who is not", async () => {
  const pair = await form();
  const commissionId = await propose(pair.id);
  await granted(commissionId, greg, mo);
  const fay = await accreditedOne(tandem, told, "Fay");
  const replacing = (joiningPersonId: string) => ({
    ...{ pairId: pair.id, leavingPersonId: mo.id, joiningPersonId, reason: "Mo is unwell." },
    expectedVersion: pair.version,
  });
  const e6 = [{ code: "RULE_NOT_MET", rule: { rule: "E6", met: false } }];
  expect(await refused(tandem, told.lead.id, "replacePartner", replacing(told.assessor.id))).toMatchObject(e6);
  const { pair: next } = await done(tandem, told.lead.id, "replacePartner", replacing(fay.id), PAIR);
  expect(next.members.map(({ person }: { person: { name: string } }) => person.name)).toEqual(["Greg", "Fay"]);
  const { rateOffer } = await on(commissionId)(fay.id, "offerRate", { personId: fay.id, amountMinor: 61_000 });
  await done(tandem, told.seat.id, "acceptRate", { rateOfferId: rateOffer.id, expectedVersion: 1 });
  await on(commissionId)(fay.id, "advanceCommission", { to: "SCOPING" });
});

test("R22, R42: of two who were trainees together none stays in a new pair once their accreditation holds no more", async () => {
  const pair = told.adaAndBen;
  for (const { personId } of [told.ada, told.ben]) await accredited(tandem, told, personId, personId, daysAgo(-90));
  await tandem.db.source.query("UPDATE trainee SET standing = 'ACCREDITED'");
  const expectedVersion = await versionOf("pair", pair.id);
  const leaves = {
    pairId: pair.id,
    leavingPersonId: told.ben.personId,
    joiningPersonId: mo.id,
    reason: "He is unwell.",
  };
  const replacing = { ...leaves, expectedVersion };
  await tandem.db.source.query("UPDATE accreditation SET withdrawnOn = ? WHERE personId = ?", [
    ...[daysAgo(1), told.ada.personId],
  ]);
  expect(await refused(tandem, told.lead.id, "replacePartner", replacing)).toMatchObject([{ rule: { rule: "E6" } }]);
  await tandem.db.source.query("UPDATE accreditation SET withdrawnOn = NULL");
  await done(tandem, told.lead.id, "replacePartner", replacing);
});

test("R42: a pair that is between its reviews goes on with another reviewer too", async () => {
  const pair = await form();
  const fay = await accreditedOne(tandem, told, "Fay");
  const { pair: next } = await done(
    ...([tandem, told.lead.id, "replacePartner"] as const),
    { pairId: pair.id, leavingPersonId: greg.id, joiningPersonId: fay.id, reason: "Is busy.", expectedVersion: 1 },
    PAIR,
  );
  expect(next.members.map(({ person }: { person: { name: string } }) => person.name)).toEqual(["Fay", "Mo"]);
});

test("R35, R42: others are asked for their input on a practice review, and on no later one", async () => {
  const asked = { boardId: told.board.id, pairId: told.adaAndBen.id, practice: false };
  const review = { reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" };
  const proposed = await done(tandem, told.ada.personId, "proposeCommission", { ...asked, ...review }, COMMISSION);
  const guest = { name: "Pat", email: "pat@example.org", involvement: "PRACTITIONER" };
  const about = { traineeIds: [told.ada.id], areaIds: ["C1"], commissionId: proposed.commission.id };
  expect(await refused(tandem, told.ada.personId, "nameContributor", { ...guest, ...about })).toMatchObject([
    { code: "INVALID_INPUT", path: ["commissionId"], message: expect.stringContaining("is of no practice review") },
  ]);
});
