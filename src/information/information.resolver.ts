import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import {
  AnswerInformationRequestInput,
  RequestInformationInput,
  WithdrawInformationRequestInput,
} from "./information.inputs";
import * as information from "./information.service";
import { InformationRequest } from "./information-request.entity";

const RequestInformationPayload = payloadOf("RequestInformation", "informationRequest", () => InformationRequest);
const AnswerInformationRequestPayload = payloadOf(
  "AnswerInformationRequest",
  "informationRequest",
  () => InformationRequest,
);
const WithdrawInformationRequestPayload = payloadOf(
  "WithdrawInformationRequest",
  "informationRequest",
  () => InformationRequest,
);

/** What the two sides of a commission ask each other for in writing. */
@Resolver()
export class InformationResolver {
  @Authorized<KindOfPerson>("MEMBER", "SEAT")
  @Mutation(() => RequestInformationPayload, {
    description:
      "One of the pair asks the board for information in writing, or somebody who speaks for the board asks the pair, such as for a draft or how far the review is.",
  })
  requestInformation(@Ctx() ctx: Context, @Arg("input") input: RequestInformationInput): Promise<object> {
    return answer(ctx, "requestInformation", input, information.request);
  }

  @Authorized<KindOfPerson>("MEMBER", "SEAT")
  @Mutation(() => AnswerInformationRequestPayload, {
    description: "The side that was asked answers in writing, or says why it does not give what was asked for.",
  })
  answerInformationRequest(@Ctx() ctx: Context, @Arg("input") input: AnswerInformationRequestInput): Promise<object> {
    return answer(ctx, "answerInformationRequest", input, information.answer);
  }

  @Authorized<KindOfPerson>("MEMBER", "SEAT")
  @Mutation(() => WithdrawInformationRequestPayload, {
    description: "The side that asked takes its request back, as long as it is open.",
  })
  withdrawInformationRequest(
    @Ctx() ctx: Context,
    @Arg("input") input: WithdrawInformationRequestInput,
  ): Promise<object> {
    return answer(ctx, "withdrawInformationRequest", input, information.withdraw);
  }
}
