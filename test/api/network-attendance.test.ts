import { assessing } from "../support/assessing";
import { ask, done, refused } from "../support/change";
import { history } from "../support/history";
import { MEETING, marking, networking, There } from "../support/networking";
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

const refuse = async (meeting: { id: string; version: number }, ...there: readonly There[]) =>
  (await refused(tandem, told.lead.id, "recordNetworkAttendance", marking(meeting, ...there))).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("R45: a whole meeting is one act, members named by id or number, and each of them is told of their own", async () => {
  const [fay, gus, hal] = [await our.member("Fay"), await our.member("Gus"), await our.member("Hal")];
  const meeting = await our.held(daysAgo(3), [{ id: fay.reference }], [gus, false], [hal]);
  expect(meeting).toMatchObject({ version: 2, attendance: { totalCount: 3 } });
  const entry = (of: { id: string }, to: boolean) => ({
    ...{ kind: "NetworkMeetingAttended", subject: { id: of.id } },
    facts: { meetingId: meeting.id, date: daysAgo(3), from: null, to },
  });
  expect(await history(tandem, told, 3)).toMatchObject([entry(hal, true), entry(gus, false), entry(fay, true)]);
  const OWN = `query ($id: ID!, $other: ID!) {
    accreditations { nodes { id networkAttendance { nodes { attended meeting { date } } } meetingsThisYear } }
    other: accreditation(id: $other) { id } entries(first: 3) { nodes { kind } }
    networkMeeting(id: $id) { attendance { totalCount } version } }`;
  const { data } = await tandem.as(fay.personId).ask(OWN, { id: meeting.id, other: gus.id });
  expect(data).toEqual({
    accreditations: {
      nodes: [
        {
          ...{ id: fay.id, meetingsThisYear: 1 },
          networkAttendance: { nodes: [{ attended: true, meeting: { date: daysAgo(3) } }] },
        },
      ],
    },
    other: null,
    entries: {
      nodes: [{ kind: "NetworkMeetingAttended" }, { kind: "NetworkMeetingScheduled" }, { kind: "PersonInvited" }],
    },
    networkMeeting: { attendance: null, version: null },
  });
});

test("R45: who knows somebody accredited by name does not learn which meetings they attended", async () => {
  const fay = await our.member("Fay");
  await our.held(daysAgo(3), [fay]);
  await told.pair("Ida", "Jim");
  await tandem.db.source.query("UPDATE pair_member SET personId = ?, traineeId = NULL WHERE traineeId = ?", [
    ...[fay.personId, (await told.trainee("Jim")).id],
  ]);
  const partner = (await told.trainee("Ida")).personId;
  const { data } = await tandem.as(partner).ask(
    `query ($id: ID!) { accreditation(id: $id) { reference meetingsThisYear networkAttendance { totalCount } }
      entries(first: 100) { nodes { kind } } }`,
    { id: fay.id },
  );
  expect(data.accreditation).toEqual({ reference: fay.reference, meetingsThisYear: null, networkAttendance: null });
  const kinds = data.entries.nodes.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain("NetworkMeetingScheduled");
  expect(kinds).not.toContain("NetworkMeetingAttended");
});

test("R45: a meeting is counted once: not twice in one list, and not two of them on one date", async () => {
  const [fay, gus] = [await our.member("Fay"), await our.member("Gus")];
  const [one, other] = [await our.schedule(daysAgo(2)), await our.schedule(daysAgo(2))];
  expect(await refuse(one, [fay], [{ id: fay.reference }])).toEqual([
    "attendance.1.accreditationId: accreditationId is in the list already.",
  ]);
  // The same person by another accreditation is the same person.
  const again = await our.member("Again");
  await tandem.db.source.query("UPDATE accreditation SET personId = ? WHERE id = ?", [fay.personId, again.id]);
  expect(await refuse(one, [fay], [again])).toEqual([
    "attendance.1.accreditationId: accreditationId is in the list already.",
  ]);
  await our.record(one, [fay]);
  const twice = "accreditationId was at another meeting of this network on that date, which counts once.";
  expect(await refuse(other, [gus], [fay])).toEqual([`attendance.1.accreditationId: ${twice}`]);
  expect(await refuse(other, [again])).toEqual([`attendance.0.accreditationId: ${twice}`]);
  await our.record(other, [gus], [fay, false]);
  expect([await our.meetingsThisYear(fay), await our.meetingsThisYear(gus)]).toEqual([1, 1]);
});

