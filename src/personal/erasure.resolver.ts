import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { overwritten } from "../database/overwritten";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { Person } from "../person/person.entity";
import { KindOfPerson } from "../scope/kinds-of-person";
import { ErasePersonInput, RequestErasureInput } from "./erasure.inputs";
import * as erasure from "./erasure.service";

const RequestErasurePayload = payloadOf("RequestErasure", "person", () => Person);
const ErasePersonPayload = payloadOf("ErasePerson", "person", () => Person);

@Resolver()
export class ErasureResolver {
  @Authorized()
  @Mutation(() => RequestErasurePayload, {
    description: "Asks that what is held about you be erased. The programme leads see it among their tasks.",
  })
  requestErasure(@Ctx() ctx: Context, @Arg("input") input: RequestErasureInput): Promise<object> {
    return answer(ctx, "requestErasure", input, erasure.request);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ErasePersonPayload, {
    description:
      "The programme lead erases what is held about a person, for good: their name, contact details, sign-in and the words about them. What others need stays, without leading to them. Refused while something of theirs is open.",
  })
  async erasePerson(@Ctx() ctx: Context, @Arg("input") input: ErasePersonInput): Promise<object> {
    const payload = (await answer(ctx, "erasePerson", input, erasure.erasePerson)) as { thingId: string | null };
    await overwritten(ctx.db);
    if (payload.thingId !== null) await ctx.documents?.tidy({ now: ctx.now });
    return payload;
  }
}
