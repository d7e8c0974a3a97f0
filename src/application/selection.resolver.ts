import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Application } from "./application.entity";
import * as selection from "./decision.service";
import * as scoring from "./scoring.service";
import { DecideApplicationInput, ScoreApplicationInput, WithdrawOfferInput } from "./selection.inputs";

const ScoreApplicationPayload = payloadOf("ScoreApplication", "application", () => Application);
const DecideApplicationPayload = payloadOf("DecideApplication", "application", () => Application);
const WithdrawOfferPayload = payloadOf("WithdrawOffer", "application", () => Application);

@Resolver()
export class SelectionResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ScoreApplicationPayload, {
    description:
      "A programme lead scores an application by every published criterion, or, once it is decided, by those it was scored by; two must before it is decided. Nobody scores their own. The applicant is never told, so the application's version stays as it is.",
  })
  scoreApplication(@Ctx() ctx: Context, @Arg("input") input: ScoreApplicationInput): Promise<object> {
    return answer(ctx, "scoreApplication", input, scoring.score);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => DecideApplicationPayload, {
    description:
      "A programme lead offers a place, puts the applicant on the waiting list, or refuses, once two people have scored the application. With a reason an open offer gets another day, and a refusal becomes an offer or a place on the waiting list; `withdrawOffer` takes an offer back. More places may be offered than are left: offices reckon with some who decline. No more can be confirmed than there are.",
  })
  decideApplication(@Ctx() ctx: Context, @Arg("input") input: DecideApplicationInput): Promise<object> {
    return answer(ctx, "decideApplication", input, selection.decide);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => WithdrawOfferPayload, {
    description:
      "A programme lead takes back an offer, or a place that was confirmed and not taken up: the application is refused. Before the course begins, the place is offered to the first on the waiting list, unless open offers cover the places left.",
  })
  withdrawOffer(@Ctx() ctx: Context, @Arg("input") input: WithdrawOfferInput): Promise<object> {
    return answer(ctx, "withdrawOffer", input, selection.withdrawOffer);
  }
}
