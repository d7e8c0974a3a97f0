import { InputType } from "type-graphql";
import { AnId, Day, MutationInput, SeenVersion, Text } from "../mutation/inputs";

const BY = "Who endorses it.";
const NUMBER = "The endorser's number for its provider: leading zeros are kept.";
const SINCE = "Since when: today unless told.";

@InputType({ description: "Who endorses a new programme." })
export class EndorsementInput {
  @Text({ most: 200, description: BY })
  by!: string;

  @Text({ most: 40, optional: true, description: NUMBER })
  number?: string;

  @Day({ optional: true, description: SINCE })
  since?: string;
}

@InputType({ description: "That somebody endorses a programme." })
export class RecordEndorsementInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  @Text({ most: 200, description: BY })
  by!: string;

  @Text({ most: 40, optional: true, description: NUMBER })
  number?: string;

  @Day({ optional: true, description: SINCE })
  since?: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "That an endorsement came to its end." })
export class EndEndorsementInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference: `expectedVersion` is its version." })
  programmeId!: string;

  @AnId({ description: "The endorsement." })
  endorsementId!: string;

  @Day({ optional: true, description: "The day it ended: today unless told." })
  until?: string;

  @Text({ most: 1_000, description: "Why: anyone who reads the programme's history reads it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
