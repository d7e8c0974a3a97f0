import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { ChangeCohortInput, ChangeProgrammeInput } from "./change.inputs";
import * as change from "./change.service";
import { Cohort } from "./cohort.entity";
import { Programme } from "./programme.entity";

const ChangeProgrammePayload = payloadOf("ChangeProgramme", "programme", () => Programme);
const ChangeCohortPayload = payloadOf("ChangeCohort", "cohort", () => Cohort);

@Resolver()
export class ChangeResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChangeProgrammePayload, {
    description: "The programme lead changes what a programme is called, what it says it is, or where to ask.",
  })
  changeProgramme(@Ctx() ctx: Context, @Arg("input") input: ChangeProgrammeInput): Promise<object> {
    return answer(ctx, "changeProgramme", input, change.changeProgramme);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChangeCohortPayload, {
    description:
      "The programme lead changes a cohort's name, application window, month of decisions or places, and says why.",
  })
  changeCohort(@Ctx() ctx: Context, @Arg("input") input: ChangeCohortInput): Promise<object> {
    return answer(ctx, "changeCohort", input, change.changeCohort);
  }
}
