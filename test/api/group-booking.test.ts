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

type Of = { id: string; personId: string };
const DAY = "supervisionSession { id version }";
const BOOKING = "booking { id version state bookedAt session { id } trainee { id } }";
const schedule = async (more: Record<string, unknown> = {}) => {
  const input = { date: daysAgo(-3), venue: "London", ...more };
  return (await done(tandem, told.lead.id, "scheduleGroupSupervision", input, DAY)).supervisionSession;
};
const book = async ({ id: traineeId, personId }: Of, { id: sessionId }: { id: string }, by = personId) =>
  (await done(tandem, by, "bookGroupSupervision", { sessionId, traineeId }, BOOKING)).booking;
const giving = ({ id: bookingId, version: expectedVersion }: { id: string; version: number }, more = {}) => ({
  ...{ bookingId, expectedVersion },
  ...more,
});
const giveBack = async (booking: { id: string; version: number }, by: string, more = {}) =>
  (await done(tandem, by, "cancelBooking", giving(booking, more), BOOKING)).booking;
const stateOf = async ({ id }: { id: string }) =>
  (await tandem.db.rows("SELECT state FROM booking WHERE id = ?", [id]))[0]?.state;
const entriesOf = async (by: string, most = 10) => {
  const query = "query ($most: Int) { entries(first: $most) { nodes { kind facts reason actor { id } } } }";
  return (await tandem.as(by).ask(query, { most })).data.entries.nodes;
};

test("R23, R24: a trainee, their supervisor or the lead books; trainees of another cohort book the same day", async () => {
  const day = await schedule();
  expect(await book(told.ada, day)).toMatchObject({
    ...{ state: "PLACE", version: 1, session: { id: day.id }, trainee: { id: told.ada.id } },
  });
  expect(await book(told.ben, day, told.supervisor.id)).toMatchObject({ state: "PLACE" });
  const cy = await told.trainee("Cy");
  expect(await book(cy, day, told.lead.id)).toMatchObject({ state: "PLACE", trainee: { id: cy.id } });
  const [entry] = await history(tandem, told, 1);
  expect(entry).toMatchObject({
    kind: "GroupSupervisionBooked",
    facts: { sessionId: day.id, date: daysAgo(-3), from: null, to: "PLACE" },
    actor: { id: told.lead.id },
  });
});

test("R23: beyond capacity one waits and is told so, in order; who gives a place back lets the first move up", async () => {
  const day = await schedule({ capacity: 1 });
  const [cy, di] = [await told.trainee("Cy"), await told.trainee("Di")];
  const place = await book(told.ada, day);
  const waiting = [await book(told.ben, day), await book(cy, day), await book(di, day)];
  expect(waiting.map(({ state }) => state)).toEqual(["WAITING", "WAITING", "WAITING"]);
  expect(await giveBack(place, told.ada.personId, { reason: "I am ill." })).toMatchObject({ state: "CANCELLED" });
  expect(await Promise.all(waiting.map(stateOf))).toEqual(["PLACE", "WAITING", "WAITING"]);
  // Whose place it was, and why they gave it back, is not for who has it now.
  expect((await entriesOf(told.ben.personId, 1))[0]).toEqual({
    ...{ kind: "BookingMovedUp", reason: null, actor: null },
    facts: { sessionId: day.id, date: daysAgo(-3), from: "WAITING", to: "PLACE" },
  });
  expect(JSON.stringify(await entriesOf(told.ben.personId))).not.toContain("ill");
  // Who waits no more is passed over; who comes back waits behind the others.
  await giveBack(waiting[1], cy.personId);
  expect(await book(told.ada, day)).toMatchObject({ id: place.id, state: "WAITING", version: 3 });
  await giveBack({ ...waiting[0], version: 2 }, told.supervisor.id);
  expect(await Promise.all([place, ...waiting].map(stateOf))).toEqual(["WAITING", "CANCELLED", "CANCELLED", "PLACE"]);
});

test("R23: a booking beyond capacity is refused by name to who does not want to wait", async () => {
  const day = await schedule({ capacity: 1 });
  const firm = ({ id: traineeId }: Of) => ({ sessionId: day.id, traineeId, waitIfFull: false });
  await done(tandem, told.ada.personId, "bookGroupSupervision", firm(told.ada), BOOKING);
  expect(await refused(tandem, told.ben.personId, "bookGroupSupervision", firm(told.ben))).toMatchObject([
    { __typename: "RuleNotMet", rule: { rule: "GROUP_PLACE", met: false, needed: 1, actual: 0, because: [] } },
  ]);
});

