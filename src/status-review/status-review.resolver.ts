import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import { Accreditation } from "../accreditation/accreditation.entity";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { StatusReview } from "./status-review.entity";
import { ConfirmConditionsMetInput, DecideStatusReviewInput } from "./status-review.inputs";
import * as reviews from "./status-review.service";

const DecideStatusReviewPayload = payloadOf("DecideStatusReview", "statusReview", () => StatusReview);
const ConfirmConditionsMetPayload = payloadOf("ConfirmConditionsMet", "accreditation", () => Accreditation);

@Resolver()
export class StatusReviewResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => DecideStatusReviewPayload, {
    description:
      "The programme lead decides the yearly review of an accreditation, from the day it is due on; not of their own. RENEWED and CONDITIONAL begin the next year on the day this review was due, however late it is decided; LAPSED ends it today. `expectedVersion` is the accreditation's.",
  })
  decideStatusReview(@Ctx() ctx: Context, @Arg("input") input: DecideStatusReviewInput): Promise<object> {
    return answer(ctx, "decideStatusReview", input, reviews.decide);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ConfirmConditionsMetPayload, {
    description:
      "The programme lead confirms that the conditions of a yearly review are met, on the last day for it or before: the accreditation holds as it would have without them. Not of their own.",
  })
  confirmConditionsMet(@Ctx() ctx: Context, @Arg("input") input: ConfirmConditionsMetInput): Promise<object> {
    return answer(ctx, "confirmConditionsMet", input, reviews.confirmConditionsMet);
  }
}
