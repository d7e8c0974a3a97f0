import { Field, Int } from "type-graphql";
import { APart } from "../graph/part";
import { ReviewFormat } from "./review-format";

@APart({
  name: "FormatOfReview",
  description: "A format in which a review is offered to boards. All end in a report with findings.",
})
export class FormatOfReviewType {
  @Field(() => ReviewFormat, { description: "The format." })
  format!: ReviewFormat;

  @Field(() => String, { description: "How such a review is run." })
  description!: string;

  @Field(() => Int, {
    nullable: true,
    description: "How many conversations with single people there usually are at most; null for no such limit.",
  })
  mostConversations!: number | null;

  @Field(() => Int, { nullable: true, description: "How often the review team meets; null where that differs." })
  reviewTeamMeetings!: number | null;

  @Field(() => Int, { nullable: true, description: "How often it meets the case group; null where that differs." })
  caseGroupMeetings!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many months it usually takes, as a help in agreeing a target day; null where that differs.",
  })
  months!: number | null;
}
