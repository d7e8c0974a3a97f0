import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import * as places from "./place.service";
import * as staff from "./staff.service";
import { Trainee } from "./trainee.entity";
import {
  AssignStaffInput,
  DeferTraineeInput,
  EnrolTraineeInput,
  ReturnTraineeInput,
  UnassignStaffInput,
  WithdrawTraineeInput,
} from "./trainee.inputs";
import * as trainees from "./trainee.service";

const EnrolTraineePayload = payloadOf("EnrolTrainee", "trainee", () => Trainee);
const DeferTraineePayload = payloadOf("DeferTrainee", "trainee", () => Trainee);
const WithdrawTraineePayload = payloadOf("WithdrawTrainee", "trainee", () => Trainee);
const ReturnTraineePayload = payloadOf("ReturnTrainee", "trainee", () => Trainee);
const AssignStaffPayload = payloadOf("AssignStaff", "trainee", () => Trainee);
const UnassignStaffPayload = payloadOf("UnassignStaff", "trainee", () => Trainee);

@Resolver()
export class TraineeResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => EnrolTraineePayload, {
    description:
      "A person becomes a trainee: of the place they applied for and confirmed, or while one is left, by the programme lead. They are charged the fee of the cohort.",
  })
  enrolTrainee(@Ctx() ctx: Context, @Arg("input") input: EnrolTraineeInput): Promise<object> {
    return answer(ctx, "enrolTrainee", input, trainees.enrol);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => DeferTraineePayload, {
    description:
      "The programme lead moves a trainee to a later cohort of the programme, whose course is still to begin and which has a place left. What they attended stays theirs and counts; from then on the later cohort's Standard is theirs. Not while they work in a pair or an assessment of theirs is not released.",
  })
  deferTrainee(@Ctx() ctx: Context, @Arg("input") input: DeferTraineeInput): Promise<object> {
    return answer(ctx, "deferTrainee", input, places.defer);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => WithdrawTraineePayload, {
    description:
      "A trainee leaves the programme before accreditation. The programme lead records it: their place is free, and their supervisors and assessors see no more of them. The fee they were charged stands until the lead credits it: see `charges`. Not while they work in a pair or an assessment of theirs is not released.",
  })
  withdrawTrainee(@Ctx() ctx: Context, @Arg("input") input: WithdrawTraineeInput): Promise<object> {
    return answer(ctx, "withdrawTrainee", input, places.withdraw);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ReturnTraineePayload, {
    description:
      "The programme lead takes somebody back who had left: on the cohort they were on or a later one of the programme, while a place is left. What they attended counts; the Standard of the cohort is theirs. Staff is assigned anew.",
  })
  returnTrainee(@Ctx() ctx: Context, @Arg("input") input: ReturnTraineeInput): Promise<object> {
    return answer(ctx, "returnTrainee", input, places.comeBack);
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
