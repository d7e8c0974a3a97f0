import { Query, Resolver } from "type-graphql";
import { Sees } from "../graph/thing";
import { FormatOfReviewType } from "./review-format.type";
import { FormatOfReview, reviewFormats } from "./review-formats";
import { KindOfReviewType } from "./review-kind.type";
import { KindOfReview, reviewKinds } from "./review-kinds";

/** What anybody may know of reviews before one is proposed. */
@Resolver()
export class ReviewResolver {
  @Sees("programme")
  @Query(() => [KindOfReviewType], {
    description: "The kinds of review, those that the programme's own text names first. For anybody.",
  })
  reviewKinds(): KindOfReview[] {
    return reviewKinds();
  }

  @Sees("programme")
  @Query(() => [FormatOfReviewType], {
    description: "The formats in which reviews are offered to boards, the fullest first. For anybody.",
  })
  reviewFormats(): FormatOfReview[] {
    return reviewFormats();
  }
}
