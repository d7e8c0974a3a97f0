import { Field, Int } from "type-graphql";
import { APart } from "../graph/part";

@APart({ description: "A question that whoever applies answers." })
export class ApplicationQuestion {
  @Field(() => Int, { description: "Its place, from 1: what an answer names as its `question`." })
  number!: number;

  @Field(() => String, { description: "What is asked." })
  text!: string;

  @Field(() => Boolean, {
    description:
      "Whether the answer also says of which kind of review it speaks, what the issue was, and whether that helps or hinders.",
  })
  asksForReview!: boolean;
}
