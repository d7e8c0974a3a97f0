import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion } from "../mutation/inputs";
import { Role } from "../person/role";

@InputType({ description: "Who joins which cohort." })
export class EnrolTraineeInput extends MutationInput {
  @AnId({ description: "The person." })
  personId!: string;

  @AnId({ description: "The cohort, by id or reference." })
  cohortId!: string;
}

@InputType({ description: "Who supervises or assesses whom." })
export class AssignStaffInput extends MutationInput {
  @AnId({ description: "The trainee, by id or reference." })
  traineeId!: string;

  @AnId({ description: "The supervisor or assessor." })
  personId!: string;

  @Choice(Role, { description: "As what: SUPERVISOR or ASSESSOR." })
  role!: Role;

  @SeenVersion()
  expectedVersion!: number;
}
