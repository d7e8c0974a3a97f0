import { Field, Int } from "type-graphql";
import { Commission } from "../commission/commission.entity";
import { One } from "../graph/fields";
import { APart } from "../graph/part";

@APart({
  description:
    "A review that somebody accredited conducts or conducted a part of as a reviewer, and how often there was a concern about their work on it.",
})
export class LaterReview {
  @One(() => Commission, {
    key: "commissionId",
    description: "The commission: where it stands, and whether quality assurance was passed.",
  })
  readonly commission?: never;

  @Field(() => Int, { description: "How many concerns about their work on it were raised." })
  concerns!: number;

  @Field(() => Int, { description: "How many of these are open." })
  open!: number;
}
