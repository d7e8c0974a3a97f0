import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { openCohort } from "../support/places";
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

interface Day {
  readonly id: string;
  readonly version: number;
}
const DAY = `supervisionSession { id version date venue capacity cancelledAt supervisor { id } facilitators { name }
  bookings { state } attendance { attended } }`;
const schedule = async (by = told.lead.id, more: Record<string, unknown> = {}) => {
  const input = { date: daysAgo(-3), venue: "London", ...more };
  return (await done(tandem, by, "scheduleGroupSupervision", input, DAY)).supervisionSession;
};
const changing = ({ id: sessionId, version: expectedVersion }: Day, more: Record<string, unknown>) => ({
  ...{ sessionId, expectedVersion, reason: "A slip." },
  ...more,
});
const change = async (day: Day, more: Record<string, unknown>, by = told.lead.id) =>
  (await done(tandem, by, "changeGroupSupervision", changing(day, more), DAY)).supervisionSession;
const refuse = (day: Day, more: Record<string, unknown>, by = told.lead.id) =>
  refused(tandem, by, "changeGroupSupervision", changing(day, more));
const cancel = async (day: Day, by = told.lead.id) =>
  (await done(tandem, by, "cancelGroupSupervision", changing(day, { reason: "The room is flooded." }), DAY))
    .supervisionSession;
const book = async ({ id: traineeId }: { id: string }, { id: sessionId }: Day) =>
  (await done(tandem, told.lead.id, "bookGroupSupervision", { sessionId, traineeId }, "booking { id version state }"))
    .booking;
const record = (day: Day, by: string, ...traineeIds: string[]) => {
  const attendance = traineeIds.map((traineeId) => ({ traineeId, attended: true }));
  return { by, input: { sessionId: day.id, expectedVersion: day.version, attendance } };
};
const entriesOf = async (by: string) =>
  (await tandem.as(by).ask("{ entries(first: 3) { nodes { kind facts reason } } }")).data.entries.nodes;

test("R31: a day is run by several people, whom a lead names; each of them records who was there", async () => {
  const sue = await told.person("Sue", Role.SUPERVISOR);
  const said = { date: daysAgo(1), supervisorId: sue.id, facilitatorIds: [told.supervisor.id, told.lead.id] };
  const day = await schedule(told.lead.id, said);
  expect(day).toMatchObject({
    supervisor: { id: sue.id },
    facilitators: [{ name: "Lee Lead" }, { name: "Sam Supervisor" }],
  });
  const { by, input } = record(day, told.supervisor.id, told.ada.id);
  await done(tandem, by, "recordGroupAttendance", input, DAY);
  const tia = await told.person("Tia", Role.SUPERVISOR);
  expect(await rejected(tandem, tia.id, "recordGroupAttendance", { ...input, expectedVersion: 2 })).toBe("FORBIDDEN");
});

test("R31: who runs a day is a lead or a supervisor, each once and another than its supervisor; only a lead names them", async () => {
  const { lead, supervisor, ada } = told;
  const input = { date: daysAgo(-3), venue: "London", supervisorId: lead.id };
  const named = [ada.personId, supervisor.id, supervisor.id, lead.id, "per_nobody"];
  const faults = await refused(tandem, lead.id, "scheduleGroupSupervision", { ...input, facilitatorIds: named });
  expect(faults.map(({ code, path }) => [code, path[1]]).sort()).toEqual([
    ...[
      ["INVALID_INPUT", "0"],
      ["INVALID_INPUT", "2"],
      ["INVALID_INPUT", "3"],
    ],
    ["NOT_FOUND", "4"],
  ]);
  const own = { date: daysAgo(-3), venue: "London", facilitatorIds: [lead.id] };
  expect(await rejected(tandem, supervisor.id, "scheduleGroupSupervision", own)).toBe("FORBIDDEN");
  const day = await schedule(supervisor.id);
  for (const more of [{ facilitatorIds: [lead.id] }, { supervisorId: lead.id }]) {
    expect(await rejected(tandem, supervisor.id, "changeGroupSupervision", changing(day, more))).toBe("FORBIDDEN");
  }
});

