import { InputType } from "type-graphql";
import { AnId, Choice, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";
import { Publication } from "./publication";

@InputType()
abstract class CorrectionInput extends MutationInput {
  @AnId({ description: "The commission, by id or reference." })
  commissionId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "What was recorded amiss of quality assurance: what is left out stays as it is." })
export class CorrectQualityAssuranceInput extends CorrectionInput {
  @YesNo({ optional: true, description: "Whether the draft report passed; until the board has answered it." })
  passed?: boolean;

  @Text({ most: 5_000, optional: true, description: "What was noted: not for the board." })
  notes?: string;

  @Text({ most: 1_000, description: "Why. Where the outcome changes the board reads it." })
  reason!: string;
}

@InputType({ description: "A board's response to the report, put right." })
export class CorrectBoardResponseInput extends CorrectionInput {
  // With the one before it, which may have 10,000, it stands in one entry of the history.
  @Text({ most: 6_000, description: "The response." })
  text!: string;

  @Text({ most: 1_000, description: "Why: both sides read it." })
  reason!: string;
}

@InputType({ description: "What a board does with the report after all." })
export class CorrectPublicationInput extends CorrectionInput {
  @Choice(Publication, { description: "In full, as a summary, or not at all." })
  publication!: Publication;

  @Text({ most: 500, optional: true, description: "Where it is published; nowhere that is known unless told." })
  address?: string;

  @Text({ most: 1_000, description: "Why: publication is a decision, and this stands in its history." })
  reason!: string;
}
