import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { CalendarDay, LongText, Moment, OneOf, Whole } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { StatusReviewOutcome } from "./status-review-outcome";

registerEnumType(StatusReviewOutcome, {
  name: "StatusReviewOutcome",
  description: "How a yearly review of an accreditation was decided.",
  valuesConfig: {
    RENEWED: { description: "The accreditation holds for another year." },
    CONDITIONAL: {
      description: "It holds for another year if conditions are met by a given day, and lapses otherwise.",
    },
    LAPSED: { description: "It holds no more from that day on." },
  },
});

@AThing({
  prefix: "srv",
  table: "status_review",
  sees: "statusReview",
  audience: { personId: "t.personId" },
  description:
    "A decided yearly review of an accreditation, with the numbers it was decided by: the network meetings that were asked for and attended in the year.",
})
@Index(["accreditationId", "yearFrom"], { unique: true })
@Holds({ about: "t.personId = $", part: "t.decidedById = $", words: { reason: null, conditions: null } })
export class StatusReview {
  @Id()
  id!: string;

  @Key()
  accreditationId!: string;

  @One(() => Accreditation, { sees: "statusReview", key: "accreditationId", description: "What was reviewed." })
  readonly accreditation?: never;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "statusReview", key: "personId", description: "Whose accreditation was reviewed." })
  readonly person?: never;

  @CalendarDay("statusReview", "The first day of the year that was reviewed.")
  yearFrom!: string;

  @CalendarDay("statusReview", "The day on which it was due: the year ended on the day before.")
  dueOn!: string;

  @Whole("statusReview", "How many network meetings the Standard asked for at the time.")
  meetingsNeeded!: number;

  @Whole("statusReview", "How many were attended in the year, as it was known at the time.")
  meetingsAttended!: number;

  @OneOf("statusReview", StatusReviewOutcome, "How it was decided.")
  outcome!: StatusReviewOutcome;

  @LongText("statusReview", "Why it was decided so; null where nothing was said.", { nullable: true })
  reason!: string | null;

  @LongText("statusReview", "What is to be done or shown; null without conditions.", { nullable: true })
  conditions!: string | null;

  @CalendarDay("statusReview", "The last day for the conditions to be met; null without any.", { nullable: true })
  conditionsUntil!: string | null;

  @Moment("statusReview", "When a programme lead confirmed that they were met; null while nobody has.", {
    nullable: true,
  })
  conditionsMetAt!: Date | null;

  @Moment("statusReview", "When it was decided.")
  decidedAt!: Date;

  @Key({ index: true })
  decidedById!: string;

  @One(() => Person, { sees: "statusReview", key: "decidedById", description: "The programme lead who decided it." })
  readonly decidedBy?: never;
}
