import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Evidence } from "./evidence.entity";
import { SubmitEvidenceInput } from "./evidence.inputs";
import * as evidence from "./evidence.service";

const SubmitEvidencePayload = payloadOf("SubmitEvidence", "evidence", () => Evidence);

@Resolver()
export class EvidenceResolver {
  @Authorized<KindOfPerson>("MEMBER", "SUPERVISOR", "LEAD")
  @Mutation(() => SubmitEvidencePayload, {
    description:
      "Submits an item of evidence. Documents come from either member of the pair; TRAINEE is a trainee's own input about themself; OTHERS comes from the pair partner, the assigned supervisor or the programme lead.",
  })
  submitEvidence(@Ctx() ctx: Context, @Arg("input") input: SubmitEvidenceInput): Promise<object> {
    return answer(ctx, "submitEvidence", input, evidence.submit);
  }
}
