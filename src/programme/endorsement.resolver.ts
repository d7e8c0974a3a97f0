import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { EndEndorsementInput, RecordEndorsementInput } from "./endorsement.inputs";
import * as endorsements from "./endorsement.service";
import { Programme } from "./programme.entity";

const RecordEndorsementPayload = payloadOf("RecordEndorsement", "programme", () => Programme);
const EndEndorsementPayload = payloadOf("EndEndorsement", "programme", () => Programme);

@Resolver()
export class EndorsementResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RecordEndorsementPayload, { description: "The programme lead records who endorses a programme." })
  recordEndorsement(@Ctx() ctx: Context, @Arg("input") input: RecordEndorsementInput): Promise<object> {
    return answer(ctx, "recordEndorsement", input, endorsements.record);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => EndEndorsementPayload, {
    description: "The programme lead records that an endorsement ended, and why. It stays on record.",
  })
  endEndorsement(@Ctx() ctx: Context, @Arg("input") input: EndEndorsementInput): Promise<object> {
    return answer(ctx, "endEndorsement", input, endorsements.end);
  }
}
