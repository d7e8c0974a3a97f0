import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Evidence } from "./evidence.entity";
import { ReturnEvidenceInput, SubmitEvidenceInput, WithdrawEvidenceInput } from "./evidence.inputs";
import * as evidence from "./evidence.service";
import * as returns from "./return.service";

const SubmitEvidencePayload = payloadOf("SubmitEvidence", "evidence", () => Evidence);
const ReturnEvidencePayload = payloadOf("ReturnEvidence", "evidence", () => Evidence);
const WithdrawEvidencePayload = payloadOf("WithdrawEvidence", "evidence", () => Evidence);

@Resolver()
export class EvidenceResolver {
  @Authorized<KindOfPerson>("MEMBER", "SUPERVISOR", "LEAD")
  @Mutation(() => SubmitEvidencePayload, {
    description:
      "Submits an item of evidence. Documents come from either member of the pair; TRAINEE is a trainee's own input about themself; OTHERS comes from the pair partner, the assigned supervisor or the programme lead. An item with files is drafted first, with `draftEvidence`. With `replacesId` it takes the place of one that was returned.",
  })
  submitEvidence(@Ctx() ctx: Context, @Arg("input") input: SubmitEvidenceInput): Promise<object> {
    return answer(ctx, "submitEvidence", input, evidence.submit);
  }

  @Authorized<KindOfPerson>("SUPERVISOR", "ASSESSOR", "LEAD")
  @Mutation(() => ReturnEvidencePayload, {
    description:
      "The assigned supervisor or assessor, or a programme lead, sends an item back to who wrote it, with a reason: it counts no more. Its writer and those it is about are told. Not what a decision rests on that you may see.",
  })
  returnEvidence(@Ctx() ctx: Context, @Arg("input") input: ReturnEvidenceInput): Promise<object> {
    return answer(ctx, "returnEvidence", input, returns.giveBack);
  }

  @Authorized()
  @Mutation(() => WithdrawEvidencePayload, {
    description:
      "Takes back an item that you submitted, with a reason: it counts no more. Not what a decision rests on that you may see.",
  })
  withdrawEvidence(@Ctx() ctx: Context, @Arg("input") input: WithdrawEvidenceInput): Promise<object> {
    return answer(ctx, "withdrawEvidence", input, returns.withdraw);
  }
}
