import { Role } from "../../src/person/role";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { WithReviewer, withReviewer } from "../support/story.reviewer";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let one: WithReviewer;
let rex: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  one = await withReviewer(tandem, told);
  rex = one.rex.personId;
});
afterEach(() => tandem.close());

interface Session {
  readonly id: string;
  readonly version: number;
}
const log = async (more: Record<string, unknown> = {}): Promise<Session> => {
  const of = { reviewerId: rex, commissionId: one.review.id, date: daysAgo(5), minutes: 60, chargeMinor: 12_000 };
  const input = { ...of, notes: "He carries much.", ...more };
  return (await done(tandem, told.lead.id, "logIndividualSupervision", input, "supervisionSession { id version }"))
    .supervisionSession;
};
const share = ({ id: sessionId, version: expectedVersion }: Session) =>
  done(tandem, told.lead.id, "shareSupervisionNotes", { sessionId, expectedVersion });
const correct = ({ id: sessionId, version: expectedVersion }: Session) => {
  const said = { minutes: 61, notes: "He carries less.", reason: "A slip." };
  return done(tandem, told.lead.id, "correctIndividualSupervision", { sessionId, expectedVersion, ...said });
};
const read = async (by: string, id: string) => {
  const query = `query ($id: ID!) { supervisionSession(id: $id) {
    minutes charge { amountMinor } notes notesSharedAt reviewer { name } supervisor { name } } }`;
  return (await tandem.as(by).ask(query, { id })).data.supervisionSession;
};
const heard = async (by: string): Promise<string[]> =>
  (await tandem.as(by).ask("{ entries(first: 100) { nodes { kind } } }")).data.entries.nodes
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => /^IndividualSupervision|^SupervisionNotes/.test(kind))
    .sort();
const grant = (personId: string, role: Role) =>
  done(tandem, told.lead.id, "grantRole", { personId, role, expectedVersion: 1 });

test("R43: the reviewer, the board and who held it see a session; neither the partner nor either's staff does", async () => {
  const held = await told.person("Holly", Role.SUPERVISOR);
  const session = await log({ supervisorId: held.id });
  await correct(session);
  const seen = { minutes: 61, charge: { amountMinor: 12_000 }, notesSharedAt: null };
  const [reviewer, supervisor] = [{ name: "Rex" }, { name: "Holly" }];
  expect(await read(rex, session.id)).toEqual({ ...seen, notes: null, reviewer, supervisor });
  expect(await read(told.seat.id, session.id)).toMatchObject({ ...seen, notes: null, reviewer });
  expect(await read(held.id, session.id)).toMatchObject({ ...seen, notes: "He carries less.", reviewer });
  for (const by of [rex, told.seat.id]) {
    expect(await heard(by)).toEqual(["IndividualSupervisionCorrected", "IndividualSupervisionLogged"]);
  }
  // Supervisor and assessor of the trainee whom Rex was are told nothing of the reviewer.
  for (const by of [one.cy.personId, one.sue.id, told.supervisor.id, told.assessor.id, told.ada.personId]) {
    expect(await read(by, session.id)).toBeNull();
    expect(await heard(by)).toEqual([]);
  }
});

test("R43: who held it sees it while they are a supervisor", async () => {
  const held = await told.person("Holly", Role.SUPERVISOR);
  const { id } = await log({ supervisorId: held.id });
  const revoked = { personId: held.id, role: Role.SUPERVISOR, expectedVersion: 1, reason: "Works elsewhere." };
  await done(tandem, told.lead.id, "revokeRole", revoked);
  expect(await read(held.id, id)).toBeNull();
  const { data } = await tandem.as(held.id).ask("query ($id: ID!) { person(id: $id) { name } }", { id: rex });
  expect(data.person).toBeNull();
});

test("R43: an old trainee's staff who speak for the board as well see what the board sees, and not the notes", async () => {
  const session = await log();
  await share(session);
  const { id: boardId, version: expectedVersion } = told.board;
  for (const [index, { id: personId }] of [told.supervisor, told.assessor].entries()) {
    const input = { boardId, personId, expectedVersion: expectedVersion + index };
    await done(tandem, told.lead.id, "grantSeat", input);
    expect(await read(personId, session.id)).toMatchObject({ minutes: 60, notes: null, notesSharedAt: null });
  }
});

test("R43: notes are the reviewer's to read once they are shared, and never the board's", async () => {
  const session = await log();
  await share(session);
  expect((await read(rex, session.id)).notes).toBe("He carries much.");
  expect(await heard(rex)).toEqual(["IndividualSupervisionLogged", "SupervisionNotesShared"]);
  expect((await read(told.seat.id, session.id)).notes).toBeNull();
  expect(await heard(told.seat.id)).toEqual(["IndividualSupervisionLogged"]);
});

