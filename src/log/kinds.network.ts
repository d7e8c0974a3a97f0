import { Kind } from "./kind";

/** The network of those who are accredited: its meetings, and who was there. */
export const NETWORK = {
  NetworkMeetingScheduled: {
    sees: "networkMeeting",
    facts: ["programmeId", "date", "venue", "topic"],
    description: "A meeting of the network was put in the calendar.",
  },
  NetworkMeetingChanged: {
    sees: "networkMeeting",
    reason: "required",
    facts: ["date", "venue", "topic"],
    description: "A meeting of the network was corrected: when or where it is, what it is about.",
  },
  NetworkMeetingCancelled: {
    sees: "networkMeeting",
    reason: "required",
    facts: ["date"],
    description: "A meeting of the network does not take place.",
  },
  NetworkMeetingAttended: {
    sees: "statusReview",
    reason: "to correct",
    facts: ["meetingId", "date", "from", "to"],
    description: "Whether a member was at a meeting of the network was recorded.",
  },
  AttendedMeetingMoved: {
    sees: "statusReview",
    reason: "required",
    facts: ["meetingId", "from", "to"],
    description:
      "A meeting of the network that a member attended was on another day: it may count for another year, or for none.",
  },
} as const satisfies Record<string, Kind>;
