import { CourseDay } from "../../src/course/course-day.entity";
import { Person } from "../../src/person/person.entity";
import { entriesIn } from "../log/tables";
import { daysAgo } from "../support/story.beginning";
import { Office, openOffice } from "./office";

let office: Office;
let day: CourseDay;
beforeEach(async () => {
  office = await openOffice();
  day = office.told.courseDays[0] as CourseDay;
});
afterEach(() => office.db.close());

const NOBODY = "trainee is nobody's: no trainee of this cohort has this reference or address.";
const file = (...rows: string[]): string => ["trainee,attended,reason", ...rows].join("\n");
const recorded = (csv: string, expectedVersion = 1) =>
  office.import("COURSE_ATTENDANCE", csv, { courseDayId: day.id, expectedVersion });
const faultsOf = (csv: string) => office.faultsOf("COURSE_ATTENDANCE", csv, day.id);

test("R15, R16: a day's attendance is recorded from a file, by reference or address, and a correction says why", async () => {
  const { ada, ben } = office.told;
  const cara = await office.told.trainee("Cara");
  await office.told.attendCourse(ada);
  const csv = file("ADA@example.org,no,Left at noon", `${ben.reference},Yes,`, `${cara.id},n,`);
  expect(await office.check("COURSE_ATTENDANCE", csv, day.id)).toMatchObject({
    rowCount: 3,
    makes: [{ kind: "CourseAttendanceRecorded", count: 3 }],
    faults: [],
  });
  const head = await office.log.headPosition();
  const [{ version } = { version: 0 }] = await office.db.rows("SELECT version FROM course_day WHERE id = ?", [day.id]);
  const { import: made } = await recorded(csv, Number(version));
  expect(made).toMatchObject({ of: "COURSE_ATTENDANCE", rowCount: 3 });

  const entries = (await entriesIn(office.db)).slice(head).filter(({ kind }) => kind !== "ReadinessChanged");
  expect(entries.map(({ kind, about, facts, reason }) => [kind, about[0], facts.from, facts.to, reason])).toEqual([
    ["CourseAttendanceImported", undefined, undefined, undefined, null],
    ["CourseAttendanceRecorded", ada.id, true, false, "Left at noon"],
    ["CourseAttendanceRecorded", ben.id, null, true, null],
    ["CourseAttendanceRecorded", cara.id, null, false, null],
  ]);
  expect(entries[0]?.facts).toMatchObject({ courseDayId: day.id, rowCount: 3 });
});

test("every fault of a day's file is told where it stands", async () => {
  const { ada, ben } = office.told;
  await office.told.attendCourse(ada);
  const csv = file(
    "ada@example.org,no,",
    "nobody@example.org,yes,",
    `${ben.reference},perhaps,`,
    "BEN@example.org,yes,",
    "LT-2017-T99,yes,",
    ",yes,",
    `${ada.reference},yes,=1`,
  );
  expect(await faultsOf(csv)).toEqual([
    [2, "reason", "reason must say why: the trainee was marked otherwise before."],
    [3, "trainee", NOBODY],
    [4, "attended", "attended must be yes or no."],
    [5, "trainee", "trainee is in the list already."],
    [6, "trainee", NOBODY],
    [7, "trainee", "trainee is blank."],
    [8, "reason", 'reason begins as a formula does: a spreadsheet would work out what follows "=".'],
    [8, "trainee", "trainee is in the list already."],
  ]);
});

test("nobody has been there before the day, nor who is on another cohort, nor more than 60 at once", async () => {
  const { ada } = office.told;
  await office.db.source.manager.update(CourseDay, { id: day.id }, { date: daysAgo(-1) });
  expect(await faultsOf(file("ada@example.org,yes,"))).toEqual([
    [null, null, `courseDayId is yet to come: it is on ${daysAgo(-1)}.`],
  ]);
  await office.db.source.manager.update(CourseDay, { id: day.id }, { date: daysAgo(1) });
  const crowd = Array.from({ length: 61 }, (_, index) => `LT-2017-X${index},yes,`);
  expect((await faultsOf(file(...crowd)))[0]).toEqual([null, null, "The file may name at most 60 trainees."]);

  const [cohort] = await office.db.rows("SELECT * FROM cohort");
  const other = { ...cohort, id: "coh_01h455vb4pex5vsknk084sn02q", reference: "LT-2018" };
  const columns = Object.keys(other);
  await office.db.source.query(
    `INSERT INTO cohort (${columns.join()}) VALUES (${columns.map(() => "?").join()})`,
    Object.values(other),
  );
  await office.db.source.query("UPDATE course_day SET cohortId = ? WHERE id = ?", [other.id, day.id]);
  expect(await faultsOf(file(`${ada.reference},yes,`, "ben@example.org,yes,"))).toEqual([
    [2, "trainee", "trainee is on another cohort than this day."],
    [3, "trainee", NOBODY],
  ]);
});

test("a stale version is a Conflict, a day that is not there NotFound, and a dry run needs the day", async () => {
  const csv = file("ada@example.org,yes,");
  await recorded(csv);
  expect((await recorded(csv)).errors).toMatchObject([{ code: "CONFLICT", path: ["expectedVersion"] }]);
  const elsewhere = { courseDayId: office.told.board.id, expectedVersion: 1 };
  const { errors } = await office.import("COURSE_ATTENDANCE", csv, elsewhere);
  expect(errors).toMatchObject([{ code: "NOT_FOUND", path: ["courseDayId"] }]);
  const { faults } = await office.check("COURSE_ATTENDANCE", csv, office.told.board.id);
  expect(faults).toEqual([{ row: null, column: null, message: errors[0]?.message }]);
  expect((await office.check("COURSE_ATTENDANCE", csv)).faults).toEqual([
    { row: null, column: null, message: "courseDayId must name the course day." },
  ]);
});

test("somebody without an address is found by their reference, and nobody by an empty one", async () => {
  await office.db.source.manager.update(Person, { id: office.told.ada.personId }, { email: null, emailKey: null });
  expect(await faultsOf(file("ada@example.org,yes,"))).toHaveLength(1);
  expect((await recorded(file(`${office.told.ada.reference},yes,`))).errors).toEqual([]);
});
