import { InputType } from "type-graphql";
import { AMoment, AnId, MutationInput, SeenVersion, Text } from "../mutation/inputs";

@InputType({ description: "A query about a programme, to be answered by a call." })
export class AskForCallInput extends MutationInput {
  @AnId({ description: "The programme, by id or reference." })
  programmeId!: string;

  @Text({ most: 2_000, description: "What you would like to know." })
  question!: string;

  @Text({ most: 40, optional: true, description: "Where to call you, where it is not as your contact details say." })
  phone?: string;

  @Text({ most: 500, optional: true, description: "When a call would suit you." })
  preferredTimes?: string;
}

@InputType({ description: "A time for the call." })
export class ArrangeCallInput extends MutationInput {
  @AnId({ description: "The enquiry." })
  enquiryId!: string;

  @AMoment({ description: "When: not in the past, and within a year from now." })
  at!: Date;

  @AnId({ optional: true, description: "The programme lead they will speak to: you, or who it was, unless told." })
  withId?: string;

  @Text({ most: 1_000, optional: true, description: "Why, where the call is moved to another time: they read it." })
  reason?: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "An enquiry that is answered, or no longer asked." })
export class CloseEnquiryInput extends MutationInput {
  @AnId({ description: "The enquiry." })
  enquiryId!: string;

  @Text({ most: 1_000, description: "How it ended. Who asked and the programme lead read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
