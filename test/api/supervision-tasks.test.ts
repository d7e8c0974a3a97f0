import { Role } from "../../src/person/role";
import { done } from "../support/change";
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

const tasksOf = async (by: string) =>
  (await tandem.as(by).ask("{ viewer { tasks { kind text since about { id } } } }")).data.viewer.tasks;
const groupDays = async (by: string) =>
  (await tasksOf(by)).filter(({ kind }: { kind: string }) => /GROUP|ATTENDANCE/.test(kind));
const schedule = async (more: Record<string, unknown> = {}) =>
  (
    await done(
      ...([tandem, told.lead.id, "scheduleGroupSupervision"] as const),
      { date: daysAgo(-3), venue: "London", supervisorId: told.supervisor.id, ...more },
      "supervisionSession { id }",
    )
  ).supervisionSession;
const book = async ({ id: traineeId }: { id: string }, { id: sessionId }: { id: string }) =>
  (await done(tandem, told.lead.id, "bookGroupSupervision", { sessionId, traineeId }, "booking { id version }"))
    .booking;
const record = (sessionId: string, expectedVersion: number, ...attendance: object[]) =>
  done(tandem, told.lead.id, "recordGroupAttendance", { sessionId, expectedVersion, attendance });

test("R23, R24: a trainee whose review is under way books their next group day, until enough are attended", async () => {
  const { personId } = told.ada;
  const day = await schedule();
  expect(await groupDays(personId)).toEqual([]);
  await told.commissioned(told.adaAndBen, told.board);
  await told.attendGroupDays(told.ada, 3);
  const waiting = [
    {
      ...{ kind: "BOOK_GROUP_SUPERVISION", since: `${daysAgo(330)}T00:00:00.000Z`, about: { id: told.ada.id } },
      text: `Book a day of group supervision: the next is on ${daysAgo(-3)}. You have attended 3 of 4.`,
    },
  ];
  expect(await groupDays(personId)).toEqual(waiting);
  const { id: bookingId, version: expectedVersion } = await book(told.ada, day);
  expect(await groupDays(personId)).toEqual([]);
  await done(tandem, personId, "cancelBooking", { bookingId, expectedVersion });
  expect(await groupDays(personId)).toEqual(waiting);
  await told.attendGroupDays(told.ben, 4);
  expect(await groupDays(told.ben.personId)).toEqual([]);
  const cancelling = { sessionId: day.id, reason: "A flood.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "cancelGroupSupervision", cancelling);
  expect(await groupDays(personId)).toEqual([]);
});

test("R24, R31: whoever runs a past day records who was there, of those who booked it and whom they supervise too", async () => {
  const sue = await told.person("Sue", Role.SUPERVISOR);
  const day = await schedule({ date: daysAgo(0), facilitatorIds: [sue.id] });
  for (const trainee of [told.ada, told.ben, await told.trainee("Cy")]) await book(trainee, day);
  const cancelled = await schedule({ date: daysAgo(0) });
  const why = { sessionId: cancelled.id, reason: "A flood.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "cancelGroupSupervision", why);
  const runners = [told.supervisor.id, sue.id];
  for (const by of runners) expect(await groupDays(by)).toEqual([]);
  await tandem.db.source.query("UPDATE supervision_session SET date = ?", [daysAgo(1)]);
  for (const by of runners) {
    expect(await groupDays(by)).toMatchObject([{ kind: "RECORD_ATTENDANCE", about: { id: day.id } }]);
  }
  await record(day.id, 1, { traineeId: told.ada.id, attended: true });
  // Ben is the supervisor's to mark; nobody whom Sue supervises is left.
  expect(await groupDays(told.supervisor.id)).toMatchObject([{ about: { id: day.id } }]);
  expect(await groupDays(sue.id)).toEqual([]);
  await record(day.id, 2, { traineeId: told.ben.id, attended: false });
  expect(await groupDays(told.supervisor.id)).toEqual([]);
});
