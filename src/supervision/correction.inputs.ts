import { InputType } from "type-graphql";
import { AnId, Day, MutationInput, Pence, SeenVersion, Text } from "../mutation/inputs";
import { Minutes, Notes } from "./supervision.inputs";

@InputType({ description: "What of an individual session was otherwise, and why. What is left out stays as it is." })
export class CorrectIndividualSupervisionInput extends MutationInput {
  @AnId({ description: "The individual session." })
  sessionId!: string;

  @Day({ optional: true, description: "When it was: not before the board commissioned the review, not in the future." })
  date?: string;

  @Minutes({ optional: true })
  minutes?: number;

  @Pence({ optional: true, description: "What is charged, in pence; without VAT. The board is credited what it was." })
  chargeMinor?: number;

  @Notes()
  notes?: string;

  @Text({
    most: 1000,
    description: "Why. Who was supervised and the board read it, unless only the notes are corrected.",
  })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "An individual session that never took place, and why it was logged." })
export class StrikeOutIndividualSupervisionInput extends MutationInput {
  @AnId({ description: "The individual session." })
  sessionId!: string;

  @Text({ most: 1000, description: "Why. Who was supervised and the board read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Notes that whom they are about may read from now on." })
export class ShareSupervisionNotesInput extends MutationInput {
  @AnId({ description: "The individual session." })
  sessionId!: string;

  @SeenVersion()
  expectedVersion!: number;
}
