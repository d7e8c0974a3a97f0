import { Index } from "typeorm";
import { CalendarDay, Flag, LongText, Moment, Whole, Words } from "../graph/columns";
import { ListOf, One } from "../graph/fields";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Holds, OF_TRAINEE } from "../personal/holds";
import { Cohort } from "../programme/cohort.entity";
import { Trainee } from "../trainee/trainee.entity";

@AThing({
  prefix: "day",
  table: "course_day",
  sees: "programme",
  audience: {},
  description: "One of the course days of a cohort.",
})
@Holds({ nobodys: ["venue", "topics"] })
export class CourseDay {
  @Id()
  id!: string;

  @Key({ index: true })
  cohortId!: string;

  @One(() => Cohort, { sees: "programme", key: "cohortId", description: "The cohort." })
  readonly cohort?: never;

  @Whole("programme", "Which day of the course it is, from 1.")
  number!: number;

  @CalendarDay("programme", "When it is.")
  date!: string;

  @Words("programme", 200, "Where it is.")
  venue!: string;

  @LongText("programme", "What it covers.")
  topics!: string;

  @ListOf(() => CourseAttendance, {
    sees: "attendance",
    by: "courseDayId",
    order: ["traineeId"],
    size: 20,
    description: "Who was there.",
  })
  readonly attendance?: never;

  // It rises with attendance alone: the public is not told that any was recorded.
  @Version("attendance")
  version!: number;
}

@AThing({
  prefix: "cat",
  table: "course_attendance",
  sees: "attendance",
  audience: { traineeId: "t.traineeId" },
  description: "Whether a trainee was there on a course day.",
})
@Index(["courseDayId", "traineeId"], { unique: true })
@Holds({ about: OF_TRAINEE })
export class CourseAttendance {
  @Id()
  id!: string;

  @Key()
  courseDayId!: string;

  @One(() => CourseDay, { sees: "attendance", key: "courseDayId", description: "The day." })
  readonly courseDay?: never;

  @Key({ index: true })
  traineeId!: string;

  @One(() => Trainee, { sees: "attendance", key: "traineeId", description: "The trainee." })
  readonly trainee?: never;

  @Flag("attendance", "Whether they were there, for the whole day.")
  attended!: boolean;

  @Moment("attendance", "When this was recorded.")
  recordedAt!: Date;
}
