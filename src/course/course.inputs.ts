import { InputType } from "type-graphql";
import { AttendanceMark, Marks } from "../attendance/attendance.inputs";
import { AnId, Day, MutationInput, SeenVersion, SomeIds, Text } from "../mutation/inputs";

@InputType({ description: "Who was there on a course day." })
export class RecordCourseAttendanceInput extends MutationInput {
  @AnId({ description: "The course day." })
  courseDayId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Marks()
  attendance!: AttendanceMark[];
}

@InputType({ description: "What of a course day is to be otherwise, and why. What is left out stays as it is." })
export class ChangeCourseDayInput extends MutationInput {
  @AnId({ description: "The course day." })
  courseDayId!: string;

  @Day({ optional: true, description: "When it is: after the day before it and before the day after it." })
  date?: string;

  @Text({ most: 200, optional: true, description: "Where it is." })
  venue?: string;

  @Text({ most: 4000, optional: true, description: "What it covers, in words." })
  topics?: string;

  @SomeIds({
    most: 40,
    optional: true,
    description: "All topics it covers and tools practised on it: published items of the programme, by id.",
  })
  itemIds?: string[];

  @SomeIds({
    most: 10,
    optional: true,
    description: "All who run it: programme leads or supervisors, by id.",
  })
  facilitatorIds?: string[];

  @Text({ most: 1000, description: "Why. Everybody who signs in can read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
