import { ArrayMaxSize, ValidateIf, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { ReviewKind } from "../commission/review-kind";
import { AnId, Choice, Count, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";
import { LearningEffect, LearningIssue } from "./learning";

@InputType({ description: "The answer to one of the programme's questions: it takes the place of the one before." })
export class AnswerInput {
  @Count({ least: 1, most: 6, description: "Which question." })
  question!: number;

  @Text({ most: 4_000, description: "The answer." })
  text!: string;

  @Choice(ReviewKind, {
    optional: true,
    description:
      "Question 6 only: the kind of review the example is from; a serious case, safeguarding adult, learning or domestic homicide review.",
  })
  reviewKind?: ReviewKind;

  @Choice(LearningIssue, { optional: true, description: "Question 6 only: what the issue was." })
  issue?: LearningIssue;

  @Choice(LearningEffect, { optional: true, description: "Question 6 only: what the issue does to safeguarding work." })
  effect?: LearningEffect;
}

/** What an application says, as far as it is written. */
@InputType()
export abstract class DraftInput extends MutationInput {
  @Text({ most: 300, optional: true, description: "Where your CV is: a file's name or an address." })
  cvReference?: string;

  @Text({ most: 5_000, optional: true, description: "The supporting statement: how you meet the selection criteria." })
  statement?: string;

  @YesNo({ optional: true, description: "Whether you commit the unpaid time that the programme asks for." })
  commitsTime?: boolean;

  @Field(() => [AnswerInput], { nullable: true, description: "Answers, each question once; others stay." })
  @ValidateIf((_, value) => value != null)
  @ValidateNested({ each: true })
  @ArrayMaxSize(6, { message: "answers may be at most 6: one to each question." })
  answers?: AnswerInput[];
}

@InputType({ description: "A draft of an application, at any degree of completeness." })
export class BeginApplicationInput extends DraftInput {
  @AnId({ description: "The cohort, by id or reference." })
  cohortId!: string;
}

@InputType({ description: "What a draft says now; what is left out stays as it is." })
export class ChangeApplicationInput extends DraftInput {
  @AnId({ description: "The application, by id or reference." })
  applicationId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

/** An application of one's own. */
@InputType()
export abstract class OwnApplicationInput extends MutationInput {
  @AnId({ description: "The application, by id or reference." })
  applicationId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "An application to send." })
export class SubmitApplicationInput extends OwnApplicationInput {}

@InputType({ description: "An application to take back." })
export class WithdrawApplicationInput extends OwnApplicationInput {
  @Text({ most: 1_000, optional: true, description: "Why, if you wish to say: the programme lead reads it." })
  reason?: string;
}

@InputType({ description: "A withdrawn application to write anew." })
export class ReopenApplicationInput extends OwnApplicationInput {}
