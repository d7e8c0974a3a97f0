import { InputType } from "type-graphql";
import { AnId, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";

@InputType({ description: "A place on a day of group supervision, for one trainee." })
export class BookGroupSupervisionInput extends MutationInput {
  @AnId({ description: "The group day: today or later." })
  sessionId!: string;

  @AnId({ description: "The trainee, by id or reference: yourself, or whom you supervise." })
  traineeId!: string;

  @YesNo({
    optional: true,
    description: "Whether to wait where no place is left. Yes unless told; no is refused then by GROUP_PLACE.",
  })
  waitIfFull?: boolean;
}

@InputType({ description: "A booking of a group day that is given back." })
export class CancelBookingInput extends MutationInput {
  @AnId({ description: "The booking." })
  bookingId!: string;

  @Text({ most: 1000, optional: true, description: "Why, if that is to be known." })
  reason?: string;

  @SeenVersion()
  expectedVersion!: number;
}
