import { Int, registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Assessment } from "../assessment/assessment.entity";
import { Credential } from "../credential/credential.entity";
import { fidelityConcerns } from "../fidelity/fidelity-concern.entity";
import { LaterReview } from "../fidelity/later-review.type";
import { laterReviewsOf, MOST_LATER_REVIEWS } from "../fidelity/later-reviews";
import { CalendarDay, Hidden } from "../graph/columns";
import { Computed, ListOf, Loaded, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { CalendarDate } from "../graph/scalars";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { accreditationsAsOf } from "../history/accreditation.history";
import { AccreditationSnapshot } from "../history/accreditation-snapshot.type";
import { AT } from "../history/entries";
import { meetingsThisYearOf } from "../network/meetings-of-year";
import { networkAttendance } from "../network/network-attendance.entity";
import { Person } from "../person/person.entity";
import { Holds, Wordless } from "../personal/holds";
import { Programme } from "../programme/programme.entity";
import { RuleOutcomeType } from "../rules/rule-outcome.type";
import { SUPPOSING, sizeOfStatusReview, statusReviewOf } from "../status-review/status-review";
import { StatusReview } from "../status-review/status-review.entity";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Held, lapsedBy, standing } from "./accreditation.rules";
import { AccreditationStanding } from "./accreditation-standing";
import { accreditationsSeen, OPENS_UNTIL_RELEASED } from "./seen";

registerEnumType(AccreditationStanding, {
  name: "AccreditationStanding",
  description: "Whether an accreditation holds. It does while it is ACTIVE, CONDITIONAL or REVIEW_DUE.",
  valuesConfig: {
    ACTIVE: { description: "It holds." },
    CONDITIONAL: { description: "It holds; the last yearly review set conditions, to be met by a given day." },
    REVIEW_DUE: { description: "It holds; its yearly review is overdue." },
    LAPSED: {
      description:
        "It holds no more: a review decided so, conditions were not met in time, or nobody decided its review within three months.",
    },
    WITHDRAWN: { description: "It holds no more: the programme took it back." },
  },
});

@AThing({
  prefix: "acc",
  table: "accreditation",
  sees: "name",
  visible: accreditationsSeen,
  opens: OPENS_UNTIL_RELEASED,
  audience: { personId: "t.personId", traineeId: "t.traineeId" },
  referenced: true,
  description:
    "A person accredited as a reviewer, and so a member of the network. It is reviewed every year. One that an assessment led to is known to the trainee and others once that is released.",
})
@Holds({ about: "t.personId = $" })
export class Accreditation {
  @Id()
  id!: string;

  @Reference("LT-7K3Q-9XMB")
  reference!: string;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "name", key: "personId", description: "Who is accredited." })
  readonly person?: never;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "name", key: "programmeId", description: "By which programme." })
  readonly programme?: never;

  /** Null for those accredited before this system held the records. */
  @Index({ unique: true })
  @Key({ nullable: true })
  traineeId!: string | null;

  @One(() => Trainee, { sees: "name", key: "traineeId", description: "The trainee's record that led to it." })
  readonly trainee?: never;

  /** Null likewise. Whether the accreditation is known stands on it: see `RELEASED`. */
  @Index({ unique: true })
  @Key({ nullable: true })
  assessmentId!: string | null;

  @One(() => Assessment, { sees: "name", key: "assessmentId", description: "The assessment that decided it." })
  readonly assessment?: never;

  @One(() => Credential, {
    sees: "name",
    by: "currentOf",
    description: "The signed credential that stands for it today: an Open Badge.",
  })
  readonly credential?: never;

  @CalendarDay("name", "When it was given; membership of the network begins with it.")
  accreditedOn!: string;

  @CalendarDay("name", "When its next annual review is due.")
  reviewDueOn!: string;

  @CalendarDay("name", "The first day of the year that its next review looks at.")
  yearFrom!: string;

  @CalendarDay(
    "name",
    "The day from which it holds no more, unless its review is decided, or its conditions are met, before.",
  )
  lapsesOn!: string;

  @CalendarDay("name", "The last day for the conditions of the last review to be met; null without any.", {
    nullable: true,
  })
  conditionsUntil!: string | null;

  @Computed<Held>(() => CalendarDate, {
    sees: "name",
    from: ["lapsesOn", "withdrawnOn"],
    value: (accreditation, { now }) => lapsedBy(accreditation, londonDay(now)),
    nullable: true,
    description: "When it lapsed; null while it has not, and where it had been withdrawn before.",
  })
  readonly lapsedOn?: never;

  @CalendarDay("name", "When it was withdrawn; null while it was not.", { nullable: true })
  withdrawnOn!: string | null;

  @CalendarDay("name", "When it was restored after it had lapsed or been withdrawn, the last time; null if never.", {
    nullable: true,
  })
  restoredOn!: string | null;

  @Computed<Held>(() => AccreditationStanding, {
    sees: "name",
    from: ["reviewDueOn", "lapsesOn", "conditionsUntil", "withdrawnOn"],
    value: (accreditation, { now }) => standing(accreditation, londonDay(now)),
    description: "Whether it holds today.",
  })
  readonly standing?: never;

  @Many(() => fidelityConcerns, {
    sees: "statusReview",
    by: "accreditationId",
    description: "Concerns about how they worked on reviews.",
  })
  readonly fidelityConcerns?: never;

  @Loaded(() => [LaterReview], {
    sees: "statusReview",
    load: laterReviewsOf,
    size: MOST_LATER_REVIEWS,
    description: `The reviews they conduct or conducted as a reviewer, the newest first: at most ${MOST_LATER_REVIEWS}.`,
  })
  readonly laterReviews?: never;

  @Many(() => networkAttendance, {
    sees: "statusReview",
    by: "accreditationId",
    description: "At which meetings of the network it is recorded whether they were there.",
  })
  readonly networkAttendance?: never;

  @Loaded(() => Int, {
    sees: "statusReview",
    load: meetingsThisYearOf,
    description:
      "How many meetings of the network they attended in the year that the next review looks at, from `yearFrom` to the day before `reviewDueOn`; two on one date are one.",
  })
  readonly meetingsThisYear?: never;

  @Loaded(() => AccreditationSnapshot, {
    sees: "name",
    args: AT,
    load: accreditationsAsOf,
    size: 10,
    description:
      "How it stood at a moment, from the Log. Null before it was given; to whom a decision is told with its release, before that.",
  })
  readonly asOf?: never;

  @Loaded(() => RuleOutcomeType, {
    sees: "statusReview",
    args: SUPPOSING,
    load: statusReviewOf,
    size: sizeOfStatusReview,
    description:
      "Whether its next yearly review may renew it and, if not, what is missing: the rules that `decideStatusReview` refuses by.",
  })
  readonly statusReview?: never;

  @ListOf(() => StatusReview, {
    sees: "statusReview",
    by: "accreditationId",
    order: ["decidedAt"],
    size: 10,
    description: "Every yearly review that was decided, in order.",
  })
  readonly statusReviews?: never;

  /** The days for which entries have told that a review is due, and that it lapsed by itself. */
  @Wordless
  @Hidden({ type: "varchar", length: 10, nullable: true })
  dueToldFor!: string | null;

  @Wordless
  @Hidden({ type: "varchar", length: 10, nullable: true })
  lapseToldFor!: string | null;

  @Version()
  version!: number;
}

export const accreditations = listing(Accreditation, {
  orders: {
    NEWEST_FIRST: { column: "accreditedOn", direction: "DESC", description: "The latest comes first." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By number." },
  },
  filter: { programmeId: is.edge(() => Programme) },
});
