import { InputType } from "type-graphql";
import { AnId, Count, Day, MutationInput, SeenVersion, SomeIds, Text } from "../mutation/inputs";

const Capacity = () =>
  Count({ least: 1, most: 500, optional: true, description: "How many it has room for: who books beyond that waits." });

const Facilitators = () =>
  SomeIds({
    most: 10,
    optional: true,
    description:
      "All who run it together with its supervisor: programme leads or supervisors, by id. Only a programme lead names them.",
  });

@InputType({ description: "A day of group supervision for the calendar." })
export class ScheduleGroupSupervisionInput extends MutationInput {
  @Day({ description: "When it is: it lasts the whole day. A past day may be entered later." })
  date!: string;

  @Text({ most: 200, description: "Where it is held." })
  venue!: string;

  @Capacity()
  capacity?: number;

  @AnId({ optional: true, description: "Who runs it: you unless told. Only a programme lead names somebody else." })
  supervisorId?: string;

  @Facilitators()
  facilitatorIds?: string[];
}

@InputType({ description: "What of a group day is to be otherwise, and why. What is left out stays as it is." })
export class ChangeGroupSupervisionInput extends MutationInput {
  @AnId({ description: "The group day." })
  sessionId!: string;

  @Day({ optional: true, description: "When it is: not in the future once it is recorded who was there." })
  date?: string;

  @Text({ most: 200, optional: true, description: "Where it is held." })
  venue?: string;

  @Capacity()
  capacity?: number;

  @AnId({ optional: true, description: "Who runs it. Only a programme lead names somebody else." })
  supervisorId?: string;

  @Facilitators()
  facilitatorIds?: string[];

  @Text({ most: 1000, description: "Why. Everybody who signs in can read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A group day that does not take place, and why." })
export class CancelGroupSupervisionInput extends MutationInput {
  @AnId({ description: "The group day." })
  sessionId!: string;

  @Text({ most: 1000, description: "Why. Everybody who signs in can read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
