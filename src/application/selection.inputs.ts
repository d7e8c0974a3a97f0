import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { Field, InputType, registerEnumType } from "type-graphql";
import { AnId, Choice, Count, Day, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { SelectionDecision } from "./selection-decision";

registerEnumType(SelectionDecision, {
  name: "SelectionDecision",
  description: "What a programme lead decides on an application.",
  valuesConfig: {
    OFFER: { description: "A place is offered, to be confirmed by a day." },
    WAITING_LIST: { description: "They wait, behind those who wait already, for a place that is given back." },
    REFUSE: { description: "No place is offered, and why." },
  },
});

const MOST = 30;

@InputType({ description: "How far an application meets one selection criterion." })
export class CriterionScoreInput {
  @AnId({ description: "The criterion: one that the programme publishes." })
  criterionId!: string;

  @Count({ least: 0, most: 4, description: "0: no sign of it; 1: little; 2: some; 3: good; 4: strong evidence of it." })
  score!: number;

  @Text({ most: 2_000, optional: true, description: "What the score rests on. Programme leads read it." })
  comment?: string;
}

@InputType({ description: "How far an application meets the selection criteria, as you judge it." })
export class ScoreApplicationInput extends MutationInput {
  @AnId({ description: "The application, by id or reference." })
  applicationId!: string;

  @Field(() => [CriterionScoreInput], {
    description: `Every criterion that the programme publishes, each once: at most ${MOST}. They take the place of your earlier ones.`,
  })
  @ValidateNested({ each: true })
  @ArrayMinSize(1, { message: "$property must hold at least one score." })
  @ArrayMaxSize(MOST, { message: `$property may hold at most ${MOST} scores.` })
  scores!: CriterionScoreInput[];

  @Text({
    most: 1_000,
    optional: true,
    description: "Why, where this corrects a score of yours: then it must be said.",
  })
  reason?: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "What is decided on an application." })
export class DecideApplicationInput extends MutationInput {
  @AnId({ description: "The application, by id or reference." })
  applicationId!: string;

  @Choice(SelectionDecision, { description: "The decision." })
  decision!: SelectionDecision;

  @Day({
    optional: true,
    description: "For an offer, and only for one: the last day to confirm it, which ends at midnight in London.",
  })
  confirmBy?: string;

  @Text({
    most: 1_000,
    optional: true,
    description:
      "Why: the applicant reads it. A refusal must say it, and so must whatever corrects an offer or a refusal.",
  })
  reason?: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "An offer to take back." })
export class WithdrawOfferInput extends MutationInput {
  @AnId({ description: "The application, by id or reference." })
  applicationId!: string;

  @Text({ most: 1_000, description: "Why: the applicant reads it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
