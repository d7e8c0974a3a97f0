import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { ChangeCourseDayInput, RecordCourseAttendanceInput } from "./course.inputs";
import * as course from "./course.service";
import { CourseDay } from "./course-day.entity";
import * as courseDays from "./course-day.service";

const ChangeCourseDayPayload = payloadOf("ChangeCourseDay", "courseDay", () => CourseDay);
const RecordCourseAttendancePayload = payloadOf("RecordCourseAttendance", "courseDay", () => CourseDay);

@Resolver()
export class CourseResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChangeCourseDayPayload, {
    description:
      "The programme lead corrects when or where a course day is, what it covers, what is practised on it or who runs it. Days stay in order, and a day whose attendance is recorded does not move into the future.",
  })
  changeCourseDay(@Ctx() ctx: Context, @Arg("input") input: ChangeCourseDayInput): Promise<object> {
    return answer(ctx, "changeCourseDay", input, courseDays.change);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RecordCourseAttendancePayload, {
    description:
      "The programme lead records who was there on a course day, on that day or later. Trainees marked before are marked anew, and the history keeps both.",
  })
  recordCourseAttendance(@Ctx() ctx: Context, @Arg("input") input: RecordCourseAttendanceInput): Promise<object> {
    return answer(ctx, "recordCourseAttendance", input, course.recordAttendance);
  }
}
