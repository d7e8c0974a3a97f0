import { Field } from "type-graphql";
import { APart } from "../graph/part";
import { Json } from "../graph/scalars";

@APart({ description: "One thing that an entry of the Log changed." })
export class Change {
  @Field(() => String, { description: "What: a stage, a state, a day, an amount, by its name among the facts." })
  name!: string;

  @Field(() => Json, { nullable: true, description: "What it was before; null where it was nothing." })
  before!: unknown;

  @Field(() => Json, { nullable: true, description: "What it is after; null where it is nothing any more." })
  after!: unknown;
}
