import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Programme } from "./programme.entity";
import { PublishStandardInput } from "./standard.inputs";
import * as standards from "./standard.service";

const PublishStandardPayload = payloadOf("PublishStandard", "programme", () => Programme);

@Resolver()
export class StandardResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => PublishStandardPayload, {
    description:
      "The programme lead publishes the next version of a programme's Standard. Cohorts that are open already stay held to theirs; those opened later are held to the newest.",
  })
  publishStandard(@Ctx() ctx: Context, @Arg("input") input: PublishStandardInput): Promise<object> {
    return answer(ctx, "publishStandard", input, standards.publish);
  }
}
