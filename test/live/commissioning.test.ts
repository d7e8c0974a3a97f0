import { done } from "../support/change";
import { commissioning } from "../support/commissioning";
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

const CHANGED = `subscription Changed($after: Cursor, $commissionId: ID, $boardId: ID) {
  commissionChanged(after: $after, commissionId: $commissionId, boardId: $boardId) {
    cursor entry { kind } commission { reference stage } } }`;
const LOGGED = `subscription Logged($after: Cursor, $traineeId: ID) {
  supervisionLogged(after: $after, traineeId: $traineeId) {
    entry { kind } session { id kind } trainee { id person { name } } } }`;
const head = async () => (await tandem.as(told.lead.id).ask("{ cursor }")).data.cursor;

test("commissionChanged tells the board of a proposal that it could not see before", async () => {
  const our = commissioning(tandem, told);
  const after = await head();
  const live = tandem.ws(told.seat.id).subscribe(CHANGED, { after });
  const commission = await our.propose();
  await our.grant(await our.agree(commission, told.ada.personId, told.ben.personId));
  const frames = (await live.take(6)).map(({ data }) => data.commissionChanged);
  expect(frames.map(({ entry }) => entry.kind)).toEqual([
    "CommissionProposed",
    "RateOffered",
    "RateAccepted",
    "RateOffered",
    "RateAccepted",
    "CommissionGranted",
  ]);
  expect(frames[0].commission.reference).toBe(commission.reference);
  // Replayed, the entries are the same, in the same order.
  const again = await tandem.ws(told.seat.id).subscribe(CHANGED, { after }).take(6);
  expect(again.map(({ data }) => data.commissionChanged.cursor)).toEqual(frames.map(({ cursor }) => cursor));
});

test("commissionChanged is narrowed to one commission or one board, and begins for nobody who may not see it", async () => {
  const our = commissioning(tandem, told);
  const eastvale = await told.boardNamed("Eastvale");
  const after = await head();
  const one = await our.propose();
  const other = await our.propose({ boardId: eastvale.id });
  const lead = tandem.ws(told.lead.id);
  const [byBoard] = await lead.subscribe(CHANGED, { after, boardId: eastvale.id }).take(1);
  expect(byBoard?.data.commissionChanged.commission.reference).toBe(other.reference);
  const [byId] = await lead.subscribe(CHANGED, { after, commissionId: one.id }).take(1);
  expect(byId?.data.commissionChanged.commission.reference).toBe(one.reference);

  const eve = await told.seatOn(eastvale, "Eve Eastvale");
  const refused = await tandem.ws(eve.id).subscribe(CHANGED, { commissionId: one.id }).ended;
  expect(refused).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
});

test("supervisionLogged tells each of the sessions that are theirs", async () => {
  const review = await told.commissioned(told.adaAndBen, told.board);
  const after = await head();
  const { supervisionSession: day } = await done(
    tandem,
    told.supervisor.id,
    "scheduleGroupSupervision",
    { date: daysAgo(2), venue: "London" },
    "supervisionSession { id }",
  );
  const attendance = [told.ada, told.ben].map(({ id: traineeId }) => ({ traineeId, attended: true }));
  const marked = { sessionId: day.id, expectedVersion: 1, attendance };
  await done(tandem, told.supervisor.id, "recordGroupAttendance", marked);
  const alone = { commissionId: review.id, date: daysAgo(1), minutes: 60, chargeMinor: 12_000 };
  await done(tandem, told.supervisor.id, "logIndividualSupervision", { ...alone, traineeId: told.ada.id });

  const heard = async (personId: string, count: number, traineeId?: string) => {
    const frames = await tandem.ws(personId).subscribe(LOGGED, { after, traineeId }).take(count);
    return frames.map(({ data: { supervisionLogged: m } }) => [m.session.kind, m.trainee.person.name]);
  };
  const ada = [
    ["GROUP", "Ada"],
    ["INDIVIDUAL", "Ada"],
  ];
  expect(await heard(told.supervisor.id, 3)).toEqual([ada[0], ["GROUP", "Ben"], ada[1]]);
  expect(await heard(told.supervisor.id, 2, told.ada.id)).toEqual(ada);
  expect(await heard(told.ada.personId, 2)).toEqual(ada);
  expect(await heard(told.ben.personId, 1)).toEqual([["GROUP", "Ben"]]);
  expect(await heard(told.seat.id, 1)).toEqual([ada[1]]);
});
