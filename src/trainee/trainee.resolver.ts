import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import * as staff from "./staff.service";
import { Trainee } from "./trainee.entity";
import { AssignStaffInput, EnrolTraineeInput, UnassignStaffInput } from "./trainee.inputs";
import * as trainees from "./trainee.service";

const EnrolTraineePayload = payloadOf("EnrolTrainee", "trainee", () => Trainee);
const AssignStaffPayload = payloadOf("AssignStaff", "trainee", () => Trainee);
const UnassignStaffPayload = payloadOf("UnassignStaff", "trainee", () => Trainee);

@Resolver()
export class TraineeResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => EnrolTraineePayload, { description: "The programme lead gives a person a place on a cohort." })
  enrolTrainee(@Ctx() ctx: Context, @Arg("input") input: EnrolTraineeInput): Promise<object> {
    return answer(ctx, "enrolTrainee", input, trainees.enrol);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => AssignStaffPayload, {
    description: "The programme lead assigns a supervisor or assessor to a trainee.",
  })
  assignStaff(@Ctx() ctx: Context, @Arg("input") input: AssignStaffInput): Promise<object> {
    return answer(ctx, "assignStaff", input, staff.assign);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => UnassignStaffPayload, {
    description:
      "The programme lead ends the assignment of a supervisor or assessor; an assessor's only once the round they assess is decided. From then on they see no more of the trainee.",
  })
  unassignStaff(@Ctx() ctx: Context, @Arg("input") input: UnassignStaffInput): Promise<object> {
    return answer(ctx, "unassignStaff", input, staff.unassign);
  }
}