test("R43: a lead who is the reviewer reads what was noted of them only once it is shared, also in the history and as what is held", async () => {
  await grant(rex, Role.PROGRAMME_LEAD);
  const silent = await log();
  await correct(silent);
  const shared = await log({ notes: "He listens well." });
  await share(shared);
  expect(await read(rex, silent.id)).toMatchObject({ minutes: 61, notes: null, notesSharedAt: null });
  expect((await read(rex, shared.id)).notes).toBe("He listens well.");
  expect((await read(told.lead.id, silent.id)).notes).toBe("He carries less.");
  expect(await heard(told.lead.id)).toContain("SupervisionNotesCorrected");
  expect(await heard(rex)).not.toContain("SupervisionNotesCorrected");

  const { data } = await tandem.as(rex).ask("{ viewer { personalData { held } } }");
  const sessions = data.viewer.personalData.held.SupervisionSession;
  expect(sessions.find(({ id }: Session) => id === silent.id)).toMatchObject({ minutes: 61 });
  expect(sessions.find(({ id }: Session) => id === silent.id)).not.toHaveProperty("notes");
  expect(sessions.find(({ id }: Session) => id === shared.id)).toMatchObject({ notes: "He listens well." });
  expect(JSON.stringify(data)).not.toContain("He carries");
});

test("R27: a lead who is a trainee reads what was noted of them only once it is shared", async () => {
  await grant(told.ada.personId, Role.PROGRAMME_LEAD);
  const { id: commissionId } = await told.commissioned(told.adaAndBen, told.board);
  const session = await log({ reviewerId: undefined, traineeId: told.ada.id, commissionId });
  expect(await read(told.ada.personId, session.id)).toMatchObject({ minutes: 60, notes: null });
  await share(session);
  expect((await read(told.ada.personId, session.id)).notes).toBe("He carries much.");
});

const LOGGED = `subscription ($after: Cursor) { supervisionLogged(after: $after) {
  entry { kind } session { reviewer { name } } trainee { id } } }`;

test("R43: supervisionLogged tells the reviewer and the board, as it happens and afterwards, and nobody's former staff", async () => {
  const after = (await tandem.as(told.lead.id).ask("{ cursor }")).data.cursor;
  const [live, board] = [rex, told.seat.id].map((by) => tandem.ws(by).subscribe(LOGGED, { after }));
  const session = await log();
  await correct(session);
  const telling = (kind: string) => ({ entry: { kind }, session: { reviewer: { name: "Rex" } }, trainee: null });
  const expected = ["IndividualSupervisionLogged", "IndividualSupervisionCorrected"].map(telling);
  for (const listening of [live, board, tandem.ws(rex).subscribe(LOGGED, { after })]) {
    const frames = (await listening?.take(2)) ?? [];
    expect(frames.map(({ data }) => data.supervisionLogged)).toEqual(expected);
  }
  // Who supervises or assesses the partner, or the trainee whom the reviewer was, hears of the partner's first.
  await told.assign(one.cy, told.supervisor, Role.SUPERVISOR);
  await told.assign(one.cy, told.assessor, Role.ASSESSOR);
  await log({ reviewerId: undefined, traineeId: one.cy.id });
  for (const { id } of [told.supervisor, told.assessor, one.sue]) {
    const [first] = await tandem.ws(id).subscribe(LOGGED, { after }).take(1);
    expect(first?.data.supervisionLogged).toMatchObject({ trainee: { id: one.cy.id }, session: { reviewer: null } });
  }
});

test("R43: supervisionLogged is a reviewer's to follow who never was a trainee", async () => {
  const fay = await told.person("Fay");
  await tandem.db.source.query("UPDATE pair_member SET personId = ? WHERE personId = ?", [fay.id, rex]);
  const after = (await tandem.as(told.lead.id).ask("{ cursor }")).data.cursor;
  await log({ reviewerId: fay.id });
  const [first] = await tandem.ws(fay.id).subscribe(LOGGED, { after }).take(1);
  expect(first?.data.supervisionLogged.session).toEqual({ reviewer: { name: "Fay" } });
});

test("R43: what was noted of a reviewer goes when they are erased, and what the board was charged stays", async () => {
  const session = await log();
  await correct(session);
  await tandem.db.source.query("UPDATE pair SET dissolvedOn = ? WHERE id = ?", [daysAgo(0), one.review.pairId]);
  await tandem.db.source.query("UPDATE commission SET stage = 'CLOSED' WHERE id = ?", [one.review.id]);
  const erasing = { personId: rex, reason: "REQUESTED", expectedVersion: 1 };
  await done(tandem, told.lead.id, "erasePerson", erasing);
  expect(await tandem.db.rows("SELECT notes, minutes FROM supervision_session")).toEqual([
    { notes: null, minutes: 61 },
  ]);
  const texts = JSON.stringify(await tandem.db.rows("SELECT facts, reason FROM entry"));
  expect(texts).not.toContain("He carries");
  expect((await read(told.seat.id, session.id)).charge).toEqual({ amountMinor: 12_000 });
});