test("R23, R26, R31: a day is corrected with a reason, and the history keeps what it was", async () => {
  const { lead, supervisor } = told;
  const day = await schedule(lead.id, { capacity: 4, facilitatorIds: [supervisor.id] });
  const to = { date: daysAgo(-4), venue: "York", capacity: 6, supervisorId: supervisor.id, reason: "A larger room." };
  expect(await change(day, to)).toMatchObject({
    ...{ version: 2, date: daysAgo(-4), venue: "York", capacity: 6, supervisor: { id: supervisor.id } },
    facilitators: [], // who answers for the day is no longer beside themself
  });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    kind: "GroupSupervisionChanged",
    reason: "A larger room.",
    facts: {
      date: { from: daysAgo(-3), to: daysAgo(-4) },
      venue: { from: "London", to: "York" },
      capacity: { from: 4, to: 6 },
      supervisorId: { from: lead.id, to: supervisor.id },
      facilitatorIds: { from: [supervisor.id], to: [] },
    },
  });
  expect(await refuse({ ...day, version: 2 }, to)).toMatchObject([{ code: "INVALID_INPUT", path: [] }]);
  expect(await refuse(day, { venue: "Leeds" })).toMatchObject([{ __typename: "Conflict", currentVersion: 2 }]);
});

test("a day that nobody could mean is refused", async () => {
  for (const date of ["0217-03-14", "2200-01-01"]) {
    const refusal = await refused(tandem, told.lead.id, "scheduleGroupSupervision", { date, venue: "London" });
    expect(refusal).toMatchObject([{ path: ["date"], message: "date must be in the years 1900 to 2199." }]);
  }
});

test("R23: a limit is taken off again; a day that is moved to come gives no place to who has left since", async () => {
  const day = await schedule(told.lead.id, { capacity: 1 });
  await book(told.ada, day);
  await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
  const moved = await change(day, { date: daysAgo(-5) });
  expect(moved.bookings).toEqual([{ state: "CANCELLED" }]);
  expect(await change(moved, { capacity: null })).toMatchObject({ capacity: null });
});

test("R23: capacity is never less than the places booked; raised, it lets those who wait move up in order", async () => {
  const day = await schedule(told.supervisor.id, { capacity: 2 });
  const names = ["Cy", "Di", "Eve", "Flo", "Gus"];
  const bookings: { id: string; state: string }[] = [];
  for (const name of names) bookings.push(await book(await told.trainee(name), day));
  expect(bookings.map(({ state }) => state)).toEqual(["PLACE", "PLACE", "WAITING", "WAITING", "WAITING"]);
  expect(await refuse(day, { capacity: 1 }, told.supervisor.id)).toMatchObject([
    { code: "INVALID_INPUT", path: ["capacity"] },
  ]);
  for (const capacity of [0, -1, 501]) expect(await refuse(day, { capacity })).toMatchObject([{ path: ["capacity"] }]);
  await change(day, { capacity: 4 }, told.supervisor.id);
  const states = await tandem.db.rows("SELECT state FROM booking ORDER BY id");
  expect(states.map(({ state }) => state)).toEqual(["PLACE", "PLACE", "PLACE", "PLACE", "WAITING"]);
  const moved = (await history(tandem, told, 2)).map(({ kind, actor }: { kind: string; actor: unknown }) => [
    ...[kind, actor],
  ]);
  expect(moved).toEqual([
    ["BookingMovedUp", null],
    ["BookingMovedUp", null],
  ]);
});

test("R23: a day that moves tells everybody who booked it or waits, and nobody else; their bookings stand", async () => {
  const day = await schedule(told.supervisor.id, { capacity: 1 });
  await book(told.ada, day);
  await book(told.ben, day);
  const moved = await change(day, { date: daysAgo(-9) }, told.supervisor.id);
  expect(moved.bookings).toEqual([{ state: "PLACE" }, { state: "WAITING" }]);
  for (const { personId } of [told.ada, told.ben]) {
    expect((await entriesOf(personId))[0]).toEqual({
      ...{ kind: "BookedDayMoved", reason: "A slip." },
      facts: { sessionId: day.id, from: daysAgo(-3), to: daysAgo(-9) },
    });
  }
  expect((await entriesOf(told.seat.id))[0]).toMatchObject({ kind: "GroupSupervisionChanged" });
});

