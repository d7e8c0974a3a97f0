import { Commission } from "../../src/commission/commission.entity";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let review: Commission;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  review = await told.commissioned(told.adaAndBen, told.board);
});
afterEach(() => tandem.close());

interface Session {
  readonly id: string;
  readonly version: number;
}
const SESSION = `supervisionSession { id version date minutes notes notesSharedAt struckOutAt
  charge { amountMinor } attendance { attended } }`;
const log = async (more: Record<string, unknown> = {}) => {
  const of = { traineeId: told.ada.id, commissionId: review.id, date: daysAgo(5), minutes: 60, chargeMinor: 12_000 };
  return (await done(tandem, told.supervisor.id, "logIndividualSupervision", { ...of, ...more }, SESSION))
    .supervisionSession;
};
const said = ({ id: sessionId, version: expectedVersion }: Session, more: Record<string, unknown> = {}) => ({
  ...{ sessionId, expectedVersion, reason: "A slip of the pen." },
  ...more,
});
const correct = async (session: Session, more: Record<string, unknown>, by = told.supervisor.id) =>
  (await done(tandem, by, "correctIndividualSupervision", said(session, more), SESSION)).supervisionSession;
const refuse = (session: Session, more: Record<string, unknown>) =>
  refused(tandem, told.supervisor.id, "correctIndividualSupervision", said(session, more));
const strikeOut = async (session: Session, by = told.supervisor.id) =>
  (await done(tandem, by, "strikeOutIndividualSupervision", said(session), SESSION)).supervisionSession;
const sharing = ({ id: sessionId, version: expectedVersion }: Session) => ({ sessionId, expectedVersion });
const share = async (session: Session) =>
  (await done(tandem, told.supervisor.id, "shareSupervisionNotes", sharing(session), SESSION)).supervisionSession;
const ledger = async () =>
  (await tandem.db.rows("SELECT purpose, amountMinor, creditsId FROM charge ORDER BY id")).map(
    ({ purpose, amountMinor, creditsId }) => [purpose, Number(amountMinor), creditsId !== null],
  );
const entriesOf = async (by: string) =>
  (await tandem.as(by).ask("{ entries(first: 100) { nodes { kind facts reason } } }")).data.entries.nodes;

test("R27: date, minutes and charge are corrected; the ledger has a credit note and a new charge, and nothing changed", async () => {
  const session = await log();
  const corrected = await correct(session, { date: daysAgo(4), minutes: 90, chargeMinor: 18_000 });
  expect(corrected).toMatchObject({ version: 2, date: daysAgo(4), minutes: 90, charge: { amountMinor: 18_000 } });
  const was = `Individual supervision on ${daysAgo(5)}, 60 minutes`;
  expect(await ledger()).toEqual([
    [was, 12_000, false],
    [was, -12_000, true],
    [`Individual supervision on ${daysAgo(4)}, 90 minutes`, 18_000, false],
  ]);
  const entries = await history(tandem, told, 3);
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual([
    ...["ChargeRaised", "ChargeCredited", "IndividualSupervisionCorrected"],
  ]);
  expect(entries[2]).toMatchObject({
    reason: "A slip of the pen.",
    facts: {
      date: { from: daysAgo(5), to: daysAgo(4) },
      minutes: { from: 60, to: 90 },
      chargeMinor: { from: 12_000, to: 18_000 },
    },
  });
});

test("R27: a line of the ledger says when and how long, so it is written anew when only that was wrong; a second correction credits the second charge", async () => {
  const second = await correct(await log(), { minutes: 50 });
  await correct(second, { chargeMinor: 9_000 });
  expect((await ledger()).map(([, amount]) => amount)).toEqual([12_000, -12_000, 12_000, -12_000, 9_000]);
  const [sum] = await tandem.db.rows("SELECT SUM(amountMinor) AS owed FROM charge");
  expect(Number(sum?.owed)).toBe(9_000);
});

test("R27: what was never held is struck out: it stays to be seen, the board owes nothing, and it is corrected no more", async () => {
  const session = await log({ notes: "In confidence." });
  const struck = await strikeOut(session, told.lead.id);
  expect(struck).toMatchObject({ version: 2, struckOutAt: expect.any(String), minutes: 60 });
  const [sum] = await tandem.db.rows("SELECT SUM(amountMinor) AS owed, COUNT(*) AS n FROM charge");
  expect([Number(sum?.owed), Number(sum?.n)]).toEqual([0, 2]);
  for (const by of [told.ada.personId, told.seat.id]) {
    expect(await entriesOf(by)).toContainEqual({
      ...{ kind: "IndividualSupervisionStruckOut", reason: "A slip of the pen." },
      facts: { date: daysAgo(5), minutes: 60 },
    });
    const query = "query ($id: ID!) { supervisionSession(id: $id) { struckOutAt } }";
    const { data } = await tandem.as(by).ask(query, { id: session.id });
    expect(data.supervisionSession).toEqual({ struckOutAt: struck.struckOutAt });
  }
  for (const [mutation, input] of [
    ["correctIndividualSupervision", said(struck, { minutes: 30 })],
    ["strikeOutIndividualSupervision", said(struck)],
    ["shareSupervisionNotes", sharing(struck)],
  ] as const) {
    expect(await refused(tandem, told.supervisor.id, mutation, input)).toMatchObject([
      { path: ["sessionId"], message: "sessionId was struck out: it never took place." },
    ]);
  }
});

