import { CourseDay } from "../../src/course/course-day.entity";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { ProgrammeItem } from "../../src/programme/programme-item.entity";
import { ProgrammeSection } from "../../src/programme/programme-section";
import { ask, done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { openCohort } from "../support/places";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let day: CourseDay;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  day = told.courseDays[1] as CourseDay;
});
afterEach(() => tandem.close());

const changing = (more: Record<string, unknown> = {}) => ({
  ...{ courseDayId: day.id, reason: "The hall burnt down.", expectedVersion: 1 },
  ...more,
});
const DAY = `courseDay { number date venue topics version items { section text } facilitators { name } }`;
const change = (more?: Record<string, unknown>) => done(tandem, told.lead.id, "changeCourseDay", changing(more), DAY);
const refuse = (more?: Record<string, unknown>) => refused(tandem, told.lead.id, "changeCourseDay", changing(more));

/** An item that the programme publishes, or another one. */
const published = async (section: ProgrammeSection, more: Partial<ProgrammeItem> = {}): Promise<string> => {
  const id = newId("itm");
  const text = `What ${section.toLowerCase()} has`;
  const item = { id, programmeId: told.programme.id, section, ordinal: 1, text, days: null, retiredOn: null };
  await tandem.db.source.manager.insert(ProgrammeItem, { ...item, ...more });
  return id;
};

test("R15, R16: when and where a day is can be corrected, and the history has what was said before, by whom and why", async () => {
  const { courseDay } = await change({ date: daysAgo(388), venue: "Leeds" });
  expect(courseDay).toMatchObject({ number: 2, date: daysAgo(388), venue: "Leeds", topics: day.topics, version: 2 });
  expect((await history(tandem, told, 1))[0]).toEqual({
    kind: "CourseDayChanged",
    facts: { day: 2, date: { from: daysAgo(389), to: daysAgo(388) }, venue: { from: "London", to: "Leeds" } },
    reason: "The hall burnt down.",
    actor: { id: told.lead.id },
    subject: { id: day.id },
  });
});

test("R17, R18: a day has topics and tools of those the programme publishes, and the public reads them", async () => {
  const [topic, tool] = [await published(ProgrammeSection.TOPICS), await published(ProgrammeSection.TOOLS)];
  const { courseDay } = await change({ itemIds: [tool, topic] });
  expect(courseDay.items).toEqual([
    { section: "TOOLS", text: "What tools has" },
    { section: "TOPICS", text: "What topics has" },
  ]);
  const query = "query ($id: ID!) { node(id: $id) { ... on CourseDay { items { text } } } }";
  const { data } = await tandem.as(null).ask(query, { id: day.id });
  expect(data.node.items).toHaveLength(2);

  await change({ itemIds: [topic], expectedVersion: 2 });
  expect((await history(tandem, told, 1))[0].facts).toEqual({
    day: 2,
    itemIds: { from: [tool, topic].sort(), to: [topic] },
  });
  expect((await change({ itemIds: [], expectedVersion: 3 })).courseDay.items).toEqual([]);
});

test("R31: a day is run by programme leads and supervisors; who they are is told to those who may know them", async () => {
  const stranger = await told.person("Stu Stranger", Role.SUPERVISOR);
  const facilitatorIds = [told.lead.id, told.supervisor.id, stranger.id];
  const { courseDay } = await change({ facilitatorIds });
  expect(courseDay.facilitators.map(({ name }: { name: string }) => name)).toEqual([
    "Lee Lead",
    "Sam Supervisor",
    "Stu Stranger",
  ]);
  const query = "query ($id: ID!) { node(id: $id) { ... on CourseDay { facilitators { name } } } }";
  const seenBy = async (personId: string | null) =>
    (await tandem.as(personId).ask(query, { id: day.id })).data.node.facilitators;
  expect(await seenBy(null)).toBeNull();
  expect(await seenBy(told.ada.personId)).toEqual([{ name: "Lee Lead" }, { name: "Sam Supervisor" }]);
  expect(await seenBy(told.seat.id)).toEqual([{ name: "Lee Lead" }]);
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    facts: { day: 2, facilitatorIds: { from: [], to: [...facilitatorIds].sort() } },
  });

  await done(tandem, told.lead.id, "revokeRole", {
    ...{ personId: stranger.id, role: Role.SUPERVISOR, reason: "Has left.", expectedVersion: 1 },
  });
  // Who runs it already is not asked for the role anew.
  const two = { facilitatorIds: [stranger.id, told.lead.id], expectedVersion: 2 };
  expect((await change(two)).courseDay.facilitators).toEqual([{ name: "Lee Lead" }, { name: "Stu Stranger" }]);
});

