import { refused, rejected } from "../support/change";
import { history } from "../support/history";
import { changing, networking } from "../support/networking";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let our: ReturnType<typeof networking>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  our = networking(tandem, told);
});
afterEach(() => tandem.close());

const faults = (errors: { path: string[]; message: string }[]) =>
  errors.map(({ path, message }) => `${path.join(".")}: ${message}`);

test("R45: a lead puts a meeting in everybody's calendar who signs in, by the programme's id or reference", async () => {
  const meeting = await our.schedule(daysAgo(-30), { programmeId: "LT" });
  expect(meeting).toMatchObject({ version: 1, date: daysAgo(-30), venue: "London", topic: "Findings" });
  await our.schedule(daysAgo(9));
  const LIST = `{ networkMeetings(orderBy: OLDEST_FIRST) { nodes { date version attendance { totalCount } } }
    programme(id: "LT") { networkMeetings { totalCount } } }`;
  for (const by of [told.ada.personId, told.seat.id, told.assessor.id]) {
    const { data } = await tandem.as(by).ask(LIST);
    const hidden = { version: null, attendance: null };
    expect(data.networkMeetings.nodes).toEqual([
      { date: daysAgo(9), ...hidden },
      { date: daysAgo(-30), ...hidden },
    ]);
    expect(data.programme.networkMeetings).toEqual({ totalCount: 2 });
  }
  const { data } = await tandem.as(null).ask(LIST);
  expect(data).toEqual({ networkMeetings: { nodes: [] }, programme: { networkMeetings: null } });
  expect((await history(tandem, told, 2))[1]).toMatchObject({
    kind: "NetworkMeetingScheduled",
    facts: { programmeId: told.programme.id, date: daysAgo(-30), venue: "London", topic: "Findings" },
  });
});

test("R45: a meeting is corrected with a reason, and the history keeps what it was", async () => {
  const meeting = await our.schedule(daysAgo(-30));
  const to = { date: daysAgo(-31), venue: "York", topic: "Whose day it was", reason: "A larger room." };
  expect(await our.change(meeting, to)).toMatchObject({ version: 2, date: daysAgo(-31), venue: "York" });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    kind: "NetworkMeetingChanged",
    reason: "A larger room.",
    facts: {
      date: { from: daysAgo(-30), to: daysAgo(-31) },
      venue: { from: "London", to: "York" },
      topic: { from: "Findings", to: "Whose day it was" },
    },
  });
  const refuse = (seen: typeof meeting, more: object) =>
    refused(tandem, told.lead.id, "changeNetworkMeeting", changing(seen, { ...more }));
  expect(await refuse(meeting, { venue: "Leeds" })).toMatchObject([{ __typename: "Conflict", currentVersion: 2 }]);
  const now = { ...meeting, version: 2 };
  expect(faults(await refuse(now, to))).toEqual([": Nothing of the meeting would be otherwise."]);
  expect(await refuse(now, { date: "0217-03-14" })).toMatchObject([{ path: ["date"] }]);
  expect(await refuse({ ...now, id: told.programme.id }, to)).toMatchObject([
    { code: "NOT_FOUND", path: ["meetingId"] },
  ]);
});

test("R45: a cancelled meeting stays in the calendar and cannot have been attended, be changed or cancelled again", async () => {
  const fay = await our.member("Fay");
  const cancelled = await our.cancel(await our.schedule(daysAgo(0)));
  expect(cancelled).toMatchObject({ version: 2, cancelledAt: expect.any(String) });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    ...{ kind: "NetworkMeetingCancelled", reason: "The room is flooded.", facts: { date: daysAgo(0) } },
  });
  const of = { meetingId: cancelled.id, expectedVersion: 2 };
  for (const [mutation, input] of [
    ["changeNetworkMeeting", { ...of, venue: "York", reason: "A slip." }],
    ["cancelNetworkMeeting", { ...of, reason: "A slip." }],
    ["recordNetworkAttendance", { ...of, attendance: [{ accreditationId: fay.id, attended: true }] }],
  ] as const) {
    expect(faults(await refused(tandem, told.lead.id, mutation, input))).toEqual([
      "meetingId: meetingId was cancelled.",
    ]);
  }
});

