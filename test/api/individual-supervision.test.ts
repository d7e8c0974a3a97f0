import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
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

const SESSION = `supervisionSession { id version kind date venue minutes notes notesSharedAt supervisor { id }
  charge { formatted } attendance { attended trainee { id } } }`;
let review: Commission;
beforeEach(async () => {
  review = await told.commissioned(told.adaAndBen, told.board);
});
const session = (more: Record<string, unknown> = {}) => ({
  traineeId: told.ada.id,
  commissionId: review.id,
  date: daysAgo(1),
  minutes: 90,
  chargeMinor: 18_000,
  ...more,
});
const log = async (by: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, by, "logIndividualSupervision", session(more), SESSION)).supervisionSession;
const refuse = (more: Record<string, unknown>) =>
  refused(tandem, told.supervisor.id, "logIndividualSupervision", session(more));

test("R27: the session is logged and its board charged, in one change", async () => {
  expect(await log(told.supervisor.id)).toMatchObject({
    kind: "INDIVIDUAL",
    minutes: 90,
    charge: { formatted: "£180.00" },
    supervisor: { id: told.supervisor.id },
    attendance: [{ attended: true, trainee: { id: told.ada.id } }],
  });
  const query = `query B($id: ID!) { board(id: $id) { charges { nodes { payer purpose amount { amountMinor } } } } }`;
  const { data } = await tandem.as(told.seat.id).ask(query, { id: told.board.id });
  expect(data.board.charges.nodes).toEqual([
    {
      payer: "BOARD",
      purpose: `Individual supervision on ${daysAgo(1)}, 90 minutes`,
      amount: { amountMinor: 18_000 },
    },
  ]);
  const entries = await history(tandem, told, 2);
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(["ChargeRaised", "IndividualSupervisionLogged"]);
  expect(entries[1].facts).toEqual({ date: daysAgo(1), minutes: 90, amountMinor: 18_000, currency: "GBP" });
});

test("the charge is between the board and the programme: neither trainee nor supervisor reads the entry", async () => {
  await log(told.supervisor.id);
  const kindsOf = async (personId: string) => {
    const { data } = await tandem.as(personId).ask("{ entries(first: 100) { nodes { kind } } }");
    return data.entries.nodes.map(({ kind }: { kind: string }) => kind);
  };
  expect(await kindsOf(told.seat.id)).toEqual(expect.arrayContaining(["ChargeRaised", "IndividualSupervisionLogged"]));
  for (const personId of [told.ada.personId, told.supervisor.id]) {
    expect(await kindsOf(personId)).toContain("IndividualSupervisionLogged");
    expect(await kindsOf(personId)).not.toContain("ChargeRaised");
  }
  expect(await kindsOf(told.ben.personId)).not.toContain("IndividualSupervisionLogged");
});

test("notes are the trainee's to read when shared, never the board's, and never in the Log", async () => {
  const kept = await log(told.supervisor.id, { notes: "Kept to myself." });
  const shared = await log(told.supervisor.id, { notes: "Shared with you.", shareNotes: true });
  expect(kept).toMatchObject({ notes: "Kept to myself.", notesSharedAt: null });
  const query = `query N($kept: ID!, $shared: ID!) {
    kept: supervisionSession(id: $kept) { notes } shared: supervisionSession(id: $shared) { notes } }`;
  const notes = async (personId: string) =>
    (await tandem.as(personId).ask(query, { kept: kept.id, shared: shared.id })).data;
  expect(await notes(told.ada.personId)).toEqual({ kept: { notes: null }, shared: { notes: "Shared with you." } });
  expect(await notes(told.seat.id)).toEqual({ kept: { notes: null }, shared: { notes: null } });
  expect(await notes(told.ben.personId)).toEqual({ kept: null, shared: null });
  expect(JSON.stringify(await history(tandem, told, 6))).not.toMatch(/Kept|Shared/);
});

test("R27, E10: a trainee is never charged for individual supervision", async () => {
  expect(await refuse({ payer: "TRAINEE" })).toMatchObject([
    { __typename: "RuleNotMet", rule: { rule: "E10", met: false, needed: 1, actual: 0 } },
  ]);
  await log(told.supervisor.id, { payer: "BOARD" });
});

