import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import {
  AnswerFidelityConcernInput,
  CloseFidelityConcernInput,
  RaiseFidelityConcernInput,
  ReopenFidelityConcernInput,
} from "./fidelity.inputs";
import * as fidelity from "./fidelity.service";
import { FidelityConcern } from "./fidelity-concern.entity";

const RaiseFidelityConcernPayload = payloadOf("RaiseFidelityConcern", "fidelityConcern", () => FidelityConcern);
const AnswerFidelityConcernPayload = payloadOf("AnswerFidelityConcern", "fidelityConcern", () => FidelityConcern);
const CloseFidelityConcernPayload = payloadOf("CloseFidelityConcern", "fidelityConcern", () => FidelityConcern);
const ReopenFidelityConcernPayload = payloadOf("ReopenFidelityConcern", "fidelityConcern", () => FidelityConcern);

/** R42: whether accredited reviewers work with fidelity to the model. */
@Resolver()
export class FidelityResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RaiseFidelityConcernPayload, {
    description:
      "The programme lead raises a concern about how an accredited reviewer worked on a commission. Not about their own practice review, which is assessed, nor about oneself.",
  })
  raiseFidelityConcern(@Ctx() ctx: Context, @Arg("input") input: RaiseFidelityConcernInput): Promise<object> {
    return answer(ctx, "raiseFidelityConcern", input, fidelity.raise);
  }

  /** Whose work it is about may be in no pair any more. */
  @Authorized()
  @Mutation(() => AnswerFidelityConcernPayload, {
    description:
      "The reviewer whose work it is about answers a concern. Until it is closed the answer can be put right.",
  })
  answerFidelityConcern(@Ctx() ctx: Context, @Arg("input") input: AnswerFidelityConcernInput): Promise<object> {
    return answer(ctx, "answerFidelityConcern", input, fidelity.answer);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => CloseFidelityConcernPayload, {
    description: "A programme lead whose work it is not closes a concern, and says why.",
  })
  closeFidelityConcern(@Ctx() ctx: Context, @Arg("input") input: CloseFidelityConcernInput): Promise<object> {
    return answer(ctx, "closeFidelityConcern", input, fidelity.close);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ReopenFidelityConcernPayload, {
    description: "A programme lead whose work it is not takes a concern up again that was closed, and says why.",
  })
  reopenFidelityConcern(@Ctx() ctx: Context, @Arg("input") input: ReopenFidelityConcernInput): Promise<object> {
    return answer(ctx, "reopenFidelityConcern", input, fidelity.reopen);
  }
}
