import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Commission } from "./commission.entity";
import { DeclineCommissionInput, GrantCommissionInput, ProposeCommissionInput } from "./commission.inputs";
import * as commissions from "./commission.service";
import { AcceptRateInput, OfferRateInput, WithdrawRateInput } from "./rate.inputs";
import * as rates from "./rate.service";
import { RateOffer } from "./rate-offer.entity";

const ProposeCommissionPayload = payloadOf("ProposeCommission", "commission", () => Commission);
const GrantCommissionPayload = payloadOf("GrantCommission", "commission", () => Commission);
const DeclineCommissionPayload = payloadOf("DeclineCommission", "commission", () => Commission);
const OfferRatePayload = payloadOf("OfferRate", "rateOffer", () => RateOffer);
const AcceptRatePayload = payloadOf("AcceptRate", "rateOffer", () => RateOffer);
const WithdrawRatePayload = payloadOf("WithdrawRate", "rateOffer", () => RateOffer);

/** The negotiation: from proposal to the board's yes or no. */
@Resolver()
export class CommissionResolver {
  @Authorized<KindOfPerson>("MEMBER")
  @Mutation(() => ProposeCommissionPayload, {
    description:
      "Either member of a pair asks a board to commission a review, of a kind that there is for it: see `reviewKinds`. Then day rates are negotiated.",
  })
  proposeCommission(@Ctx() ctx: Context, @Arg("input") input: ProposeCommissionInput): Promise<object> {
    return answer(ctx, "proposeCommission", input, commissions.propose);
  }

  @Authorized<KindOfPerson>("MEMBER", "SEAT")
  @Mutation(() => OfferRatePayload, {
    description:
      "A member of the pair offers their own day rate, or somebody who speaks for the board offers one for either member. Then only this offer can be accepted, not an earlier one; a rate that is agreed holds until another is.",
  })
  offerRate(@Ctx() ctx: Context, @Arg("input") input: OfferRateInput): Promise<object> {
    return answer(ctx, "offerRate", input, rates.offer);
  }

  @Authorized<KindOfPerson>("MEMBER", "SEAT")
  @Mutation(() => AcceptRatePayload, {
    description: "The other side accepts an offer: the member what the board offered, the board what the member did.",
  })
  acceptRate(@Ctx() ctx: Context, @Arg("input") input: AcceptRateInput): Promise<object> {
    return answer(ctx, "acceptRate", input, rates.accept);
  }

  @Authorized<KindOfPerson>("MEMBER", "SEAT")
  @Mutation(() => WithdrawRatePayload, {
    description:
      "Who made an offer takes it back before it is accepted. No earlier offer comes back; a rate that is agreed holds.",
  })
  withdrawRate(@Ctx() ctx: Context, @Arg("input") input: WithdrawRateInput): Promise<object> {
    return answer(ctx, "withdrawRate", input, rates.withdraw);
  }

  @Authorized<KindOfPerson>("SEAT")
  @Mutation(() => GrantCommissionPayload, {
    description: "The board commissions the review, once a day rate is agreed for each of the pair.",
  })
  grantCommission(@Ctx() ctx: Context, @Arg("input") input: GrantCommissionInput): Promise<object> {
    return answer(ctx, "grantCommission", input, commissions.grant);
  }

  @Authorized<KindOfPerson>("SEAT")
  @Mutation(() => DeclineCommissionPayload, { description: "The board declines a review, with its reason." })
  declineCommission(@Ctx() ctx: Context, @Arg("input") input: DeclineCommissionInput): Promise<object> {
    return answer(ctx, "declineCommission", input, commissions.decline);
  }
}
