import { Field } from "type-graphql";
import { APart } from "../graph/part";
import { CalendarDate, DateTime } from "../graph/scalars";
import { RuleId } from "../rules/outcome";
import { TraineeStanding } from "../trainee/trainee-standing";

@APart({ description: "Whether a rule of readiness was met." })
export class RuleAsOf {
  @Field(() => RuleId, { description: "Which rule." })
  rule!: RuleId;

  @Field(() => Boolean, { nullable: true, description: "Whether it was met; null where that was erased." })
  met!: boolean | null;
}

@APart({
  description:
    "A trainee as they stood at a moment, worked out from those entries of the Log that you may see now. What may have changed without your being told of it is null.",
})
export class TraineeSnapshot {
  @Field(() => DateTime, { description: "The moment." })
  at!: Date;

  @Field(() => TraineeStanding, {
    nullable: true,
    description: "Where they stood. Null for who does not see their readiness: deferral and withdrawal are told there.",
  })
  standing!: TraineeStanding | null;

  @Field(() => String, { nullable: true, description: "The reference of the cohort they were on. Null likewise." })
  cohort!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "When they became a trainee." })
  enrolledOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The reference of the pair they worked in; null while they worked in none.",
  })
  pair!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether they were ready to be assessed. Null when it is not yours to see.",
  })
  ready!: boolean | null;

  @Field(() => [RuleAsOf], {
    nullable: true,
    description: "The rules of readiness, each met or not. Null when they are not yours to see.",
  })
  rules!: RuleAsOf[] | null;

  @Field(() => Boolean, {
    description:
      "Whether some of what this is worked out from was erased with a person's data: what it told is null here.",
  })
  erased!: boolean;
}
