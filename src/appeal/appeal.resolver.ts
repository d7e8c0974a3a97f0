import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Appeal } from "./appeal.entity";
import { AppealDecisionInput, AssignAppealInput, DecideAppealInput, WithdrawAppealInput } from "./appeal.inputs";
import { DAYS_TO_APPEAL } from "./appeal.rules";
import * as appeals from "./appeal.service";

const AppealDecisionPayload = payloadOf("AppealDecision", "appeal", () => Appeal);
const AssignAppealPayload = payloadOf("AssignAppeal", "appeal", () => Appeal);
const DecideAppealPayload = payloadOf("DecideAppeal", "appeal", () => Appeal);
const WithdrawAppealPayload = payloadOf("WithdrawAppeal", "appeal", () => Appeal);

@Resolver()
export class AppealResolver {
  @Authorized<KindOfPerson>("TRAINEE")
  @Mutation(() => AppealDecisionPayload, {
    description: `The trainee appeals against a released decision that did not accredit them: once, by \`Assessment.appealBy\`, ${DAYS_TO_APPEAL} days after the release.`,
  })
  appealDecision(@Ctx() ctx: Context, @Arg("input") input: AppealDecisionInput): Promise<object> {
    return answer(ctx, "appealDecision", input, appeals.lodge);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => AssignAppealPayload, {
    description:
      "A programme lead gives an appeal to an assessor of the trainee who assessed no round of theirs, or to another before it is decided.",
  })
  assignAppeal(@Ctx() ctx: Context, @Arg("input") input: AssignAppealInput): Promise<object> {
    return answer(ctx, "assignAppeal", input, appeals.assign);
  }

  @Authorized<KindOfPerson>("ASSESSOR")
  @Mutation(() => DecideAppealPayload, {
    description:
      "The assessor it was given to decides an appeal. UPHELD sets the decision aside: it stays on record, and a further round may be opened by another assessor. DISMISSED lets it stand.",
  })
  decideAppeal(@Ctx() ctx: Context, @Arg("input") input: DecideAppealInput): Promise<object> {
    return answer(ctx, "decideAppeal", input, appeals.decide);
  }

  @Authorized<KindOfPerson>("TRAINEE")
  @Mutation(() => WithdrawAppealPayload, {
    description: "The trainee takes an appeal back before it is decided. The decision it was against stands.",
  })
  withdrawAppeal(@Ctx() ctx: Context, @Arg("input") input: WithdrawAppealInput): Promise<object> {
    return answer(ctx, "withdrawAppeal", input, appeals.withdraw);
  }
}
