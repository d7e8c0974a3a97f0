import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Commission } from "./commission.entity";
import {
  AbandonCommissionInput,
  AgreeTargetDayInput,
  PauseCommissionInput,
  ResumeCommissionInput,
} from "./interruption.inputs";
import * as interruptions from "./interruption.service";

const AgreeTargetDayPayload = payloadOf("AgreeTargetDay", "commission", () => Commission);
const PauseCommissionPayload = payloadOf("PauseCommission", "commission", () => Commission);
const ResumeCommissionPayload = payloadOf("ResumeCommission", "commission", () => Commission);
const AbandonCommissionPayload = payloadOf("AbandonCommission", "commission", () => Commission);

/** What keeps a review from going as it was planned. */
@Resolver()
export class InterruptionResolver {
  @Authorized<KindOfPerson>("SEAT", "LEAD")
  @Mutation(() => AgreeTargetDayPayload, {
    description:
      "Somebody who speaks for the board, or the programme lead, records the day by which both sides now agree that the review is to be finished, and why.",
  })
  agreeTargetDay(@Ctx() ctx: Context, @Arg("input") input: AgreeTargetDayInput): Promise<object> {
    return answer(ctx, "agreeTargetDay", input, interruptions.agreeTargetDay);
  }

  @Authorized<KindOfPerson>("SEAT", "LEAD")
  @Mutation(() => PauseCommissionPayload, {
    description:
      "Somebody who speaks for the board, or the programme lead, lets a review rest while another process has to come first. No stage moves and it does not become late; supervision may go on. Of a paused one: changes until when it rests.",
  })
  pauseCommission(@Ctx() ctx: Context, @Arg("input") input: PauseCommissionInput): Promise<object> {
    return answer(ctx, "pauseCommission", input, interruptions.pause);
  }

  @Authorized<KindOfPerson>("SEAT", "LEAD")
  @Mutation(() => ResumeCommissionPayload, {
    description:
      "Somebody who speaks for the board, or the programme lead, lets a paused review go on at the stage where it stood. Its target day moves by as many days as it rested.",
  })
  resumeCommission(@Ctx() ctx: Context, @Arg("input") input: ResumeCommissionInput): Promise<object> {
    return answer(ctx, "resumeCommission", input, interruptions.resume);
  }

  @Authorized<KindOfPerson>("SEAT", "LEAD")
  @Mutation(() => AbandonCommissionPayload, {
    description:
      "Somebody who speaks for the board, or the programme lead, gives a review up for good, before its report is published. Supervision and charges stay on record; its trainees need another review.",
  })
  abandonCommission(@Ctx() ctx: Context, @Arg("input") input: AbandonCommissionInput): Promise<object> {
    return answer(ctx, "abandonCommission", input, interruptions.abandon);
  }
}
