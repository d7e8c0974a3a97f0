import { Entity, Index, PrimaryColumn } from "typeorm";
import { CalendarDay, Flag, LongText, Moment, Whole, Words } from "../graph/columns";
import { ListOf, One } from "../graph/fields";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds, OF_TRAINEE, Wordless } from "../personal/holds";
import { Cohort } from "../programme/cohort.entity";
import { ProgrammeItem } from "../programme/programme-item.entity";
import { Trainee } from "../trainee/trainee.entity";

@AThing({
  prefix: "day",
  table: "course_day",
  sees: "programme",
  audience: {},
  description: "One of the course days of a cohort.",
})
@Holds({
  part: "t.id IN (SELECT f.courseDayId FROM course_day_facilitator f WHERE f.personId = $)",
  nobodys: ["venue", "topics"],
})
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

  @ListOf(() => ProgrammeItem, {
    sees: "programme",
    by: { table: "course_day_item", parent: "courseDayId", child: "itemId" },
    order: ["section", "ordinal"],
    size: 20,
    description: "The programme's topics it covers and the analytic tools that are practised on it.",
  })
  readonly items?: never;

  // As of a day of group supervision: in everybody's calendar who signs in, and each name for those who may know it.
  @ListOf(() => Person, {
    sees: "groupDay",
    by: { table: "course_day_facilitator", parent: "courseDayId", child: "personId" },
    order: ["sortName"],
    size: 4,
    description: "Who runs it: those of them whom you may know by name.",
  })
  readonly facilitators?: never;

  @ListOf(() => CourseAttendance, {
    sees: "attendance",
    by: "courseDayId",
    order: ["traineeId"],
    size: 20,
    description: "Who was there.",
  })
  readonly attendance?: never;

  // It rises with attendance as with corrections of the day. The latter are told to everybody who signs in: from a
  // version that rose without one they could tell that attendance was recorded.
  @Version("attendance")
  version!: number;
}

/** Who runs a course day. */
@Entity("course_day_facilitator")
@Holds({ about: "t.personId = $" })
export class CourseDayFacilitator {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  courseDayId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  personId!: string;
}

/** Which of the programme's topics and tools a course day has. */
@Entity("course_day_item")
@Holds({})
export class CourseDayItem {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  courseDayId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  itemId!: string;
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
