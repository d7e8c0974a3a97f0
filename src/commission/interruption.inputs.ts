import { InputType } from "type-graphql";
import { AnId, Day, MutationInput, SeenVersion, Text } from "../mutation/inputs";

@InputType()
abstract class InterruptionInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "The day by which a review is to be finished, agreed anew." })
export class AgreeTargetDayInput extends InterruptionInput {
  @Day({ description: "The day, today or later." })
  targetOn!: string;

  @Text({ most: 1_000, description: "Why: both sides read it." })
  reason!: string;
}

@InputType({ description: "A commission that rests for a while, or rests for longer." })
export class PauseCommissionInput extends InterruptionInput {
  @Day({ optional: true, description: "Until when it is expected to rest, today or later, where that is known." })
  until?: string;

  @Text({ most: 1_000, description: "Why, such as a criminal or a coroner's process beside it: both sides read it." })
  reason!: string;
}

@InputType({ description: "A paused commission that goes on." })
export class ResumeCommissionInput extends InterruptionInput {}

@InputType({ description: "A review that will not be finished." })
export class AbandonCommissionInput extends InterruptionInput {
  @Text({ most: 1_000, description: "Why: both sides read it." })
  reason!: string;
}
