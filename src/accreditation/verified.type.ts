import { Field } from "type-graphql";
import { APart } from "../graph/part";
import { CalendarDate } from "../graph/scalars";
import { AccreditationStanding } from "./accreditation-standing";

@APart({
  description:
    "What anybody may know of an accreditation whose number they were given: where it stands today and its dates, and nothing of whose it is.",
})
export class VerifiedAccreditation {
  @Field(() => String, { description: "The number, as it is written." })
  number!: string;

  @Field(() => AccreditationStanding, { description: "Whether it holds today." })
  standing!: AccreditationStanding;

  @Field(() => CalendarDate, { description: "When it was given." })
  accreditedOn!: string;

  @Field(() => CalendarDate, { description: "When its next annual review is due, or was." })
  reviewDueOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: "When it lapsed; null while it has not." })
  lapsedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When it was withdrawn; null while it was not." })
  withdrawnOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "When it was restored after it had lapsed or been withdrawn, the last time; null if never.",
  })
  restoredOn!: string | null;

  @Field(() => String, { description: "The programme that gave it, by name." })
  programme!: string;
}
