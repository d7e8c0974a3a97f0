import { CourseDay } from "../../src/course/course-day.entity";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let day: CourseDay;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  day = told.courseDays[0] as CourseDay;
});
afterEach(() => tandem.close());

const DAY = "courseDay { version attendance { attended trainee { id } } }";
type Mark = { traineeId: string; attended: boolean; reason?: string };
const attendance = (...marks: Mark[]) => ({ courseDayId: day.id, expectedVersion: 1, attendance: marks });
const there = (traineeId: string, attended = true): Mark => ({ traineeId, attended });
const gone = (traineeId: string): Mark => ({ traineeId, attended: false, reason: "Left at noon." });
const record = (input: Record<string, unknown>) => done(tandem, told.lead.id, "recordCourseAttendance", input, DAY);
const refuse = (input: Record<string, unknown>) => refused(tandem, told.lead.id, "recordCourseAttendance", input);

test("one mutation records a whole day, with an entry for each trainee", async () => {
  const { courseDay } = await record(attendance(there(told.ada.id), there(told.ben.reference, false)));
  expect(courseDay.version).toBe(2);
  expect(courseDay.attendance).toEqual(
    expect.arrayContaining([
      { attended: true, trainee: { id: told.ada.id } },
      { attended: false, trainee: { id: told.ben.id } },
    ]),
  );
  const [second, first] = await history(tandem, told, 2);
  expect(first).toMatchObject({
    kind: "CourseAttendanceRecorded",
    facts: { day: 1, date: day.date, from: null, to: true },
    subject: { id: day.id },
  });
  expect(second.facts).toMatchObject({ from: null, to: false });
});

test("a trainee reads of their own attendance in the Log, not of others'", async () => {
  await record(attendance(there(told.ada.id), there(told.ben.id)));
  const { data } = await tandem.as(told.ada.personId).ask("{ entries(first: 100) { nodes { kind } } }");
  const kinds = data.entries.nodes.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === "CourseAttendanceRecorded")).toHaveLength(1);
});

test("said again it is corrected, and the history has what was said before", async () => {
  await record(attendance(there(told.ada.id), there(told.ben.id)));
  const { courseDay } = await record({ ...attendance(gone(told.ada.id)), expectedVersion: 2 });
  expect(courseDay.attendance).toHaveLength(2);
  expect(courseDay.attendance).toContainEqual({ attended: false, trainee: { id: told.ada.id } });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    facts: { from: true, to: false },
    reason: "Left at noon.",
  });
});

test("R15, R16: a trainee's timeline has each mark and its correction: by whom, when, why, before and after", async () => {
  await record(attendance(there(told.ada.id)));
  await record({ ...attendance(gone(told.ada.id)), expectedVersion: 2 });
  const query = `query ($id: ID!) { trainee(id: $id) { timeline(first: 2) { nodes { kind facts reason at actor { name } } } } }`;
  const fact = { day: 1, date: day.date };
  const mark = { kind: "CourseAttendanceRecorded", at: expect.stringMatching(/Z$/), actor: { name: "Lee Lead" } };
  for (const personId of [told.lead.id, told.ada.personId, told.supervisor.id]) {
    const { data } = await tandem.as(personId).ask(query, { id: told.ada.id });
    expect(data.trainee.timeline.nodes).toEqual([
      { ...mark, facts: { ...fact, from: true, to: false }, reason: "Left at noon." },
      { ...mark, facts: { ...fact, from: null, to: true }, reason: null },
    ]);
  }
  // Her partner reads of her what falls under her name.
  const { data } = await tandem.as(told.ben.personId).ask(query, { id: told.ada.id });
  expect(JSON.stringify(data.trainee.timeline)).not.toContain("CourseAttendanceRecorded");
});

test("a correction says why; a mark that is new, or the same again, need not", async () => {
  await record(attendance(there(told.ada.id), there(told.ben.id)));
  const cara = await told.trainee("Cara");
  const again = attendance(there(told.ada.id), there(told.ben.id, false), there(cara.id));
  for (const reason of [undefined, null, " "]) {
    const marks = again.attendance.map((mark) => ({ ...mark, ...(mark.attended ? {} : { reason }) }));
    expect(await refuse({ ...again, attendance: marks, expectedVersion: 2 })).toMatchObject([
      { __typename: "InvalidInput", path: ["attendance", "1", "reason"] },
    ]);
  }
  const said = attendance(there(told.ada.id), gone(told.ben.id), there(cara.id));
  await record({ ...said, expectedVersion: 2 });
  expect((await history(tandem, told, 3)).map(({ reason }: { reason: string | null }) => reason)).toEqual([
    null,
    "Left at noon.",
    null,
  ]);
});

