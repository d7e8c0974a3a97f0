import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Programme } from "./programme.entity";
import { PublishItemsInput } from "./programme-item.inputs";
import * as items from "./programme-item.service";

const PublishItemsPayload = payloadOf("PublishItems", "programme", () => Programme);

@Resolver()
export class ProgrammeItemResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => PublishItemsPayload, {
    description:
      "The programme lead publishes one of a programme's lists anew. Items named by id stay the same ones, corrected and put in order; what is left out is retired. While applications wait for a decision, selection criteria are corrected and put in order only.",
  })
  publishItems(@Ctx() ctx: Context, @Arg("input") input: PublishItemsInput): Promise<object> {
    return answer(ctx, "publishItems", input, items.publish);
  }
}
