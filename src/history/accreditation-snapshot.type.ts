import { Field } from "type-graphql";
import { AccreditationStanding } from "../accreditation/accreditation-standing";
import { APart } from "../graph/part";
import { CalendarDate, DateTime } from "../graph/scalars";

@APart({
  description:
    "An accreditation as it stood at a moment, worked out from those entries of the Log that you may see now.",
})
export class AccreditationSnapshot {
  @Field(() => DateTime, { description: "The moment." })
  at!: Date;

  @Field(() => AccreditationStanding, { nullable: true, description: "Whether it held on that day in London." })
  standing!: AccreditationStanding | null;

  @Field(() => CalendarDate, { nullable: true, description: "When it was given." })
  accreditedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The first day of the year under review then." })
  yearFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When its next annual review was due." })
  reviewDueOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The day from which it was to hold no more." })
  lapsesOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When it had lapsed; null while it had not." })
  lapsedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The last day for conditions to be met; null without." })
  conditionsUntil!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When it had been withdrawn; null while it was not." })
  withdrawnOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When it had been restored last; null if never." })
  restoredOn!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether some of what this is worked out from was erased with a person's data: what it told is null here.",
  })
  erased!: boolean;
}
