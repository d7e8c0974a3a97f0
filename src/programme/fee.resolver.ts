import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { SetFeeInput } from "./fee.inputs";
import * as fees from "./fee.service";
import { Programme } from "./programme.entity";

const SetFeePayload = payloadOf("SetFee", "programme", () => Programme);

@Resolver()
export class FeeResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => SetFeePayload, {
    description:
      "The programme lead says what a programme costs from a day on. Cohorts that are open already keep the fee they have.",
  })
  setFee(@Ctx() ctx: Context, @Arg("input") input: SetFeeInput): Promise<object> {
    return answer(ctx, "setFee", input, fees.set);
  }
}