test("R45: of two leads who record somebody at two meetings of one date at once, one is refused", async () => {
  const fay = await our.member("Fay");
  const meetings = [await our.schedule(daysAgo(2)), await our.schedule(daysAgo(2))];
  const answers = await Promise.all(
    meetings.map((meeting) => ask(tandem, told.lead.id, "recordNetworkAttendance", marking(meeting, [fay]))),
  );
  const refusals = answers.map(({ data }) => data.recordNetworkAttendance.errors.length).sort();
  expect(refusals).toEqual([0, 1]);
  expect(await tandem.db.rows("SELECT attended FROM network_attendance")).toHaveLength(1);
});

test("R45: what is recorded is corrected with a reason for each, and the history keeps both", async () => {
  const [fay, gus] = [await our.member("Fay"), await our.member("Gus")];
  const meeting = await our.held(daysAgo(3), [fay], [gus]);
  expect(await refuse(meeting, [fay, false], [gus, false])).toEqual(
    [0, 1].map((index) => `attendance.${index}.reason: reason must say why: the member was marked otherwise before.`),
  );
  const corrected = await our.record(meeting, [fay, false, "Left at noon."], [gus]);
  expect(corrected).toMatchObject({ version: 3 });
  expect((await history(tandem, told, 2))[1]).toMatchObject({
    ...{ kind: "NetworkMeetingAttended", reason: "Left at noon.", subject: { id: fay.id } },
    facts: { meetingId: meeting.id, date: daysAgo(3), from: true, to: false },
  });
  expect(await our.meetingsThisYear(fay)).toBe(0);
  const stale = await refused(tandem, told.lead.id, "recordNetworkAttendance", marking(meeting, [fay]));
  expect(stale).toMatchObject([{ __typename: "Conflict", currentVersion: 3 }]);
});

test("R45: nobody who was erased is recorded", async () => {
  const [meeting, fay] = [await our.schedule(daysAgo(1)), await our.member("Fay")];
  await tandem.db.source.query(
    "UPDATE person SET erasedAt = '2017-06-01 00:00:00.000' WHERE id = (SELECT personId FROM accreditation WHERE id = ?)",
    [fay.id],
  );
  expect(await refuse(meeting, [fay])).toEqual([
    "attendance.0.accreditationId: accreditationId is of somebody who was erased.",
  ]);
});

test("R41: membership begins with the accreditation, once it is known: that day's meeting counts already", async () => {
  await told.readyForAssessment(told.ada);
  const act = assessing(tandem, told);
  const decided = await act.decide(await act.judgeAreas(await act.open()));
  const [row] = await tandem.db.rows("SELECT id FROM accreditation");
  const ada = { id: row?.id as string };
  const [today, before] = [await our.schedule(daysAgo(0)), await our.schedule(daysAgo(1))];
  expect(await refuse(today, [ada])).toEqual([
    "attendance.0.accreditationId: accreditationId is not released yet: until then they do not know of it.",
  ]);
  await act.release(decided);
  expect(await refuse(before, [ada])).toEqual([
    `attendance.0.accreditationId: accreditationId did not hold on ${daysAgo(1)}: they were no member.`,
  ]);
  await our.record(today, [ada]);
  expect(await our.meetingsThisYear(ada, told.ada.personId)).toBe(1);
});

test("R41: who was a member on the day can be marked, whatever came later; who was none cannot", async () => {
  const date = daysAgo(40);
  const meeting = await our.schedule(date);
  const were = await Promise.all([
    our.member("Fay", { accreditedOn: date }),
    our.member("Gus", { lapsesOn: daysAgo(39) }),
    our.member("Hal", { withdrawnOn: daysAgo(39) }),
  ]);
  const wereNot = await Promise.all([
    our.member("Ida", { accreditedOn: daysAgo(39) }),
    our.member("Jim", { lapsesOn: date }),
    our.member("Kit", { withdrawnOn: date }),
  ]);
  const marks = [...were, ...wereNot].map((one): There => [one]);
  expect(await refuse(meeting, ...marks)).toEqual(
    [3, 4, 5].map(
      (index) => `attendance.${index}.accreditationId: accreditationId did not hold on ${date}: they were no member.`,
    ),
  );
  const recorded = await our.record(meeting, ...were.map((one): There => [one]));
  // What is recorded is corrected even of who turns out to have been no member.
  await tandem.db.source.query("UPDATE accreditation SET withdrawnOn = ? WHERE id = ?", [date, were[0]?.id]);
  await our.record(recorded, [were[0] as { id: string }, false, "It had been withdrawn."]);
});

