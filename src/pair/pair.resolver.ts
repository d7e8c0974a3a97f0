import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Pair } from "./pair.entity";
import { FormPairInput } from "./pair.inputs";
import * as pairs from "./pair.service";

const FormPairPayload = payloadOf("FormPair", "pair", () => Pair);

@Resolver()
export class PairResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => FormPairPayload, { description: "The programme lead pairs two people for a review." })
  formPair(@Ctx() ctx: Context, @Arg("input") input: FormPairInput): Promise<object> {
    return answer(ctx, "formPair", input, pairs.form);
  }
}
