import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Accreditation } from "./accreditation.entity";
import { RestoreAccreditationInput, WithdrawAccreditationInput } from "./accreditation.inputs";
import * as withdrawal from "./withdrawal.service";

const WithdrawAccreditationPayload = payloadOf("WithdrawAccreditation", "accreditation", () => Accreditation);
const RestoreAccreditationPayload = payloadOf("RestoreAccreditation", "accreditation", () => Accreditation);

@Resolver()
export class AccreditationResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => WithdrawAccreditationPayload, {
    description:
      "The programme lead takes an accreditation back, from today on; not their own. Reviews that the person conducts go on, and their boards see the standing.",
  })
  withdrawAccreditation(@Ctx() ctx: Context, @Arg("input") input: WithdrawAccreditationInput): Promise<object> {
    return answer(ctx, "withdrawAccreditation", input, withdrawal.withdraw);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RestoreAccreditationPayload, {
    description:
      "The programme lead restores an accreditation that lapsed or was withdrawn, from today on; not their own. A new year begins today.",
  })
  restoreAccreditation(@Ctx() ctx: Context, @Arg("input") input: RestoreAccreditationInput): Promise<object> {
    return answer(ctx, "restoreAccreditation", input, withdrawal.restore);
  }
}
