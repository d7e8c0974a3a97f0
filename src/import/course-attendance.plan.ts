import { AttendanceMark } from "../attendance/attendance.inputs";
import { marksIn, Reading, unexplained } from "../attendance/marked";
import { RecordCourseAttendanceInput } from "../course/course.inputs";
import { elsewhereThan, mark, marksOn, yetToCome } from "../course/course.service";
import type { CourseDay } from "../course/course-day.entity";
import { faultsIn } from "../mutation/inputs";
import { invalid, UserError } from "../mutation/refused";
import { emailKeyOf } from "../person/new-person";
import { marks } from "../scope/condition";
import { Plan, together } from "./plan";
import { Columns, faultAt, SheetRow, sheetOf } from "./sheet";

const COLUMNS: Columns = {
  trainee: { required: true },
  attended: { required: true },
  reason: { required: false },
};

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  no: false,
  n: false,
  false: false,
};

/** R15, R16: what a file of a day's attendance makes: each mark as `recordCourseAttendance` sets it. */
export const courseAttendancePlan = async (reading: Reading, csv: string, day: CourseDay): Promise<Plan> => {
  const sheet = sheetOf(csv, COLUMNS);
  const ids = await idsByAddress(reading, sheet.rows, day);
  const attendance = sheet.rows.map(({ cells: { trainee, attended, reason } }) => {
    const traineeId = trainee == null ? "" : (ids.get(emailKeyOf(trainee)) ?? trainee);
    const said = { traineeId, attended: YES_OR_NO[attended?.toLowerCase() ?? ""], reason };
    return Object.assign(new AttendanceMark(), said);
  });
  const known = await marksOn(reading.rows, day);
  const { marked, faults } = await marksIn(reading, attendance, elsewhereThan(day, known));
  const input = Object.assign(new RecordCourseAttendanceInput(), { courseDayId: day.id, expectedVersion: day.version });
  const values = sheet.rows.length === 0 ? [] : faultsIn(Object.assign(input, { attendance }));
  return {
    sheet,
    faults: together(
      yetToCome(day, reading.ctx.now),
      sheet.faults,
      sheet.rows
        .filter(({ cells }) => cells.attended != null && YES_OR_NO[cells.attended.toLowerCase()] === undefined)
        .map(({ number }) => faultAt("attended must be yes or no.", number, "attended")),
      [...values, ...faults, ...unexplained(marked, known)].map((fault) => inFile(fault, sheet.rows)),
    ),
    makes: [["CourseAttendanceRecorded", marked.length]],
    write: (tx) => mark(tx, day, marked, known),
  };
};

/** The trainees of the day's cohort by their address; of somebody's two records there the one that lasts. */
const idsByAddress = async ({ rows }: Reading, sheet: readonly SheetRow[], { cohortId }: CourseDay) => {
  const keys = sheet.flatMap(({ cells: { trainee } }) => (trainee?.includes("@") ? [emailKeyOf(trainee)] : []));
  if (keys.length === 0) return new Map<string, string>();
  const found = await rows(
    `SELECT t.id, p.emailKey FROM trainee t JOIN person p ON p.id = t.personId
     WHERE t.cohortId = ? AND p.emailKey IN (${marks(keys)})
     ORDER BY CASE WHEN t.standing = 'ENROLLED' THEN 1 ELSE 0 END, t.id`,
    [cohortId, ...keys],
  );
  return new Map(found.map(({ id, emailKey }) => [emailKey as string, id as string]));
};

const UNKNOWN = "trainee is nobody's: no trainee of this cohort has this reference or address.";

/** A fault of the list of marks, where it stands in the file. */
const inFile = ({ code, path, message }: UserError, rows: readonly SheetRow[]): UserError => {
  const [, index, field] = path;
  if (index === undefined) return invalid(["csv"], message.replace("attendance", "The file"));
  const column = field === "traineeId" ? "trainee" : (field as string);
  return faultAt(
    code === "NOT_FOUND" ? UNKNOWN : message.replace("traineeId", "trainee"),
    rows[Number(index)]?.number,
    column,
  );
};