test("R45: every fault of a list is named at once", async () => {
  const fay = await our.member("Fay");
  const lee = await our.member("Lee");
  await tandem.db.source.query("UPDATE accreditation SET personId = ? WHERE id = ?", [told.lead.id, lee.id]);
  const other = await our.member("Oda");
  const { programme } = await done(
    ...([tandem, told.lead.id, "createProgramme"] as const),
    {
      ...{ reference: "MX", name: "Another", summary: "Another programme.", contactEmail: "mx@example.org" },
      fee: { appliesFrom: daysAgo(9), feeMinor: 1, vatPercent: 20 },
      standard: {
        ...{ courseDays: 1, groupDays: 1, sources: 1, networkMeetings: 1, everyAreaMet: true },
        ...{ reviewCountsFrom: "DRAFT_REPORT", assessorMayHaveSupervised: true },
        areas: [{ code: "D1", name: "Area", description: "What it asks." }],
      },
    },
    "programme { id }",
  );
  await tandem.db.source.query("UPDATE accreditation SET programmeId = ? WHERE id = ?", [programme.id, other.id]);
  const meeting = await our.schedule(daysAgo(-1));
  expect(await refuse(meeting, [fay], [lee], [other], [{ id: "LT-NOBODY" }], [fay, false])).toEqual([
    `meetingId: meetingId is yet to come: it is on ${daysAgo(-1)}.`,
    "attendance.1.accreditationId: accreditationId is yourself: somebody else records whether you were there.",
    "attendance.2.accreditationId: accreditationId is of another programme than this meeting.",
    "attendance.3.accreditationId: There is no such thing, or it is not yours to see.",
    "attendance.4.accreditationId: accreditationId is in the list already.",
  ]);
  const input = { ...marking(meeting), attendance: [] };
  expect(await refused(tandem, told.lead.id, "recordNetworkAttendance", input)).toMatchObject([
    { path: ["attendance"], message: "attendance must name at least one member." },
  ]);
  const many = { ...input, attendance: Array(201).fill({ accreditationId: fay.id, attended: true }) };
  expect(await refused(tandem, told.lead.id, "recordNetworkAttendance", many)).toMatchObject([
    { path: ["attendance"], message: "attendance may name at most 200 members." },
  ]);
});

test("R45: 200 members are marked in one act", async () => {
  const members = [];
  for (let nth = 0; nth < 200; nth += 1) members.push(await our.member(`M${nth}`));
  const meeting = await our.held(daysAgo(3), ...members.map((one, nth): There => [one, nth % 2 === 0]));
  expect(meeting).toMatchObject({ attendance: { totalCount: 200 } });
});

test("R45: of each member as many meetings count as were on different dates of the year under review", async () => {
  const year = { yearFrom: daysAgo(100), reviewDueOn: daysAgo(20) };
  const [fay, gus] = [await our.member("Fay", year), await our.member("Gus", year)];
  for (const ago of [101, 100, 60, 21, 20]) await our.held(daysAgo(ago), [fay], [gus, ago === 60]);
  await our.cancel(await our.schedule(daysAgo(50)));
  // Nothing lets a date have two of them; were there two, they would be one.
  const { id: meetingId } = await our.schedule(daysAgo(60));
  const twice = { meetingId, accreditationId: fay.id, personId: fay.personId, attended: true };
  await tandem.db.source.manager.insert("network_attendance", { id: "nwa_01jd0000000000000000000001", ...twice });
  const { data } = await tandem.as(told.lead.id).ask(
    `query ($id: ID!) { accreditations(orderBy: REFERENCE, filter: { programmeId: { eq: $id } }) {
        nodes { reference meetingsThisYear } } }`,
    { id: told.programme.id },
  );
  expect(data.accreditations.nodes).toEqual([
    { reference: "LT-Fay", meetingsThisYear: 3 },
    { reference: "LT-Gus", meetingsThisYear: 1 },
  ]);
});

test("R45: the same request again is the same act", async () => {
  const fay = await our.member("Fay");
  const meeting = await our.schedule(daysAgo(3));
  const input = { ...marking(meeting, [fay]), idempotencyKey: "the meeting in March" };
  const first = await done(tandem, told.lead.id, "recordNetworkAttendance", input, MEETING);
  const again = await done(tandem, told.lead.id, "recordNetworkAttendance", input, MEETING);
  expect(again).toEqual(first);
});
