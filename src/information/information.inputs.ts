import { InputType } from "type-graphql";
import { AnId, Day, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";

@InputType({ description: "What one side of a commission asks the other for." })
export class RequestInformationInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @Text({ most: 5_000, description: "What is asked for. Name nobody whom the review is about." })
  request!: string;

  @Day({ description: "By when it is needed: today or later." })
  dueOn!: string;
}

@InputType()
abstract class RequestedInput extends MutationInput {
  @AnId({ description: "The request." })
  informationRequestId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "The other side's answer to a request." })
export class AnswerInformationRequestInput extends RequestedInput {
  @Text({
    most: 5_000,
    description: "The answer, or where it lies; or why it is not given. Name nobody whom the review is about.",
  })
  response!: string;

  @YesNo({ optional: true, description: "Whether what was asked for is given. Yes unless told." })
  given?: boolean;
}

@InputType({ description: "A request that is needed no more." })
export class WithdrawInformationRequestInput extends RequestedInput {
  @Text({ most: 1_000, description: "Why: both sides read it." })
  reason!: string;
}
