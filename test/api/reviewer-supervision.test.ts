import { CommissionStage } from "../../src/commission/commission-stage";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { accredited } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { laterReview, WithReviewer, withReviewer } from "../support/story.reviewer";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let one: WithReviewer;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  one = await withReviewer(tandem, told);
});
afterEach(() => tandem.close());

const SESSION = `supervisionSession { id version date minutes notes notesSharedAt struckOutAt charge { amountMinor }
  supervisor { id } reviewer { id } attendance { id } }`;
const held = (more: Record<string, unknown> = {}) => ({
  ...{ reviewerId: one.rex.personId, commissionId: one.review.id, date: daysAgo(5), minutes: 60 },
  ...{ chargeMinor: 12_000, ...more },
});
const log = async (by: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, by, "logIndividualSupervision", held(more), SESSION)).supervisionSession;
const refuse = (more: Record<string, unknown>, by = told.lead.id) =>
  refused(tandem, by, "logIndividualSupervision", held(more));
const amounts = async () =>
  (await tandem.db.rows("SELECT amountMinor, boardId, sessionId FROM charge ORDER BY id")).map((line) => [
    Number(line.amountMinor),
    line.boardId,
    line.sessionId,
  ]);
const change = ({ id: sessionId, version: expectedVersion }: { id: string; version: number }) => ({
  ...{ sessionId, expectedVersion },
});
const SLIP = { reason: "A slip of the pen." };
const grant = (personId: string, role: Role, expectedVersion = 1) =>
  done(tandem, told.lead.id, "grantRole", { personId, role, expectedVersion });

test("R43, R44: whoever supervises the partner of a reviewer logs the reviewer's session, and the board is charged", async () => {
  const { attendance, ...session } = await log(one.sue.id);
  expect(session).toMatchObject({
    ...{ date: daysAgo(5), minutes: 60, charge: { amountMinor: 12_000 } },
    ...{ supervisor: { id: one.sue.id }, reviewer: { id: one.rex.personId } },
  });
  expect(attendance).toBeNull(); // it is of trainees, and this is no trainee's
  expect(await tandem.db.rows("SELECT id FROM supervision_attendance")).toEqual([]);
  expect(await amounts()).toEqual([[12_000, told.board.id, session.id]]);
});

test("R43: who was a trainee of the pair is a reviewer on a later review, once accredited, and on their practice review is not", async () => {
  const { personId: reviewerId } = told.ada;
  const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board);
  const theirs = { reviewerId, commissionId };
  const none = [{ code: "INVALID_INPUT", path: ["commissionId"] }];
  await accredited(tandem, told, reviewerId, "Ada", daysAgo(-90));
  expect(await refuse(theirs)).toMatchObject(none);
  await tandem.db.source.query("UPDATE commission SET practice = 0 WHERE id = ?", [commissionId]);
  expect(await log(told.lead.id, { ...theirs, supervisorId: one.sue.id })).toMatchObject({
    ...{ reviewer: { id: reviewerId }, charge: { amountMinor: 12_000 } },
  });
  expect(await refuse({ ...theirs, reviewerId: told.ben.personId })).toMatchObject(none);
});

test("R43, R44: on a later review supervision and quality assurance are both charged to the board", async () => {
  await tandem.close();
  tandem = await startTandem();
  told = await story(tandem);
  one = await laterReview(tandem, told, CommissionStage.DRAFT_REPORT);
  const { id: commissionId } = one.review;
  for (const { personId: reviewerId } of [one.rex, one.cy]) {
    await log(told.lead.id, { reviewerId, supervisorId: told.supervisor.id });
  }
  const assured = { commissionId, passed: true, notes: "It is faithful to the model." };
  await done(tandem, told.lead.id, "recordQualityAssurance", { ...assured, expectedVersion: one.review.version });
  const owed = { commissionId, amountMinor: 45_000, purpose: "Quality assurance of the draft" };
  await done(tandem, told.lead.id, "chargeQualityAssurance", owed);

  const asked = `query ($id: ID!) { commission(id: $id) { practice supervision { nodes { minutes } }
    charges { nodes { payer kind } } statement { closingBalance { amountMinor } } } }`;
  const { data } = await tandem.as(told.seat.id).ask(asked, { id: commissionId });
  expect(data.commission).toMatchObject({
    ...{ practice: false, supervision: { nodes: [{ minutes: 60 }, { minutes: 60 }] } },
    statement: { closingBalance: { amountMinor: ((12_000 * 2 + 45_000) * 120) / 100 } },
  });
  const supervised = { payer: "BOARD", kind: "INDIVIDUAL_SUPERVISION" };
  expect(data.commission.charges.nodes).toEqual(
    expect.arrayContaining([supervised, supervised, { payer: "BOARD", kind: "QUALITY_ASSURANCE" }]),
  );
});

