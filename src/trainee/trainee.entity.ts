import { Int, registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { assessments } from "../assessment/assessment.entity";
import { readinessOf, SUPPOSED, sizeOfReadiness } from "../assessment/readiness";
import { charges } from "../charge/charge.entity";
import { LINES } from "../charge/statement";
import { Statement } from "../charge/statement.type";
import { statementsOfTrainees, WINDOW } from "../charge/statements";
import { CourseAttendance } from "../course/course-day.entity";
import { trainingOf } from "../course/training";
import { evidence } from "../evidence/evidence.entity";
import { matrixOf } from "../evidence/matrix";
import { MatrixCell } from "../evidence/matrix.type";
import { CalendarDay, Hidden, OneOf } from "../graph/columns";
import { ListOf, Loaded, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { AT } from "../history/entries";
import { traineesAsOf } from "../history/trainee.history";
import { TraineeSnapshot } from "../history/trainee-snapshot.type";
import { entries } from "../log/entry.entity";
import { Pair } from "../pair/pair.entity";
import { Person } from "../person/person.entity";
import { Holds, NAMELESS } from "../personal/holds";
import { Cohort } from "../programme/cohort.entity";
import { RuleOutcomeType } from "../rules/rule-outcome.type";
import { Booking } from "../supervision/booking.entity";
import { supervisionSessions } from "../supervision/supervision-session.entity";
import { breakEvenOfTrainees } from "./break-even";
import { StaffAssignment } from "./staff-assignment.entity";
import { TraineeStanding } from "./trainee-standing";

registerEnumType(TraineeStanding, {
  name: "TraineeStanding",
  description: "Where a trainee stands with the programme.",
});

@AThing({
  prefix: "trn",
  table: "trainee",
  sees: "name",
  audience: {
    // Not by person: who knows or looks after somebody on one cohort does not on another.
    traineeId: "t.id",
    released: "EXISTS (SELECT 1 FROM assessment a WHERE a.traineeId = t.id AND a.releasedAt IS NOT NULL)",
  },
  referenced: true,
  description: "A person on a cohort, on the way to accreditation.",
})
@Holds({ about: "t.personId = $", own: true, words: { sortName: NAMELESS.toLowerCase() } })
export class Trainee {
  @Id()
  id!: string;

  @Reference("LT-2017-T04")
  reference!: string;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "name", key: "personId", description: "Who it is." })
  readonly person?: never;

  @Key({ index: true })
  cohortId!: string;

  @One(() => Cohort, {
    sees: "name",
    key: "cohortId",
    description:
      "The cohort they are on, or were on when they left. Its Standard is theirs: who is deferred to a later cohort is held to that one's.",
  })
  readonly cohort?: never;

  /** The person's, repeated so that trainees sort and are found by it. */
  @Index()
  @Hidden({ type: "varchar", length: 200 })
  sortName!: string;

  @OneOf("name", TraineeStanding, "Where they stand.")
  standing!: TraineeStanding;

  @CalendarDay("name", "When they became a trainee; to be deferred, or to return, does not change it.")
  enrolledOn!: string;

  @Key({ nullable: true, index: true })
  pairId!: string | null;

  @One(() => Pair, { sees: "name", key: "pairId", description: "The pair they work in." })
  readonly pair?: never;

  @ListOf(() => StaffAssignment, {
    sees: "readiness",
    by: "traineeId",
    order: ["role"],
    size: 4,
    description: "Who supervises and who assesses them, and who did.",
  })
  readonly staff?: never;

  @ListOf(() => CourseAttendance, {
    sees: "attendance",
    by: "traineeId",
    order: ["recordedAt"],
    size: 4,
    description: "Which course days they attended.",
  })
  readonly courseAttendance?: never;

  @Loaded(() => RuleOutcomeType, {
    sees: "readiness",
    load: trainingOf,
    size: 4,
    description:
      "Whether they have completed the course, as in `readiness`: each day of it counts once, on whichever cohort it was attended.",
  })
  readonly training?: never;

  @Many(() => supervisionSessions, {
    sees: "attendance",
    by: { table: "supervision_attendance", parent: "traineeId", child: "sessionId" },
    description: "The supervision they had: group days and individual sessions.",
  })
  readonly supervision?: never;

  @ListOf(() => Booking, {
    sees: "attendance",
    by: "traineeId",
    order: ["bookedAt"],
    size: 10,
    description: "The group days they booked, in the order in which they did.",
  })
  readonly bookings?: never;

  @Many(() => evidence, {
    sees: "evidence",
    by: { table: "evidence_about", parent: "traineeId", child: "evidenceId" },
    description: "The evidence about them.",
  })
  readonly evidence?: never;

  @Loaded(() => [MatrixCell], {
    sees: "readiness",
    from: ["id", "cohortId"],
    load: matrixOf,
    size: 18,
    description: "How much evidence there is for each area from each source: 6 areas by 3 sources.",
  })
  readonly evidenceMatrix?: never;

  @Loaded(() => RuleOutcomeType, {
    sees: "readiness",
    args: SUPPOSED,
    load: readinessOf,
    size: sizeOfReadiness,
    description:
      "Whether they are ready to be assessed and, if not, what is missing: the rules that `openAssessment` refuses by. Asked to suppose something it tells what they would answer then, and nothing is stored.",
  })
  readonly readiness?: never;

  @Many(() => assessments, { sees: "judgements", by: "traineeId", description: "Their assessments, round by round." })
  readonly assessments?: never;

  @Many(() => charges, {
    sees: "fee",
    by: "traineeId",
    description:
      "What they are charged, which is the programme's fee and nothing else, and the credit notes on it. It goes with them when they are deferred. Who became a trainee before there was a ledger of fees has none until the lead charges it.",
  })
  readonly charges?: never;

  @Loaded(() => Statement, {
    sees: "fee",
    args: WINDOW,
    load: statementsOfTrainees,
    size: LINES,
    description: "What they owe the programme: of all time, or of the days asked for.",
  })
  readonly statement?: never;

  @Loaded(() => Int, {
    sees: "fee",
    load: breakEvenOfTrainees,
    description:
      "How many paid days of their first review bring in what they are charged, without VAT, at the day rate they agreed; a day begun counts whole. Null until they are charged and a rate is agreed too.",
  })
  readonly breakEvenDays?: never;

  @One(() => Accreditation, { sees: "name", key: "id", by: "traineeId", description: "The accreditation this led to." })
  readonly accreditation?: never;

  @Many(() => entries, {
    sees: "name",
    by: "traineeId",
    description:
      "What happened to them, from enrolment on: what they attended, deferral, withdrawal and return among it, by whom and why. Of what you may see.",
  })
  readonly timeline?: never;

  @Loaded(() => TraineeSnapshot, {
    sees: "name",
    args: AT,
    load: traineesAsOf,
    size: 10,
    description: "How they stood at a moment, from the Log. Null before they were a trainee.",
  })
  readonly asOf?: never;

  // Most changes are of who supervises and assesses them.
  @Version("readiness")
  version!: number;
}

export const trainees = listing(Trainee, {
  orders: {
    NAME: { column: "sortName", direction: "ASC", sees: "name", description: "By name." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By reference." },
    NEWEST_FIRST: { column: "enrolledOn", direction: "DESC", description: "Who joined last comes first." },
  },
  filter: {
    name: is.name("sortName", "name"),
    standing: is.oneOf(TraineeStanding, "TraineeStanding"),
    cohortId: is.edge(() => Cohort),
    pairId: is.edge(() => Pair),
  },
});
