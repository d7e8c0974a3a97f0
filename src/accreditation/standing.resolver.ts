import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { Sees } from "../graph/thing";
import { VerifiedAccreditation } from "./verified.type";
import { verify } from "./verify";

/** Who tries numbers one after the other is soon told to wait: so many points of cost each answer counts for. */
const TRYING_COSTS = 100;

@Resolver()
export class StandingResolver {
  @Sees("standingByNumber")
  @Extensions({ costs: TRYING_COSTS })
  @Query(() => VerifiedAccreditation, {
    nullable: true,
    description:
      "Whether the accreditation with this number holds today, for anybody who was given the number. Case and spaces do not matter. Null where there is none: a number that was never given is answered like anything else that is none.",
  })
  verifyAccreditation(
    @Ctx() ctx: Context,
    @Arg("number", () => String) number: string,
  ): Promise<VerifiedAccreditation | null> {
    return verify(ctx, number);
  }
}
