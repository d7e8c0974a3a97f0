import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Commission } from "./commission.entity";
import { CorrectBoardResponseInput, CorrectPublicationInput, CorrectQualityAssuranceInput } from "./correction.inputs";
import * as corrections from "./correction.service";

const CorrectQualityAssurancePayload = payloadOf("CorrectQualityAssurance", "commission", () => Commission);
const CorrectBoardResponsePayload = payloadOf("CorrectBoardResponse", "commission", () => Commission);
const CorrectPublicationPayload = payloadOf("CorrectPublication", "commission", () => Commission);

/** What was recorded at the end of a review, put right with its history. */
@Resolver()
export class CommissionCorrectionResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => CorrectQualityAssurancePayload, {
    description:
      "The programme lead puts right what was recorded of quality assurance, and says why. Until the board has answered the report a wrong outcome is put right as well: the review then stands where the right one takes it. To look at a draft again use `recordQualityAssurance`.",
  })
  correctQualityAssurance(@Ctx() ctx: Context, @Arg("input") input: CorrectQualityAssuranceInput): Promise<object> {
    return answer(ctx, "correctQualityAssurance", input, corrections.correctQualityAssurance);
  }

  @Authorized<KindOfPerson>("SEAT")
  @Mutation(() => CorrectBoardResponsePayload, {
    description: "The board puts its response to the report right, until it decides what becomes of it.",
  })
  correctBoardResponse(@Ctx() ctx: Context, @Arg("input") input: CorrectBoardResponseInput): Promise<object> {
    return answer(ctx, "correctBoardResponse", input, corrections.correctBoardResponse);
  }

  @Authorized<KindOfPerson>("SEAT")
  @Mutation(() => CorrectPublicationPayload, {
    description:
      "The board decides anew what becomes of the report, such as to publish what was withheld, or says where it is published.",
  })
  correctPublication(@Ctx() ctx: Context, @Arg("input") input: CorrectPublicationInput): Promise<object> {
    return answer(ctx, "correctPublication", input, corrections.correctPublication);
  }
}
