import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { FidelityOutcome } from "./fidelity-outcome";

@InputType({ description: "A concern about how a reviewer worked on a review." })
export class RaiseFidelityConcernInput extends MutationInput {
  @AnId({ description: "The reviewer's accreditation, by id or reference." })
  accreditationId!: string;

  @AnId({ description: "The commission they worked on, by id or reference: not their own practice review." })
  commissionId!: string;

  @Text({
    most: 5_000,
    description: "What the concern is: the reviewer reads it. Name nobody whom the review is about.",
  })
  concern!: string;
}

@InputType()
abstract class RaisedInput extends MutationInput {
  @AnId({ description: "The concern." })
  fidelityConcernId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A reviewer's answer to a concern about their work." })
export class AnswerFidelityConcernInput extends RaisedInput {
  @Text({ most: 5_000, description: "The answer. Name nobody whom the review is about." })
  answer!: string;

  @Text({ most: 1_000, optional: true, description: "Why it is another now; required to correct what was answered." })
  reason?: string;
}

@InputType({ description: "How a concern ends." })
export class CloseFidelityConcernInput extends RaisedInput {
  @Choice(FidelityOutcome, { description: "What has become of it." })
  outcome!: FidelityOutcome;

  @Text({ most: 1_000, description: "Why: the reviewer reads it." })
  reason!: string;
}

@InputType({ description: "A concern that is not done with after all." })
export class ReopenFidelityConcernInput extends RaisedInput {
  @Text({ most: 1_000, description: "Why: the reviewer reads it." })
  reason!: string;
}
