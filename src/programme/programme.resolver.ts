import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Cohort } from "./cohort.entity";
import { Programme } from "./programme.entity";
import { CreateProgrammeInput, OpenCohortInput } from "./programme.inputs";
import * as programmes from "./programme.service";

const CreateProgrammePayload = payloadOf("CreateProgramme", "programme", () => Programme);
const OpenCohortPayload = payloadOf("OpenCohort", "cohort", () => Cohort);

@Resolver()
export class ProgrammeResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => CreateProgrammePayload, { description: "The programme lead sets a programme up." })
  createProgramme(@Ctx() ctx: Context, @Arg("input") input: CreateProgrammeInput): Promise<object> {
    return answer(ctx, "createProgramme", input, programmes.create);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => OpenCohortPayload, { description: "The programme lead opens an intake with its course days." })
  openCohort(@Ctx() ctx: Context, @Arg("input") input: OpenCohortInput): Promise<object> {
    return answer(ctx, "openCohort", input, programmes.openCohort);
  }
}
