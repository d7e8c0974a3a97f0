import { InputType } from "type-graphql";
import { AttendanceMark, Marks } from "../attendance/attendance.inputs";
import { AnId, MutationInput, SeenVersion } from "../mutation/inputs";

@InputType({ description: "Who was there on a course day." })
export class RecordCourseAttendanceInput extends MutationInput {
  @AnId({ description: "The course day." })
  courseDayId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Marks()
  attendance!: AttendanceMark[];
}
