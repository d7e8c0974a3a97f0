import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { dissolve } from "./dissolve";
import { Pair } from "./pair.entity";
import { DissolvePairInput, FormPairInput, ReplacePartnerInput } from "./pair.inputs";
import * as pairs from "./pair.service";
import { replace } from "./replace";

const FormPairPayload = payloadOf("FormPair", "pair", () => Pair);
const ReplacePartnerPayload = payloadOf("ReplacePartner", "pair", () => Pair);
const DissolvePairPayload = payloadOf("DissolvePair", "pair", () => Pair);

@Resolver()
export class PairResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => FormPairPayload, {
    description:
      "The programme lead pairs two people for reviews: for a practice review, or, two who are accredited, for later ones.",
  })
  formPair(@Ctx() ctx: Context, @Arg("input") input: FormPairInput): Promise<object> {
    return answer(ctx, "formPair", input, pairs.form);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ReplacePartnerPayload, {
    description:
      "The programme lead lets one of a pair go and another come: the pair ends, a new one is formed, and every review that goes on goes on with it as it stands. Who stays keeps their day rate, group days and evidence; who comes agrees a rate of their own with the board, and their group days count from that day. Who leaves keeps what is about them and sees no more of the review. A trainee stays while they may come to another round of assessment by an appeal. Answers with the new pair.",
  })
  replacePartner(@Ctx() ctx: Context, @Arg("input") input: ReplacePartnerInput): Promise<object> {
    return answer(ctx, "replacePartner", input, replace);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => DissolvePairPayload, {
    description:
      "The programme lead ends a pair between its reviews, once nobody in it may come to another round of assessment by an appeal. From then on the two see no more of each other, and its boards no more of who they are; a trainee may be paired anew.",
  })
  dissolvePair(@Ctx() ctx: Context, @Arg("input") input: DissolvePairInput): Promise<object> {
    return answer(ctx, "dissolvePair", input, dissolve);
  }
}