test("R45: a meeting whose attendance is recorded took place: it is neither cancelled nor moved into the future", async () => {
  const fay = await our.member("Fay");
  const meeting = await our.held(daysAgo(5), [fay, false]);
  const refuse = (mutation: string, more: object) =>
    refused(tandem, told.lead.id, mutation, changing(meeting, { ...more }));
  expect(faults(await refuse("cancelNetworkMeeting", {}))).toEqual([
    "meetingId: meetingId took place: who was there is recorded.",
  ]);
  expect(faults(await refuse("changeNetworkMeeting", { date: daysAgo(-1) }))).toEqual([
    "date: date is yet to come, and who was there is recorded already.",
  ]);
  // Nobody was there: nothing that counts has moved.
  await our.change(meeting, { date: daysAgo(4) });
  expect((await history(tandem, told, 2)).map(({ kind }: { kind: string }) => kind)).toEqual([
    ...["NetworkMeetingChanged", "NetworkMeetingAttended"],
  ]);
});

test("R45: a meeting that moves across the border of a year counts there no more, and each who was there is told", async () => {
  const [fay, gus] = [await our.member("Fay"), await our.member("Gus")];
  const meeting = await our.held(daysAgo(169), [fay], [gus, false]);
  expect(await our.meetingsThisYear(fay)).toBe(1);
  const moved = await our.change(meeting, { date: daysAgo(171), reason: "It was the week before." });
  expect(await our.meetingsThisYear(fay)).toBe(0);
  const news = "{ entries(first: 2) { nodes { kind reason facts subject { id } } } }";
  const { data } = await tandem.as(fay.personId).ask(news);
  expect(data.entries.nodes[0]).toEqual({
    ...{ kind: "AttendedMeetingMoved", reason: "It was the week before.", subject: { id: fay.id } },
    facts: { meetingId: meeting.id, from: daysAgo(169), to: daysAgo(171) },
  });
  const others = (await tandem.as(gus.personId).ask(news)).data.entries.nodes;
  expect(others.map(({ kind }: { kind: string }) => kind)).toEqual(["NetworkMeetingChanged", "NetworkMeetingAttended"]);
  await our.change(moved, { date: daysAgo(170) });
  expect(await our.meetingsThisYear(fay)).toBe(1);
});

test("R41, R45: a recorded meeting moves only to a day on which those who were there could have been, once", async () => {
  const [fay, gus] = [await our.member("Fay"), await our.member("Gus", { accreditedOn: daysAgo(20) })];
  const meeting = await our.held(daysAgo(10), [fay], [gus]);
  await our.held(daysAgo(12), [fay]);
  const refuse = async (date: string) =>
    faults(await refused(tandem, told.lead.id, "changeNetworkMeeting", changing(meeting, { date })));
  expect(await refuse(daysAgo(12))).toEqual([
    "date: date is that of another meeting, at which somebody was who was at this one.",
  ]);
  expect(await refuse(daysAgo(21))).toEqual(["date: date is a day on which somebody who was there was no member."]);
  await our.change(meeting, { date: daysAgo(20) });
});

test("R45: a lead who is a member moves no meeting into or out of their own year", async () => {
  const lee = await our.member("Lee");
  await tandem.db.source.query("UPDATE accreditation SET personId = ? WHERE id = ?", [told.lead.id, lee.id]);
  const meeting = await our.schedule(daysAgo(171));
  const nwa = { meetingId: meeting.id, accreditationId: lee.id, personId: told.lead.id, attended: true };
  await tandem.db.source.manager.insert("network_attendance", { id: "nwa_01jd0000000000000000000000", ...nwa });
  expect(
    faults(await refused(tandem, told.lead.id, "changeNetworkMeeting", changing(meeting, { date: daysAgo(170) }))),
  ).toEqual(["date: date changes what counts in your own year: somebody else moves it."]);
  await our.change(meeting, { date: daysAgo(172) });
});

test("meetings are the programme lead's to schedule, change, cancel and record, and nobody else's", async () => {
  const fay = await our.member("Fay");
  const meeting = await our.schedule(daysAgo(1));
  const of = { meetingId: meeting.id, expectedVersion: 1, reason: "A slip." };
  const attendance = [{ accreditationId: fay.id, attended: true }];
  for (const [mutation, input] of [
    ["scheduleNetworkMeeting", { programmeId: "LT", date: daysAgo(1), venue: "York", topic: "Findings" }],
    ["changeNetworkMeeting", { ...of, venue: "York" }],
    ["cancelNetworkMeeting", of],
    ["recordNetworkAttendance", { meetingId: meeting.id, expectedVersion: 1, attendance }],
  ] as const) {
    for (const by of [fay.personId, told.supervisor.id, told.assessor.id, told.seat.id, told.ada.personId]) {
      expect(await rejected(tandem, by, mutation, input)).toBe("FORBIDDEN");
    }
    expect(await rejected(tandem, null, mutation, input)).toBe("UNAUTHENTICATED");
  }
});
