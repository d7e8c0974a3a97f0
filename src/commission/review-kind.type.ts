import { Field, registerEnumType } from "type-graphql";
import { Jurisdiction } from "../board/jurisdiction";
import { Sector } from "../board/sector";
import { APart } from "../graph/part";
import { CalendarDate } from "../graph/scalars";
import { ReviewKind } from "./review-kind";

registerEnumType(Jurisdiction, {
  name: "Jurisdiction",
  description: "A nation of the United Kingdom, whose law says which reviews there are.",
});

@APart({
  name: "KindOfReview",
  description:
    "A kind of case review: whom it is about, where and when the law knows it. `proposeCommission` refuses by this.",
})
export class KindOfReviewType {
  @Field(() => ReviewKind, { description: "The kind." })
  kind!: ReviewKind;

  @Field(() => [Sector], { description: "Whom such a review can be about." })
  sectors!: Sector[];

  @Field(() => [Jurisdiction], { description: "Under whose law it is held; empty where no law binds it to a place." })
  jurisdictions!: Jurisdiction[];

  @Field(() => CalendarDate, { nullable: true, description: "Since when the law knows it; null where it sets no day." })
  inForceFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The last day on which it was; null while it goes on." })
  inForceTo!: string | null;

  @Field(() => ReviewKind, { nullable: true, description: "What is held in its place; null where nothing is." })
  supersededBy!: ReviewKind | null;

  @Field(() => Boolean, {
    description:
      "Whether the programme's own text names it. Such a kind is taken from any board on any day: boards go on calling their reviews by the names they know.",
  })
  named!: boolean;
}
