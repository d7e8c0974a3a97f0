import { InputType } from "type-graphql";
import { AccreditationInput } from "../accreditation/accreditation.inputs";
import { Choice, Day, SomeDays, SomeIds, Text } from "../mutation/inputs";
import { StatusReviewOutcome } from "./status-review-outcome";

@InputType({ description: "How the yearly review of an accreditation is decided." })
export class DecideStatusReviewInput extends AccreditationInput {
  @Choice(StatusReviewOutcome, { description: "RENEWED only if `Accreditation.statusReview` is met." })
  outcome!: StatusReviewOutcome;

  @Text({ most: 1_000, optional: true, description: "Why; needed unless it is RENEWED. The person reads it." })
  reason?: string | null;

  @Text({
    most: 2_000,
    optional: true,
    description: "What is to be done or shown: for CONDITIONAL, and only for that.",
  })
  conditions?: string | null;

  @Day({
    optional: true,
    description: "The last day for it, before the next review is due: for CONDITIONAL, and only for that.",
  })
  conditionsUntil?: string | null;
}

@InputType({ description: "That the conditions of a yearly review are met." })
export class ConfirmConditionsMetInput extends AccreditationInput {
  @Text({ most: 1_000, description: "What shows it. The person reads it." })
  reason!: string;
}

@InputType({
  description:
    "Facts to suppose beside those there are. Nothing is stored; what contradicts itself, or what is so, is refused with BAD_USER_INPUT.",
})
export class StatusReviewSupposition {
  @SomeDays({ most: 50, optional: true, description: "Days of further network meetings, taken as attended." })
  attendedOn?: string[] | null;

  @SomeDays({ most: 50, optional: true, description: "Days of network meetings that were attended, taken as missed." })
  notAttendedOn?: string[] | null;

  @SomeIds({ most: 50, optional: true, description: "Open fidelity concerns, taken as closed." })
  closedConcernIds?: string[] | null;

  @Day({
    optional: true,
    description: "The day it is asked for, in the year under review or after it; today unless told.",
  })
  on?: string | null;
}
