import { Int, registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Commission } from "../commission/commission.entity";
import { CalendarDay, Flag, Hidden, LongText, Moment, OneOf, Whole, Words } from "../graph/columns";
import { Computed, ListOf, Loaded, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds, OF_TRAINEE } from "../personal/holds";
import { Trainee } from "../trainee/trainee.entity";
import { Booking } from "./booking.entity";
import { placesLeftOf } from "./places";
import { notesSeen, sessionsSeen } from "./seen";
import { SupervisionKind } from "./supervision-kind";

registerEnumType(SupervisionKind, {
  name: "SupervisionKind",
  description: "In a group, for a full day; or one to one.",
});

@AThing({
  prefix: "sup",
  table: "supervision_session",
  sees: "individualSupervision",
  visible: sessionsSeen,
  audience: {
    traineeId: "EXISTS (SELECT 1 FROM supervision_attendance a WHERE a.sessionId = t.id AND a.traineeId IN ($))",
    boardId: "t.boardId",
  },
  narrower: { supervisionNotes: notesSeen },
  description:
    "A session of supervision: a full day in a group, for trainees, or one to one, with a trainee or an accredited reviewer, which the board pays for.",
})
@Holds({
  about: `t.reviewerId = $ OR t.id IN (SELECT a.sessionId FROM supervision_attendance a
    JOIN trainee r ON r.id = a.traineeId WHERE r.personId = $)`,
  part: "t.supervisorId = $",
  words: { notes: null },
  nobodys: ["venue", "currency"],
})
export class SupervisionSession {
  @Id()
  id!: string;

  @OneOf("individualSupervision", SupervisionKind, "In a group or one to one.")
  kind!: SupervisionKind;

  @Index()
  @CalendarDay("individualSupervision", "When it is.")
  date!: string;

  @Words("individualSupervision", 200, "Where a group day is held.", { nullable: true })
  venue!: string | null;

  @Whole("individualSupervision", "How long an individual session took, in minutes; a group session lasts a day.", {
    nullable: true,
  })
  minutes!: number | null;

  @Whole(
    "individualSupervision",
    "How many a group day has room for; who books it beyond that waits. Null where nobody set a limit.",
    { nullable: true },
  )
  capacity!: number | null;

  // Whoever books is told whether they have a place. How many others have one is a count of what is theirs.
  @Loaded(() => Int, {
    sees: "office",
    from: ["id", "capacity"],
    load: placesLeftOf,
    description: "How many places of a group day nobody has booked. Null where there is no limit as well.",
  })
  readonly placesLeft?: never;

  @Key({ index: true })
  supervisorId!: string;

  @One(() => Person, {
    sees: "individualSupervision",
    key: "supervisorId",
    description: "Who runs it, and answers for who was there.",
  })
  readonly supervisor?: never;

  @ListOf(() => Person, {
    sees: "individualSupervision",
    by: { table: "supervision_facilitator", parent: "sessionId", child: "personId" },
    order: ["sortName"],
    size: 4,
    description: "Who runs a group day together with the supervisor: those of them whom you may know by name.",
  })
  readonly facilitators?: never;

  // Of an individual session with a reviewer only: who was there says which trainee's another was.
  @Key({ nullable: true, index: true })
  reviewerId!: string | null;

  @One(() => Person, {
    sees: "individualSupervision",
    key: "reviewerId",
    description: "The accredited reviewer with whom an individual session was held; null where it was a trainee.",
  })
  readonly reviewer?: never;

  // Of an individual session only.
  @Key({ nullable: true, index: true })
  commissionId!: string | null;

  @One(() => Commission, {
    sees: "individualSupervision",
    key: "commissionId",
    description: "The commission an individual session belongs to.",
  })
  readonly commission?: never;

  @Key({ nullable: true, index: true })
  boardId!: string | null;

  @Hidden({ type: "integer", nullable: true })
  chargeMinor!: number | null;

  @Hidden({ type: "varchar", length: 3 })
  currency!: string;

  @Computed<{ chargeMinor: number | null; currency: string }>(() => Money, {
    sees: "individualSupervision",
    from: ["chargeMinor", "currency"],
    value: ({ chargeMinor, currency }) => (chargeMinor === null ? null : money(chargeMinor, currency)),
    nullable: true,
    description: "What the board is charged for an individual session; group days are covered by the fee.",
  })
  readonly charge?: never;

  @LongText("supervisionNotes", "The supervisor's notes. Null when there are none or they are not yours to see.", {
    nullable: true,
  })
  notes!: string | null;

  @Moment(
    "supervisionNotes",
    "When the notes were shared with whom they are about; null when they are the supervisor's own.",
    { nullable: true },
  )
  notesSharedAt!: Date | null;

  @ListOf(() => SupervisionAttendance, {
    sees: "attendance",
    by: "sessionId",
    order: ["traineeId"],
    size: 10,
    description: "Which trainees were there.",
  })
  readonly attendance?: never;

  @ListOf(() => Booking, {
    sees: "individualSupervision",
    by: "sessionId",
    order: ["bookedAt"],
    size: 10,
    description: "Who booked a group day, in the order in which they did: those bookings that you may see.",
  })
  readonly bookings?: never;

  @Moment("individualSupervision", "When a group day was cancelled: it does not take place. Null otherwise.", {
    nullable: true,
  })
  cancelledAt!: Date | null;

  @Moment(
    "individualSupervision",
    "When an individual session was struck out: it never took place, and costs nothing. Null otherwise.",
    { nullable: true },
  )
  struckOutAt!: Date | null;

  @Version()
  version!: number;
}

export const supervisionSessions = listing(SupervisionSession, {
  orders: {
    NEWEST_FIRST: { column: "date", direction: "DESC", description: "The latest comes first." },
    OLDEST_FIRST: { column: "date", direction: "ASC", description: "The earliest comes first." },
  },
  filter: { kind: is.oneOf(SupervisionKind, "SupervisionKind"), date: is.date() },
});

@AThing({
  prefix: "sat",
  table: "supervision_attendance",
  sees: "attendance",
  audience: { traineeId: "t.traineeId" },
  description: "Whether a trainee was at a session of supervision.",
})
@Index(["sessionId", "traineeId"], { unique: true })
@Holds({ about: OF_TRAINEE })
export class SupervisionAttendance {
  @Id()
  id!: string;

  @Key()
  sessionId!: string;

  @One(() => SupervisionSession, { sees: "attendance", key: "sessionId", description: "The session." })
  readonly session?: never;

  @Key({ index: true })
  traineeId!: string;

  @One(() => Trainee, { sees: "attendance", key: "traineeId", description: "The trainee." })
  readonly trainee?: never;

  @Flag("attendance", "Whether they were there, for the whole of it.")
  attended!: boolean;
}