test("R12: the day that completes the course flips readiness, and a correction flips it back", async () => {
  await told.attendCourse(told.ada, 3);
  day = told.courseDays[3] as CourseDay;
  await record(attendance(there(told.ada.id)));
  await record({ ...attendance(gone(told.ada.id)), expectedVersion: 2 });
  const { data } = await tandem
    .as(told.ada.personId)
    .ask("{ entries(first: 100, orderBy: OLDEST_FIRST) { nodes { kind facts } } }");
  const flips = data.entries.nodes.filter(({ kind }: { kind: string }) => kind === "ReadinessChanged");
  expect(flips.map(({ facts }: { facts: unknown }) => facts)).toEqual([
    { rule: "E4", from: false, to: true },
    { rule: "E4", from: true, to: false },
  ]);
});

test("every fault of the list is told at once, where it stands", async () => {
  const stranger = "trn_01h455vb4pex5vsknk084sn02q";
  const errors = await refuse(
    attendance(there(told.ada.id), there(stranger), there(told.ada.reference), there("nobody at all")),
  );
  expect(errors).toMatchObject([
    { __typename: "NotFound", path: ["attendance", "1", "traineeId"] },
    {
      __typename: "InvalidInput",
      path: ["attendance", "2", "traineeId"],
      message: "traineeId is in the list already.",
    },
    { __typename: "NotFound", path: ["attendance", "3", "traineeId"] },
  ]);
});

test("R15: a trainee of another cohort was not there", async () => {
  await tandem.db.source.manager.query("UPDATE course_day SET cohortId = ? WHERE id = ?", [
    await anotherCohort(),
    day.id,
  ]);
  expect(await refuse(attendance(there(told.ada.id), there(told.ben.id)))).toMatchObject([
    { __typename: "InvalidInput", path: ["attendance", "0", "traineeId"] },
    { __typename: "InvalidInput", path: ["attendance", "1", "traineeId"] },
  ]);
});
const anotherCohort = async (): Promise<string> => {
  const { manager } = tandem.db.source;
  const [row] = await manager.query("SELECT * FROM cohort WHERE id = ?", [told.cohort.id]);
  const other = { ...row, id: "coh_01h455vb4pex5vsknk084sn02q", reference: "LT-2018" };
  const columns = Object.keys(other);
  await manager.query(
    `INSERT INTO cohort (${columns.join()}) VALUES (${columns.map(() => "?").join()})`,
    Object.values(other),
  );
  return other.id;
};

test("nobody, or more than 60 at once, is refused", async () => {
  expect(await refuse(attendance())).toMatchObject([{ __typename: "InvalidInput", path: ["attendance"] }]);
  const crowd = Array.from({ length: 61 }, () => there(told.ada.id));
  expect(await refuse(attendance(...crowd))).toMatchObject([{ __typename: "InvalidInput", path: ["attendance"] }]);
});

test("a name longer than any is refused where it stands", async () => {
  expect(await refuse(attendance(there("x".repeat(65))))).toMatchObject([
    { __typename: "InvalidInput", path: ["attendance", "0", "traineeId"] },
  ]);
});

test("R15: nobody has been there before the day", async () => {
  await tandem.db.source.manager.update(CourseDay, { id: day.id }, { date: daysAgo(-1) });
  expect(await refuse(attendance(there(told.ada.id)))).toMatchObject([
    { __typename: "InvalidInput", path: ["courseDayId"] },
  ]);
  await tandem.db.source.manager.update(CourseDay, { id: day.id }, { date: daysAgo(0) });
  await record(attendance(there(told.ada.id)));
});

test("a stale version is a Conflict, and a day that is not there is NotFound", async () => {
  await record(attendance(there(told.ada.id)));
  expect(await refuse(attendance(there(told.ada.id, false)))).toMatchObject([
    { __typename: "Conflict", currentVersion: 2, path: ["expectedVersion"] },
  ]);
  expect(await refuse({ ...attendance(there(told.ada.id)), courseDayId: told.board.id })).toMatchObject([
    { __typename: "NotFound", path: ["courseDayId"] },
  ]);
});

test("it is the programme lead's to record", async () => {
  const input = attendance(there(told.ada.id));
  expect(await rejected(tandem, null, "recordCourseAttendance", input)).toBe("UNAUTHENTICATED");
  for (const personId of [told.ada.personId, told.supervisor.id, told.assessor.id, told.seat.id]) {
    expect(await rejected(tandem, personId, "recordCourseAttendance", input)).toBe("FORBIDDEN");
  }
});