test("R27: notes are corrected in an entry of their own, and the ledger is left alone: neither board nor trainee reads it", async () => {
  const session = await log({ notes: "She hesitates." });
  expect(await correct(session, { notes: "She listens." })).toMatchObject({ notes: "She listens.", version: 2 });
  expect(await ledger()).toHaveLength(1);
  const both = await correct({ ...session, version: 2 }, { notes: "She leads.", minutes: 61 });
  expect(both).toMatchObject({ notes: "She leads.", minutes: 61 });
  expect(await entriesOf(told.supervisor.id)).toContainEqual({
    ...{ kind: "SupervisionNotesCorrected", reason: "A slip of the pen." },
    facts: { notes: { from: "She hesitates.", to: "She listens." } },
  });
  for (const by of [told.seat.id, told.ada.personId]) expect(JSON.stringify(await entriesOf(by))).not.toContain("She ");
});

test("R27: notes are shared later, once: the trainee reads them as they are, and hears of it; the board does neither", async () => {
  const session = await log({ notes: "Kept to myself." });
  const read = async (by: string) =>
    (await tandem.as(by).ask("query ($id: ID!) { supervisionSession(id: $id) { notes } }", { id: session.id })).data
      .supervisionSession.notes;
  expect(await read(told.ada.personId)).toBeNull();
  const shared = await share(session);
  expect(shared).toMatchObject({ version: 2, notesSharedAt: expect.any(String) });
  await correct(shared, { notes: "For you as well." });
  expect([await read(told.ada.personId), await read(told.seat.id)]).toEqual(["For you as well.", null]);
  expect(await entriesOf(told.ada.personId)).toContainEqual({
    ...{ kind: "SupervisionNotesShared", reason: null, facts: { date: daysAgo(5) } },
  });
  // What they were before they were shared stays the supervisor's.
  expect(JSON.stringify(await entriesOf(told.ada.personId))).not.toContain("Kept");
  expect(JSON.stringify(await entriesOf(told.seat.id))).not.toContain("SupervisionNotes");
  const again = sharing({ ...session, version: 3 });
  expect(await refused(tandem, told.supervisor.id, "shareSupervisionNotes", again)).toMatchObject([
    { path: ["sessionId"], message: "sessionId has notes that are shared already." },
  ]);
  expect(await refused(tandem, told.supervisor.id, "shareSupervisionNotes", sharing(await log()))).toMatchObject([
    { path: ["sessionId"], message: "sessionId has no notes." },
  ]);
});

test("R27: minutes below zero, beyond ten hours, a day to come or before the commission: each is named", async () => {
  const session = await log();
  for (const more of [{ minutes: -1 }, { minutes: 0 }, { minutes: 601 }, { chargeMinor: -1 }, { notes: " " }]) {
    expect(await refuse(session, more)).toMatchObject([{ code: "INVALID_INPUT", path: Object.keys(more) }]);
  }
  expect(await refuse(session, { date: daysAgo(-1) })).toMatchObject([
    { path: ["date"], message: "date is in the future." },
  ]);
  expect(await refuse(session, { date: daysAgo(331) })).toMatchObject([
    { path: ["date"], message: `date is before the board commissioned the review, on ${daysAgo(330)}.` },
  ]);
  expect(await refuse(session, {})).toMatchObject([{ path: [], message: "Nothing of it would be otherwise." }]);
  expect(await refuse({ ...session, version: 2 }, { minutes: 30 })).toMatchObject([
    { __typename: "Conflict", currentVersion: 1 },
  ]);
  await correct(session, { date: daysAgo(330), minutes: 600, chargeMinor: 0 });
});

test("R27: it takes who supervises the trainee, or a lead; a group day is no individual session", async () => {
  const session = await log({ notes: "Kept." });
  const sue = await told.person("Sue", Role.SUPERVISOR);
  await told.assign(told.ben, sue, Role.SUPERVISOR);
  const day = { date: daysAgo(1), venue: "London" };
  const group = (await done(tandem, told.lead.id, "scheduleGroupSupervision", day, SESSION)).supervisionSession;
  for (const [mutation, more] of [
    ["correctIndividualSupervision", { ...said(session), minutes: 30 }],
    ["strikeOutIndividualSupervision", said(session)],
    ["shareSupervisionNotes", sharing(session)],
  ] as const) {
    expect(await refused(tandem, sue.id, mutation, more)).toMatchObject([
      { __typename: "NotFound", path: ["sessionId"] },
    ]);
    for (const personId of [told.ada.personId, told.assessor.id, told.seat.id]) {
      expect(await rejected(tandem, personId, mutation, more)).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, mutation, more)).toBe("UNAUTHENTICATED");
    expect(await refused(tandem, told.lead.id, mutation, { ...more, sessionId: group.id })).toMatchObject([
      { path: ["sessionId"], message: "sessionId is a group day, not an individual session." },
    ]);
  }
  // Who supervises somebody else on the same board sees the session, and has no say in it.
  await told.seatOn(told.board, "Sol");
  const [seat] = await tandem.db.rows("SELECT id, boardId FROM seat LIMIT 1");
  await tandem.db.source.query("UPDATE seat SET personId = ? WHERE id = ?", [sue.id, seat?.id]);
  expect(await rejected(tandem, sue.id, "strikeOutIndividualSupervision", said(session))).toBe("FORBIDDEN");
});
