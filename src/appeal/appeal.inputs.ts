import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { AppealOutcome } from "./appeal-state";

@InputType({ description: "An appeal against a decision." })
export class AppealDecisionInput extends MutationInput {
  @AnId({ description: "The assessment whose decision it is against." })
  assessmentId!: string;

  @Text({ most: 4_000, description: "Why: those who may see the assessment read it." })
  grounds!: string;
}

@InputType()
abstract class AppealInput extends MutationInput {
  @AnId({ description: "The appeal." })
  appealId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Who is to decide an appeal." })
export class AssignAppealInput extends AppealInput {
  @AnId({
    description:
      "The person who decides: an assessor assigned to the trainee (`assignStaff` first), who assessed no round of theirs.",
  })
  assessorId!: string;

  @Text({
    optional: true,
    most: 1_000,
    description: "Why it goes to another, where it was given to somebody before: the trainee reads it.",
  })
  reason?: string | null;
}

@InputType({ description: "The decision on an appeal." })
export class DecideAppealInput extends AppealInput {
  @Choice(AppealOutcome, { description: "Whether the decision it is against is set aside." })
  outcome!: AppealOutcome;

  @Text({ most: 4_000, description: "The reasons: the trainee reads them at once." })
  reasons!: string;
}

@InputType({ description: "An appeal that the trainee takes back." })
export class WithdrawAppealInput extends AppealInput {
  @Text({ optional: true, most: 1_000, description: "Why, if they wish to say." })
  reason?: string | null;
}
