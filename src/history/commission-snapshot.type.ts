import { Field } from "type-graphql";
import { Sector } from "../board/sector";
import { CommissionStage } from "../commission/commission-stage";
import { Publication } from "../commission/publication";
import { ReviewFormat } from "../commission/review-format";
import { ReviewKind } from "../commission/review-kind";
import { APart } from "../graph/part";
import { CalendarDate, DateTime } from "../graph/scalars";

@APart({ description: "A commission as it stood at a moment, worked out from the Log." })
export class CommissionSnapshot {
  @Field(() => DateTime, { description: "The moment." })
  at!: Date;

  @Field(() => CommissionStage, { nullable: true, description: "Where it stood." })
  stage!: CommissionStage | null;

  @Field(() => String, { nullable: true, description: "The reference of its board." })
  board!: string | null;

  @Field(() => String, { nullable: true, description: "The reference of the pair that conducted it then." })
  pair!: string | null;

  @Field(() => ReviewKind, { nullable: true, description: "What kind of review." })
  reviewKind!: ReviewKind | null;

  @Field(() => ReviewFormat, { nullable: true, description: "In which format." })
  format!: ReviewFormat | null;

  @Field(() => Sector, { nullable: true, description: "Whether it is about a child or an adult." })
  sector!: Sector | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is a trainee's practice review." })
  practice!: boolean | null;

  @Field(() => CalendarDate, { nullable: true, description: "When the board had commissioned it; null before." })
  commissionedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When the review itself had begun; null before." })
  startedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When the board wanted it finished, as agreed by then." })
  targetOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the target day had passed on that day in London and it was not finished.",
  })
  late!: boolean | null;

  @Field(() => CalendarDate, { nullable: true, description: "Since when it was paused; null while it was not." })
  pausedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "Until when it was expected to be paused." })
  pausedUntil!: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether quality assurance was passed; null until recorded." })
  qualityPassed!: boolean | null;

  @Field(() => CalendarDate, { nullable: true, description: "When quality assurance had been recorded." })
  qualityRecordedOn!: string | null;

  @Field(() => String, { nullable: true, description: "The board's written response to the report, as it was then." })
  boardResponse!: string | null;

  @Field(() => Publication, { nullable: true, description: "What the board had done with the report." })
  publication!: Publication | null;

  @Field(() => String, { nullable: true, description: "Where the report was said to be published." })
  publicationAddress!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether some of what this is worked out from was erased with a person's data: what it told is null here.",
  })
  erased!: boolean;
}
