import { Kind } from "./kind";

/** What follows accreditation: the network and its meetings, and how reviewers work on later reviews. */
export const NETWORK = {
  FidelityConcernRaised: {
    sees: "statusReview",
    facts: ["reference", "commissionId", "accreditationId", "concern"],
    description: "A programme lead raised a concern about how a reviewer worked on a review.",
  },
  FidelityConcernAnswered: {
    sees: "statusReview",
    reason: "to correct",
    facts: ["reference", "from", "to"],
    description: "The reviewer answered a concern about their work, or put the answer right.",
  },
  FidelityConcernClosed: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "outcome", "closingReason"],
    description: "A concern about a reviewer's work was closed.",
  },
  FidelityConcernReopened: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "outcome", "closedAt", "closingReason"],
    description: "A concern about a reviewer's work was taken up again.",
  },
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
  // Facts without their words: whoever leaves the directory takes these along.
  DirectoryEntered: {
    sees: "directoryRecord",
    facts: ["reference", "sectorList", "nationList", "agreedTo", "leftAt"],
    description: "An accredited reviewer came into the public directory, or came back, and agreed to it.",
  },
  DirectoryEntryChanged: {
    sees: "directoryRecord",
    facts: ["sectorList", "nationList", "words"],
    description: "They changed what it says of them: which of their choices and words are others than before.",
  },
  DirectoryLeft: {
    sees: "directoryRecord",
    facts: ["reference", "sectorList", "nationList"],
    description: "They left the public directory; their words were removed.",
  },
  DirectoryEntryRemoved: {
    sees: "directoryRecord",
    reason: "required",
    facts: ["reference", "sectorList", "nationList"],
    description: "They were taken out of the public directory by a programme lead; their words were removed.",
  },
} as const satisfies Record<string, Kind>;