test("R31: facilitators are leads or supervisors, and people who are there, each once", async () => {
  const gone = await told.person("Gone");
  await done(tandem, told.lead.id, "erasePerson", { personId: gone.id, reason: "REQUESTED", expectedVersion: 1 });
  const facilitatorIds = [told.lead.id, told.assessor.id, gone.id, "per_nobody", told.ada.personId, told.lead.id];
  const must = "facilitatorIds must name programme leads or supervisors.";
  expect(await refuse({ facilitatorIds })).toMatchObject([
    { __typename: "InvalidInput", path: ["facilitatorIds", "1"], message: must },
    { path: ["facilitatorIds", "2"], message: "facilitatorIds names somebody who was erased." },
    { __typename: "NotFound", path: ["facilitatorIds", "3"] },
    { path: ["facilitatorIds", "4"], message: must },
    { path: ["facilitatorIds", "5"], message: "facilitatorIds names it twice." },
  ]);
});

test("R17, R18: items are the programme's own topics and tools, still published, each once", async () => {
  await tandem.db.source.query(
    `INSERT INTO programme (id, reference, name, summary, contactEmail, version)
     VALUES ('prg_01h455vb4pex5vsknk084sn02q', 'OT', 'Other', 'Another.', 'o@example.org', 1)`,
  );
  const other = await published(ProgrammeSection.TOPICS, { programmeId: "prg_01h455vb4pex5vsknk084sn02q" });
  const benefit = await published(ProgrammeSection.BENEFITS);
  const retired = await published(ProgrammeSection.TOOLS, { retiredOn: daysAgo(3) });
  const topic = await published(ProgrammeSection.TOPICS);
  expect(await refuse({ itemIds: [topic, other, benefit, retired, "itm_nothing", topic] })).toMatchObject([
    { path: ["itemIds", "1"], message: "itemIds names an item of another programme." },
    { path: ["itemIds", "2"], message: "itemIds must name topics or tools: this is an item of another list." },
    { path: ["itemIds", "3"], message: "itemIds names an item that is published no longer." },
    { __typename: "NotFound", path: ["itemIds", "4"] },
    { path: ["itemIds", "5"], message: "itemIds names it twice." },
  ]);
  await change({ itemIds: [topic] });
  await tandem.db.source.manager.update(ProgrammeItem, { id: topic }, { retiredOn: daysAgo(0) });
  // What the day had when it was retired, it keeps.
  await change({ itemIds: [topic], venue: "Leeds", expectedVersion: 2 });
});

test("R15, R16: days stay different and in order", async () => {
  const because = async (date: string) => (await refuse({ date })).map(({ message }) => message);
  const [first, third] = [daysAgo(390), daysAgo(380)];
  expect(await because(daysAgo(391))).toEqual([`date must be after day 1, which is on ${first}.`]);
  expect(await because(first)).toEqual([`date must be after day 1, which is on ${first}.`]);
  expect(await because(third)).toEqual([`date must be before day 3, which is on ${third}.`]);
  expect(await because(daysAgo(1))).toEqual([`date must be before day 3, which is on ${third}.`]);
  await change({ date: daysAgo(381) });
});