test("every value that cannot be is told at once", async () => {
  const errors = await refuse({ minutes: 0, chargeMinor: -1, notes: " ", idempotencyKey: "x" });
  expect(errors.map(({ path }) => path[0]).sort()).toEqual(["chargeMinor", "idempotencyKey", "minutes", "notes"]);
  expect(errors.every(({ __typename }) => __typename === "InvalidInput")).toBe(true);
  for (const more of [{ minutes: 601 }, { chargeMinor: 100_000_001 }, { notes: "x".repeat(100_000) }]) {
    expect(await refuse(more)).toMatchObject([{ code: "INVALID_INPUT", path: Object.keys(more) }]);
  }
  for (const more of [{ chargeMinor: 2 ** 31 }, { minutes: 1.5 }, { date: "2017-02-30" }, { payer: "NOBODY" }]) {
    expect(await rejected(tandem, told.supervisor.id, "logIndividualSupervision", session(more))).toBe(
      "BAD_USER_INPUT",
    );
  }
});

test("not in the future, and not before the board commissioned the review", async () => {
  expect(await refuse({ date: daysAgo(-1) })).toMatchObject([{ __typename: "InvalidInput", path: ["date"] }]);
  expect(await refuse({ date: daysAgo(331) })).toMatchObject([{ __typename: "InvalidInput", path: ["date"] }]);
  await log(told.supervisor.id, { date: daysAgo(330) });
  await log(told.supervisor.id, { date: daysAgo(0) });
});

test("only under a granted commission of the trainee's pair", async () => {
  await tandem.db.source.manager.update(
    Commission,
    { id: review.id },
    { stage: CommissionStage.NEGOTIATING, commissionedOn: null },
  );
  expect(await refuse({ date: daysAgo(-1) })).toMatchObject([{ path: ["commissionId"] }, { path: ["date"] }]);
  const theirs = await told.commissioned(await told.pair("Cy", "Di"), told.board);
  expect(
    await refused(tandem, told.lead.id, "logIndividualSupervision", session({ commissionId: theirs.id })),
  ).toMatchObject([{ __typename: "InvalidInput", path: ["commissionId"] }]);
  expect(await refuse({ commissionId: theirs.id })).toMatchObject([{ __typename: "NotFound", path: ["commissionId"] }]);
});

test("it takes the trainee's own supervisor, or a lead, who may name the supervisor", async () => {
  const sue = await told.person("Sue", Role.SUPERVISOR);
  expect(await refused(tandem, sue.id, "logIndividualSupervision", session())).toMatchObject([
    { __typename: "NotFound", path: ["traineeId"] },
  ]);
  for (const personId of [told.ada.personId, told.assessor.id, told.seat.id]) {
    expect(await rejected(tandem, personId, "logIndividualSupervision", session())).toBe("FORBIDDEN");
  }
  expect(await log(told.lead.id, { supervisorId: told.supervisor.id })).toMatchObject({
    supervisor: { id: told.supervisor.id },
  });
});

test("a supervisor who only assesses this trainee does not supervise them", async () => {
  const sue = await told.person("Sue", Role.SUPERVISOR);
  await tandem.db.source.manager.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, 'ASSESSOR')", [
    "rol_sue",
    sue.id,
  ]);
  await told.assign(told.ada, sue, Role.ASSESSOR);
  expect(await rejected(tandem, sue.id, "logIndividualSupervision", session())).toBe("FORBIDDEN");
});

test("R22, R27: an hour with who left is logged still, up to the day they left; of who came none from before", async () => {
  const cat = await told.trainee("Cat");
  await tandem.db.source.query("UPDATE commission SET commissionedOn = ?", [daysAgo(30)]);
  const leaving = { pairId: told.adaAndBen.id, leavingPersonId: told.ben.personId, joiningPersonId: cat.personId };
  await done(tandem, told.lead.id, "replacePartner", { ...leaving, reason: "Ben is unwell.", expectedVersion: 1 });
  await log(told.lead.id, { traineeId: told.ben.id, date: daysAgo(9) });
  const early = session({ traineeId: cat.id, date: daysAgo(9) });
  expect(await refused(tandem, told.lead.id, "logIndividualSupervision", early)).toMatchObject([
    { path: ["date"], message: `date is before the trainee came to the review, on ${daysAgo(0)}.` },
  ]);
  await log(told.lead.id, { traineeId: cat.id, date: daysAgo(0) });
});
