import { InputType } from "type-graphql";
import { Attended, MarksOf } from "../attendance/attendance.inputs";
import { AnId, Day, MutationInput, SeenVersion, Text } from "../mutation/inputs";

@InputType({ description: "A meeting of the network for the calendar." })
export class ScheduleNetworkMeetingInput extends MutationInput {
  @AnId({ description: "Whose network meets: the programme, by id or reference." })
  programmeId!: string;

  @Day({ description: "When it is. A past meeting may be entered later." })
  date!: string;

  @Text({ most: 200, description: "Where it is held." })
  venue!: string;

  @Text({ most: 200, description: "What it is about." })
  topic!: string;
}

@InputType({ description: "What of a meeting of the network is to be otherwise, and why. What is left out stays." })
export class ChangeNetworkMeetingInput extends MutationInput {
  @AnId({ description: "The meeting." })
  meetingId!: string;

  @Day({ optional: true, description: "When it is: not in the future once it is recorded who was there." })
  date?: string;

  @Text({ most: 200, optional: true, description: "Where it is held." })
  venue?: string;

  @Text({ most: 200, optional: true, description: "What it is about." })
  topic?: string;

  @Text({ most: 1000, description: "Why. Everybody who signs in can read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "A meeting of the network that does not take place, and why." })
export class CancelNetworkMeetingInput extends MutationInput {
  @AnId({ description: "The meeting." })
  meetingId!: string;

  @Text({ most: 1000, description: "Why. Everybody who signs in can read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Whether one member of the network was there." })
export class MemberMark extends Attended {
  @AnId({ description: "The member's accreditation, by id or number." })
  accreditationId!: string;
}

@InputType({ description: "Who was at a meeting of the network." })
export class RecordNetworkAttendanceInput extends MutationInput {
  @AnId({ description: "The meeting." })
  meetingId!: string;

  @SeenVersion()
  expectedVersion!: number;

  @MarksOf(() => MemberMark, "member", 200)
  attendance!: MemberMark[];
}
