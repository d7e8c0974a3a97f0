import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";
import { CommissionStage } from "./commission-stage";
import { Publication } from "./publication";

@InputType()
abstract class MoveInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "The next stage of a review." })
export class AdvanceCommissionInput extends MoveInput {
  @Choice(CommissionStage, { description: "The stage that follows: SCOPING to DRAFT_REPORT, one after the other." })
  to!: CommissionStage;
}

@InputType({ description: "What quality assurance found." })
export class RecordQualityAssuranceInput extends MoveInput {
  @YesNo({ description: "Whether the draft report passed. If not, it stays a draft until it does." })
  passed!: boolean;

  // Both what was noted before and what is noted now stand in one entry of the history.
  @Text({ most: 5_000, description: "What was noted: for the pair and the programme's staff, not for the board." })
  notes!: string;
}

@InputType({ description: "A board's written response to the report." })
export class RecordBoardResponseInput extends MoveInput {
  @Text({ most: 10_000, description: "The response." })
  text!: string;
}

@InputType({ description: "What a board does with the report." })
export class RecordPublicationInput extends MoveInput {
  @Choice(Publication, { description: "In full, as a summary, or not at all." })
  publication!: Publication;

  @Text({ most: 500, optional: true, description: "Where it is published, if that is known already." })
  address?: string;

  @Text({ most: 1_000, description: "Why: publication is a decision, and this stands in its history." })
  reason!: string;
}

@InputType({ description: "A review that is over." })
export class CloseCommissionInput extends MoveInput {}