test("R23: nobody books a day twice, a past or cancelled one, or an individual session; every fault is told at once", async () => {
  const refuse = async (sessionId: string, { id: traineeId } = told.ada as { id: string }) =>
    (await refused(tandem, told.lead.id, "bookGroupSupervision", { sessionId, traineeId })).map(
      ({ message }) => message,
    );
  const full = await schedule({ capacity: 1 });
  await book(told.ada, full);
  await book(told.ben, full);
  expect(await refuse(full.id)).toEqual(["traineeId has a place on that day already."]);
  expect(await refuse(full.id, told.ben)).toEqual(["traineeId waits for a place on that day already."]);
  const past = await schedule({ date: daysAgo(1) });
  expect(await refuse(past.id)).toEqual([`sessionId is past: it was on ${daysAgo(1)}.`]);
  await book(told.ada, await schedule({ date: daysAgo(0) }));
  const flooded = { sessionId: past.id, reason: "The room is flooded.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "cancelGroupSupervision", flooded, DAY);
  await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
  expect(await refuse(past.id)).toEqual([
    ...["sessionId was cancelled.", `sessionId is past: it was on ${daysAgo(1)}.`],
    "traineeId is not enrolled any more.",
  ]);
  const review = await told.commissioned(told.adaAndBen, told.board);
  const alone = await told.superviseAlone(review, told.ben);
  expect(await refuse(alone.id, told.ben)).toEqual(["sessionId is an individual session: there is nothing to book."]);
});

test("R23: it takes the trainee themself, who supervises them, or a lead; a stranger's trainee is as absent", async () => {
  const day = await schedule();
  const booking = await book(told.ada, day);
  const input = { sessionId: day.id, traineeId: told.ada.id };
  for (const personId of [told.ben.personId, told.assessor.id]) {
    expect(await rejected(tandem, personId, "bookGroupSupervision", input)).toBe("FORBIDDEN");
  }
  expect(await rejected(tandem, told.assessor.id, "cancelBooking", giving(booking))).toBe("FORBIDDEN");
  const sue = await told.person("Sue", Role.SUPERVISOR);
  for (const personId of [sue.id, (await told.trainee("Cy")).personId, told.seat.id]) {
    expect(await refused(tandem, personId, "bookGroupSupervision", input)).toMatchObject([
      { __typename: "NotFound", path: ["traineeId"] },
    ]);
    expect(await refused(tandem, personId, "cancelBooking", giving(booking))).toMatchObject([
      { __typename: "NotFound", path: ["bookingId"] },
    ]);
  }
  // A partner sees neither the booking nor that there is one.
  expect(await refused(tandem, told.ben.personId, "cancelBooking", giving(booking))).toMatchObject([
    { __typename: "NotFound", path: ["bookingId"] },
  ]);
  for (const mutation of ["bookGroupSupervision", "cancelBooking"]) {
    expect(await rejected(tandem, null, mutation, mutation === "cancelBooking" ? giving(booking) : input)).toBe(
      "UNAUTHENTICATED",
    );
  }
});

test("R23: a booking is given back once, by the version it has, until its day is over", async () => {
  const booking = await book(told.ada, await schedule());
  const { personId } = told.ada;
  expect(await refused(tandem, personId, "cancelBooking", giving({ ...booking, version: 2 }))).toMatchObject([
    { __typename: "Conflict", currentVersion: 1 },
  ]);
  expect(await refused(tandem, personId, "cancelBooking", giving({ id: "bkg_nothing", version: 1 }))).toMatchObject([
    { __typename: "NotFound", path: ["bookingId"] },
  ]);
  const back = await giveBack(booking, personId);
  expect(await refused(tandem, personId, "cancelBooking", giving(back))).toMatchObject([
    { path: ["bookingId"], message: "bookingId is cancelled already." },
  ]);
  const late = await book(told.ben, await schedule({ date: daysAgo(0) }));
  await tandem.db.source.query("UPDATE supervision_session SET date = ?", [daysAgo(1)]);
  expect(await refused(tandem, told.ben.personId, "cancelBooking", giving(late))).toMatchObject([
    { path: ["bookingId"], message: `bookingId is of a day that is past: ${daysAgo(1)}.` },
  ]);
});

test("R23: who booked a day is seen as attendance is; how many places are left is the lead's to know", async () => {
  const day = await schedule({ capacity: 3 });
  await book(told.ada, day);
  await book(await told.trainee("Cy"), day, told.lead.id);
  const query = `query ($id: ID!, $trainee: ID!) {
    supervisionSession(id: $id) { capacity placesLeft bookings { trainee { person { name } } } }
    trainee(id: $trainee) { bookings { session { id } } } }`;
  const seen = async (by: string) => {
    const { data } = await tandem.as(by).ask(query, { id: day.id, trainee: told.ada.id });
    const { capacity, placesLeft, bookings } = data.supervisionSession;
    const names = bookings.map((one: { trainee: { person: { name: string } } }) => one.trainee.person.name);
    return [capacity, placesLeft, names, data.trainee?.bookings ?? null];
  };
  const ofAda = [{ session: { id: day.id } }];
  expect(await seen(told.lead.id)).toEqual([3, 1, ["Ada", "Cy"], ofAda]);
  for (const by of [told.ada.personId, told.supervisor.id, told.assessor.id]) {
    expect(await seen(by)).toEqual([3, null, ["Ada"], ofAda]);
  }
  for (const by of [told.ben.personId, told.seat.id]) expect(await seen(by)).toEqual([3, null, [], null]);
  expect(JSON.stringify(await entriesOf(told.ben.personId))).not.toContain("GroupSupervisionBooked");
});

test("R23: who leaves the programme gives up the places of days to come, and the next move up", async () => {
  const cy = await told.trainee("Cy");
  const [first, second] = [await schedule({ capacity: 1 }), await schedule({ date: daysAgo(0) })];
  const [place, wait, other] = [await book(cy, first), await book(told.ada, first), await book(cy, second)];
  await tandem.db.source.query("UPDATE supervision_session SET date = ? WHERE id = ?", [daysAgo(1), second.id]);
  const leaving = { traineeId: cy.id, reason: "Moves abroad.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "withdrawTrainee", leaving, "trainee { id }");
  expect(await Promise.all([place, wait, other].map(stateOf))).toEqual(["CANCELLED", "PLACE", "PLACE"]);
});