test("R43: it is refused of a trainee, of a stranger, of nobody and of two, before the board pays and of another day", async () => {
  expect(await refuse({ traineeId: one.cy.id })).toMatchObject([{ code: "INVALID_INPUT", path: ["reviewerId"] }]);
  expect(await refuse({ reviewerId: undefined })).toMatchObject([{ code: "INVALID_INPUT", path: ["traineeId"] }]);
  expect(await refuse({ reviewerId: "per_none" })).toMatchObject([{ code: "NOT_FOUND", path: ["reviewerId"] }]);
  for (const reviewerId of [one.cy.personId, told.supervisor.id]) {
    expect(await refuse({ reviewerId, date: daysAgo(-1) })).toMatchObject([
      { code: "INVALID_INPUT", path: ["commissionId"] },
      { code: "INVALID_INPUT", path: ["date"] },
    ]);
  }
  // As a trainee Rex is of no pair.
  expect(await refuse({ reviewerId: undefined, traineeId: one.rex.id })).toMatchObject([{ path: ["commissionId"] }]);
  expect(await refuse({ date: daysAgo(331) })).toMatchObject([{ path: ["date"] }]);
  expect(await refuse({ payer: "TRAINEE" })).toMatchObject([{ code: "RULE_NOT_MET", rule: { rule: "E10" } }]);
  await tandem.db.source.query("UPDATE commission SET commissionedOn = NULL WHERE id = ?", [one.review.id]);
  expect(await refuse({})).toMatchObject([{ code: "INVALID_INPUT", path: ["commissionId"] }]);
  expect(await amounts()).toEqual([]);
});

test("R43: whoever has a part in the review, in its pair or for its board, neither holds a session nor logs one", async () => {
  const people = [one.rex.personId, one.cy.personId, told.seat.id];
  for (const personId of people) await grant(personId, Role.SUPERVISOR);
  for (const supervisorId of people) {
    expect(await refuse({ supervisorId })).toMatchObject([{ code: "INVALID_INPUT", path: ["supervisorId"] }]);
    expect(await rejected(tandem, supervisorId, "logIndividualSupervision", held())).toBe("FORBIDDEN");
  }
  for (const personId of people) {
    await grant(personId, Role.PROGRAMME_LEAD, 2);
    const named = held({ supervisorId: one.sue.id });
    expect(await rejected(tandem, personId, "logIndividualSupervision", named)).toBe("FORBIDDEN");
  }
  expect(await amounts()).toEqual([]);
  // A supervisor who sees nothing of the review is told nothing of it.
  expect(await refuse({}, told.supervisor.id)).toMatchObject([{ code: "NOT_FOUND", path: ["commissionId"] }]);
});

test("R22, R43: who has left the review holds no session on it, and theirs is logged up to the day they left", async () => {
  const fay = await told.person("Fay");
  await grant(fay.id, Role.SUPERVISOR);
  const { id: pairId } = await told.pair("Fay's", "friend");
  const { manager } = tandem.db.source;
  await manager.query("UPDATE pair_member SET personId = ?, traineeId = NULL WHERE pairId = ? AND ordinal = 1", [
    ...[fay.id, pairId],
  ]);
  await manager.query("UPDATE pair SET dissolvedOn = ? WHERE id = ?", [daysAgo(10), pairId]);
  await manager.query("INSERT INTO former_pair (commissionId, pairId) VALUES (?, ?)", [one.review.id, pairId]);
  expect(await refuse({ supervisorId: fay.id })).toMatchObject([{ path: ["supervisorId"] }]);
  expect(await refuse({ reviewerId: fay.id, date: daysAgo(9) })).toMatchObject([{ path: ["date"] }]);
  await log(told.lead.id, { reviewerId: fay.id, date: daysAgo(10) });
});

test("R43, R44: whoever held it, and a lead, correct and strike out a session, and the board is credited", async () => {
  const session = await log(told.lead.id, { supervisorId: told.supervisor.id });
  const slip = { ...change(session), ...SLIP };
  // Cy's supervisor sees the review and not this session; the reviewer sees it and has no say in it.
  expect(await refused(tandem, one.sue.id, "strikeOutIndividualSupervision", slip)).toMatchObject([
    { code: "NOT_FOUND", path: ["sessionId"] },
  ]);
  for (const role of [Role.SUPERVISOR, Role.PROGRAMME_LEAD]) {
    await grant(one.rex.personId, role, role === Role.SUPERVISOR ? 1 : 2);
    for (const mutation of ["correctIndividualSupervision", "strikeOutIndividualSupervision"]) {
      const input = mutation.startsWith("correct") ? { ...slip, minutes: 1 } : slip;
      expect(await rejected(tandem, one.rex.personId, mutation, input)).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, one.rex.personId, "shareSupervisionNotes", change(session))).toBe("FORBIDDEN");
  }
  const corrected = { ...slip, minutes: 90, chargeMinor: 18_000 };
  await done(tandem, told.supervisor.id, "correctIndividualSupervision", corrected, SESSION);
  const late = { ...slip, expectedVersion: 2, date: daysAgo(331) };
  expect(await refused(tandem, told.lead.id, "correctIndividualSupervision", late)).toMatchObject([{ path: ["date"] }]);
  await done(tandem, told.lead.id, "strikeOutIndividualSupervision", { ...slip, expectedVersion: 2 }, SESSION);
  expect((await amounts()).map(([amount]) => amount)).toEqual([12_000, -12_000, 18_000, -18_000]);
});
