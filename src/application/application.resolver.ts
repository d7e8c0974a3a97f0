import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { Application } from "./application.entity";
import {
  BeginApplicationInput,
  ChangeApplicationInput,
  ReopenApplicationInput,
  SubmitApplicationInput,
  WithdrawApplicationInput,
} from "./application.inputs";
import * as applications from "./application.service";
import * as drafts from "./draft.service";

const BeginApplicationPayload = payloadOf("BeginApplication", "application", () => Application);
const ChangeApplicationPayload = payloadOf("ChangeApplication", "application", () => Application);
const SubmitApplicationPayload = payloadOf("SubmitApplication", "application", () => Application);
const WithdrawApplicationPayload = payloadOf("WithdrawApplication", "application", () => Application);
const ReopenApplicationPayload = payloadOf("ReopenApplication", "application", () => Application);

@Resolver()
export class ApplicationResolver {
  @Authorized()
  @Mutation(() => BeginApplicationPayload, {
    description:
      "Begins your application for a place on a cohort that takes applications. Until you submit it nobody else sees it, or that there is one.",
  })
  beginApplication(@Ctx() ctx: Context, @Arg("input") input: BeginApplicationInput): Promise<object> {
    return answer(ctx, "beginApplication", input, drafts.begin);
  }

  @Authorized()
  @Mutation(() => ChangeApplicationPayload, {
    description: "Writes on at your draft, while the cohort takes applications.",
  })
  changeApplication(@Ctx() ctx: Context, @Arg("input") input: ChangeApplicationInput): Promise<object> {
    return answer(ctx, "changeApplication", input, drafts.change);
  }

  @Authorized()
  @Mutation(() => SubmitApplicationPayload, {
    description:
      "Sends your application: complete, as its `completeness` says, and before the end of the cohort's last day of application in London. From then on the programme lead sees it and it stays as it is.",
  })
  submitApplication(@Ctx() ctx: Context, @Arg("input") input: SubmitApplicationInput): Promise<object> {
    return answer(ctx, "submitApplication", input, applications.submit);
  }

  @Authorized()
  @Mutation(() => WithdrawApplicationPayload, {
    description: "Takes your application back, until you are a trainee. A place you held is free again.",
  })
  withdrawApplication(@Ctx() ctx: Context, @Arg("input") input: WithdrawApplicationInput): Promise<object> {
    return answer(ctx, "withdrawApplication", input, applications.withdraw);
  }

  @Authorized()
  @Mutation(() => ReopenApplicationPayload, {
    description:
      "Makes an application that you withdrew a draft again, while the cohort takes applications: until you submit it once more nobody else sees it.",
  })
  reopenApplication(@Ctx() ctx: Context, @Arg("input") input: ReopenApplicationInput): Promise<object> {
    return answer(ctx, "reopenApplication", input, drafts.reopen);
  }
}
