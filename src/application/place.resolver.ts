import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { Application } from "./application.entity";
import { ConfirmPlaceInput, DeclinePlaceInput } from "./place.inputs";
import * as places from "./place.service";

const ConfirmPlacePayload = payloadOf("ConfirmPlace", "application", () => Application);
const DeclinePlacePayload = payloadOf("DeclinePlace", "application", () => Application);

@Resolver()
export class PlaceResolver {
  @Authorized()
  @Mutation(() => ConfirmPlacePayload, {
    description:
      "Confirms the place you are offered, by the end of its day in London. Refused by rule E3 when others have taken the last one: the offer stands, so try again while it does.",
  })
  confirmPlace(@Ctx() ctx: Context, @Arg("input") input: ConfirmPlaceInput): Promise<object> {
    return answer(ctx, "confirmPlace", input, places.confirm);
  }

  @Authorized()
  @Mutation(() => DeclinePlacePayload, {
    description:
      "Gives the place you are offered, or have confirmed, back: the first on the waiting list is offered it.",
  })
  declinePlace(@Ctx() ctx: Context, @Arg("input") input: DeclinePlaceInput): Promise<object> {
    return answer(ctx, "declinePlace", input, places.decline);
  }
}