test("R23: a cancelled day ends its bookings, tells who had them, and cannot have been attended or be changed", async () => {
  const day = await schedule(told.supervisor.id, { capacity: 1, date: daysAgo(0) });
  await book(told.ada, day);
  await book(told.ben, day);
  const cancelled = await cancel(day, told.supervisor.id);
  expect(cancelled).toMatchObject({ version: 2, cancelledAt: expect.any(String) });
  expect(cancelled.bookings).toEqual([{ state: "CANCELLED" }, { state: "CANCELLED" }]);
  for (const { personId } of [told.ada, told.ben]) {
    expect((await entriesOf(personId))[0]).toMatchObject({
      ...{ kind: "BookingCancelled", reason: "The room is flooded." },
      facts: { to: "CANCELLED" },
    });
  }
  const { by, input } = record(cancelled, told.supervisor.id, told.ada.id);
  for (const [mutation, more] of [
    ["recordGroupAttendance", input],
    ["changeGroupSupervision", changing(cancelled, { venue: "York" })],
    ["cancelGroupSupervision", changing(cancelled, {})],
  ] as const) {
    expect(await refused(tandem, by, mutation, more)).toMatchObject([
      { path: ["sessionId"], message: "sessionId was cancelled." },
    ]);
  }
});

test("R23: a day that took place is neither cancelled nor moved into the future", async () => {
  const day = await schedule(told.supervisor.id, { date: daysAgo(2) });
  const { by, input } = record(day, told.supervisor.id, told.ada.id);
  const recorded = (await done(tandem, by, "recordGroupAttendance", input, DAY)).supervisionSession;
  expect(await refuse(recorded, { date: daysAgo(-1) })).toMatchObject([{ code: "INVALID_INPUT", path: ["date"] }]);
  expect(await refused(tandem, told.lead.id, "cancelGroupSupervision", changing(recorded, {}))).toMatchObject([
    { code: "INVALID_INPUT", path: ["sessionId"] },
  ]);
  expect(await change(recorded, { date: daysAgo(1) })).toMatchObject({ date: daysAgo(1) });
});

test("R31: a day is changed or cancelled by who runs it or a lead, and by nobody else", async () => {
  const day = await schedule(told.supervisor.id);
  const sue = await told.person("Sue", Role.SUPERVISOR);
  for (const mutation of ["changeGroupSupervision", "cancelGroupSupervision"]) {
    const input = changing(day, mutation === "changeGroupSupervision" ? { venue: "York" } : {});
    for (const personId of [sue.id, told.ada.personId, told.assessor.id, told.seat.id]) {
      expect(await rejected(tandem, personId, mutation, input)).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, mutation, input)).toBe("UNAUTHENTICATED");
    const review = await told.commissioned(told.adaAndBen, told.board);
    const { id: sessionId } = await told.superviseAlone(review, told.ada);
    expect(await refused(tandem, told.lead.id, mutation, { ...input, sessionId })).toMatchObject([
      { path: ["sessionId"], message: "sessionId is an individual session, not a group day." },
    ]);
  }
});

test("R24, R25: a session is counted once: not twice in one list, and not two of them on one date", async () => {
  const [one, other] = [
    await schedule(told.lead.id, { date: daysAgo(2) }),
    await schedule(told.lead.id, { date: daysAgo(2) }),
  ];
  const { by, input } = record(one, told.lead.id, told.ada.id, told.ada.reference);
  expect(await refused(tandem, by, "recordGroupAttendance", input)).toMatchObject([
    { path: ["attendance", "1", "traineeId"], message: "traineeId is in the list already." },
  ]);
  await done(tandem, by, "recordGroupAttendance", record(one, by, told.ada.id).input, DAY);
  const second = record(other, by, told.ben.id, told.ada.id).input;
  expect(await refused(tandem, by, "recordGroupAttendance", second)).toMatchObject([
    { path: ["attendance", "1", "traineeId"], message: "traineeId was at another group day on that date." },
  ]);
  const away = { ...second, attendance: [{ traineeId: told.ada.id, attended: false }] };
  await done(tandem, by, "recordGroupAttendance", away, DAY);
});

test("R24: a day's whole attendance is one act: who booked, who came unbooked, of whichever cohort", async () => {
  const day = await schedule(told.lead.id, { date: daysAgo(0), capacity: 1 });
  await book(told.ada, day);
  const cy = await told.trainee("Cy");
  const { id: cohortId } = await openCohort(tandem, told, "LT-2018", 60);
  await tandem.db.source.query("UPDATE trainee SET cohortId = ? WHERE id = ?", [cohortId, cy.id]);
  const { by, input } = record(day, told.lead.id, told.ada.id, told.ben.id, cy.id);
  const { supervisionSession } = await done(tandem, by, "recordGroupAttendance", input, DAY);
  expect(supervisionSession.attendance).toEqual([{ attended: true }, { attended: true }, { attended: true }]);
});
