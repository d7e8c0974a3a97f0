import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, SomeIds, Text } from "../mutation/inputs";
import { AssessmentOutcome } from "./assessment-outcome";
import { MOST_NAMED } from "./judgement.entity";
import { Rating } from "./rating";

@InputType({ description: "Who is to be assessed, and by whom." })
export class OpenAssessmentInput extends MutationInput {
  @AnId({ description: "The trainee: their id or reference." })
  traineeId!: string;

  @AnId({
    optional: true,
    description:
      "The person who assesses: an assessor assigned to the trainee. Left out, it is whoever opens it; a programme lead names one.",
  })
  assessorId?: string | null;
}

@InputType({ description: "How one area of competency is judged." })
export class RecordJudgementInput extends MutationInput {
  @AnId({ description: "The assessment." })
  assessmentId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @AnId({ description: "The area: of the trainee's Standard, by id or by short code such as C1." })
  areaId!: string;

  @Choice(Rating, { description: "How it is judged." })
  rating!: Rating;

  @Text({ most: 4_000, description: "What was done well." })
  strengths!: string;

  @Text({ most: 4_000, description: "What to work on." })
  areasToWorkOn!: string;

  @SomeIds({
    optional: true,
    most: MOST_NAMED,
    description: "The evidence it rests on, among what the assessment is judged on: `Assessment.evidence`.",
  })
  evidenceIds?: string[] | null;
}

@InputType({ description: "What is added to what an assessment is judged on." })
export class TakeInEvidenceInput extends MutationInput {
  @AnId({ description: "The assessment." })
  assessmentId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @SomeIds({ least: 1, most: 50, description: "Which of the items in `arrivedSince`." })
  evidenceIds!: string[];
}

@InputType({ description: "The overall judgement of an assessment." })
export class DecideAssessmentInput extends MutationInput {
  @AnId({ description: "The assessment." })
  assessmentId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @Choice(AssessmentOutcome, { description: "The overall judgement." })
  outcome!: AssessmentOutcome;

  @Text({ most: 4_000, description: "The reasons for it, for the trainee to read." })
  summary!: string;
}

@InputType({ description: "Which decision is released to the trainee." })
export class ReleaseAssessmentInput extends MutationInput {
  @AnId({ description: "The assessment." })
  assessmentId!: string;

  @SeenVersion()
  expectedVersion!: number;
}