test("R16: of two days that would change places at once, one moves", async () => {
  const { courseDays } = await openCohort(tandem, told, "LT-2018", 30);
  const [one, two] = courseDays as [CourseDay, CourseDay];
  const set = "UPDATE course_day SET date = ?, version = 1 WHERE id = ?";
  for (let round = 0; round < 6; round += 1) {
    for (const [{ id }, date] of [
      [one, daysAgo(-30)],
      [two, daysAgo(-35)],
    ] as const) {
      await tandem.db.source.query(set, [date, id]);
    }
    const answers = await Promise.all([
      ask(tandem, told.lead.id, "changeCourseDay", changing({ courseDayId: one.id, date: daysAgo(-34) })),
      ask(tandem, told.lead.id, "changeCourseDay", changing({ courseDayId: two.id, date: daysAgo(-31) })),
    ]);
    expect(answers.flatMap(({ data }) => data.changeCourseDay.errors)).toMatchObject([{ path: ["date"] }]);
  }
});

test("a day whose attendance is recorded does not move into the future, one without may", async () => {
  const last = told.courseDays[3] as CourseDay;
  await change({ courseDayId: last.id, date: daysAgo(-1) });
  await change({ courseDayId: last.id, date: daysAgo(0), expectedVersion: 2 });
  await told.attendCourse(told.ada);
  expect(await refuse({ courseDayId: last.id, date: daysAgo(-1), expectedVersion: 3 })).toMatchObject([
    { path: ["date"], message: "date is yet to come, and who was there is recorded already." },
  ]);
});

test("the public does not learn from a day's version that attendance was recorded, nor reads why it was changed", async () => {
  await change({ venue: "Leeds" });
  const query = "query ($id: ID!) { node(id: $id) { ... on CourseDay { venue version } } entries { nodes { id } } }";
  for (const personId of [null, told.ada.personId, told.seat.id]) {
    const { data } = await tandem.as(personId).ask(query, { id: day.id });
    expect(data.node).toEqual({ venue: "Leeds", version: null });
    if (personId === null) expect(data.entries.nodes).toEqual([]);
  }
});

test("everybody who signs in is told of a change, and why", async () => {
  await change({ venue: "Leeds" });
  for (const personId of [told.ada.personId, told.seat.id]) {
    const { data } = await tandem.as(personId).ask("{ entries(first: 1) { nodes { kind reason } } }");
    expect(data.entries.nodes).toEqual([{ kind: "CourseDayChanged", reason: "The hall burnt down." }]);
  }
});

test("what would change nothing is refused, and so is a blank place, topic or reason", async () => {
  expect(await refuse()).toMatchObject([{ path: [], message: "Nothing of the day would be otherwise." }]);
  const same = { date: day.date, venue: day.venue, topics: day.topics, itemIds: [], facilitatorIds: [] };
  expect(await refuse(same)).toMatchObject([{ path: [] }]);
  expect(await refuse({ date: null, venue: null, topics: null, itemIds: null })).toMatchObject([{ path: [] }]);
  expect(await refuse({ venue: " ", topics: "\t", reason: "" })).toMatchObject([
    { path: ["venue"] },
    { path: ["topics"] },
    { path: ["reason"] },
  ]);
});

test("a stale version is a Conflict, and a day that is not there is NotFound", async () => {
  expect(await refuse({ venue: "Leeds", expectedVersion: 7 })).toMatchObject([
    { __typename: "Conflict", currentVersion: 1, path: ["expectedVersion"] },
  ]);
  expect(await refuse({ venue: "Leeds", courseDayId: told.board.id })).toMatchObject([
    { __typename: "NotFound", path: ["courseDayId"] },
  ]);
});

test("it is the programme lead's to change", async () => {
  const input = changing({ venue: "Leeds", facilitatorIds: [told.supervisor.id] });
  expect(await rejected(tandem, null, "changeCourseDay", input)).toBe("UNAUTHENTICATED");
  for (const personId of [told.ada.personId, told.supervisor.id, told.assessor.id, told.seat.id]) {
    expect(await rejected(tandem, personId, "changeCourseDay", input)).toBe("FORBIDDEN");
  }
});
