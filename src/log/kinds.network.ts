import { Kind } from "./kind";

/**
 * What follows accreditation: the network and its meetings, how reviewers work on later reviews, the yearly review of each
 * and what becomes of their accreditations. Why is told to the person and the programme's leads; that the days changed, to
 * everybody who knows the person as accredited.
 */
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
  StatusReviewDue: {
    sees: "statusReview",
    facts: ["reference", "dueOn"],
    description: "The yearly review of an accreditation became due.",
  },
  StatusReviewDecided: {
    sees: "statusReview",
    reason: "if told",
    facts: [
      ...(["reference", "outcome", "dueOn", "meetingsNeeded", "meetingsAttended"] as const),
      ...(["yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
    ],
    description: "The yearly review of an accreditation was decided: renewed, with conditions, or lapsed.",
  },
  ConditionsMet: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "lapsesOn", "conditionsUntil"],
    description: "The conditions that a yearly review had set are met.",
  },
  AccreditationWithdrawn: {
    sees: "statusReview",
    reason: "required",
    facts: ["reference", "withdrawnOn"],
    description: "The programme took an accreditation back.",
  },
  AccreditationRestored: {
    sees: "statusReview",
    reason: "required",
    facts: [
      ...(["reference", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
      ...(["withdrawnOn", "restoredOn"] as const),
    ],
    description: "An accreditation that had lapsed or was withdrawn holds again; a new year began.",
  },
  AccreditationChanged: {
    sees: "name",
    facts: [
      ...(["reference", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
      ...(["withdrawnOn", "restoredOn"] as const),
    ],
    description:
      "The days of an accreditation changed, and with them perhaps its standing: its yearly review was decided, its conditions are met, it was withdrawn or restored.",
  },
  AccreditationLapsed: {
    sees: "name",
    facts: ["reference", "lapsedOn"],
    description:
      "An accreditation lapsed by itself: nobody decided its review, or its conditions were not met in time.",
  },
} as const satisfies Record<string, Kind>;
