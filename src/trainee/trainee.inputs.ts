import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { Role } from "../person/role";

@InputType({ description: "Who joins which cohort." })
export class EnrolTraineeInput extends MutationInput {
  @AnId({ description: "The person." })
  personId!: string;

  @AnId({ description: "The cohort, by id or reference." })
  cohortId!: string;
}

/** A trainee, the cohort they are to be on, and why. */
@InputType()
export abstract class OtherCohortInput extends MutationInput {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;

  @AnId({ description: "The cohort they are to be on, by id or reference." })
  cohortId!: string;

  @Text({ most: 1000, description: "Why. The trainee and their staff read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Who is deferred to which later cohort." })
export class DeferTraineeInput extends OtherCohortInput {}

@InputType({ description: "Who returns, to which cohort." })
export class ReturnTraineeInput extends OtherCohortInput {}

@InputType({ description: "Who leaves the programme." })
export class WithdrawTraineeInput extends MutationInput {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;

  @Text({ most: 1000, description: "Why. The trainee reads it, and their staff if they return." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

/** Who supervises or assesses whom, from today or no longer. */
@InputType()
export abstract class StaffInput extends MutationInput {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;

  @AnId({ description: "The supervisor or assessor." })
  personId!: string;

  @Choice(Role, { description: "As what: SUPERVISOR or ASSESSOR." })
  role!: Role;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Who supervises or assesses whom." })
export class AssignStaffInput extends StaffInput {}

@InputType({ description: "Who supervises or assesses whom no longer." })
export class UnassignStaffInput extends StaffInput {
  @Text({ most: 1000, description: "Why. The trainee and their staff read it." })
  reason!: string;
}
