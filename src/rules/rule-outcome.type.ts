import { Field, ID, Int, registerEnumType } from "type-graphql";
import { ToNode } from "../graph/fields";
import { APart } from "../graph/part";
import { RuleId } from "./outcome";

registerEnumType(RuleId, { name: "RuleId", description: "The programme's rules." });

@APart({ name: "Reason", description: "A fact that a rule's answer rests on." })
export class ReasonType {
  @Field(() => String, { description: "For people to read." })
  text!: string;

  @Field(() => ID, { nullable: true, description: "The id of the thing meant, if there is one." })
  id!: string | null;

  @ToNode({ key: "id", description: "The thing meant." })
  readonly node?: never;
}

@APart({
  name: "RuleOutcome",
  description: "What a rule answers: the same whether it is shown beforehand or refuses a mutation.",
})
export class RuleOutcomeType {
  @Field(() => RuleId, { description: "Which rule." })
  rule!: RuleId;

  @Field(() => String, { description: "The rule in a few words." })
  title!: string;

  @Field(() => String, { description: "The programme's own wording that the rule rests on." })
  phrase!: string;

  @Field(() => Boolean, { description: "Whether it is met." })
  met!: boolean;

  @Field(() => Int, { description: "How much it needs." })
  needed!: number;

  @Field(() => Int, { description: "How much there is." })
  actual!: number;

  @Field(() => [ReasonType], { description: "The facts it rests on." })
  because!: ReasonType[];

  @Field(() => String, { nullable: true, description: "The next step towards it; null once met." })
  next!: string | null;

  @Field(() => [RuleOutcomeType], { description: "The rules it is made of; none for a single rule." })
  parts!: RuleOutcomeType[];
}
