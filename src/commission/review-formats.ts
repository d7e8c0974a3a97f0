import { ReviewFormat } from "./review-format";

/** What is known of a format; null where nothing is. */
export interface FormatOfReview {
  readonly format: ReviewFormat;
  readonly description: string;
  /** How many conversations with single people there are at most: none, or null for as many as there are key staff. */
  readonly mostConversations: number | null;
  readonly reviewTeamMeetings: number | null;
  readonly caseGroupMeetings: number | null;
  readonly months: number | null;
}

const FULL = { mostConversations: null, reviewTeamMeetings: 5, caseGroupMeetings: 2 };
const UNTOLD = { mostConversations: null, reviewTeamMeetings: null, caseGroupMeetings: null, months: null };

/** The six formats in which reviews are offered to boards, the fullest first: the fuller, the stronger the evidence. */
export const REVIEW_FORMATS: Readonly<Record<ReviewFormat, Omit<FormatOfReview, "format">>> = {
  [ReviewFormat.FULL]: {
    ...{ ...FULL, months: 6 },
    description:
      "Conversations with all key staff, about five meetings of the review team and two with the case group, spread evenly over about six months. Where to begin for a serious case review.",
  },
  [ReviewFormat.INTENSIVE]: {
    ...{ ...FULL, months: null },
    description: "All of a full review in two blocks of activity, and so in less time.",
  },
  [ReviewFormat.SPEED_PLUS]: {
    ...{ ...FULL, months: null },
    description:
      "All of a full review in one week, with or without a meeting on its findings; it takes long to prepare, and the report is written afterwards.",
  },
  [ReviewFormat.MID_RANGE]: {
    ...{ ...UNTOLD, mostConversations: 6 },
    description: "Usually not more than six conversations, and often fewer meetings.",
  },
  [ReviewFormat.FOCUSED]: {
    ...{ ...UNTOLD, mostConversations: 0 },
    description: "One event of a day and no conversations with single people; the report comes after it.",
  },
  [ReviewFormat.THEMED]: { ...UNTOLD, description: "Two stages, of which the first is an audit of case files." },
};

export const reviewFormats = (): FormatOfReview[] =>
  Object.values(ReviewFormat).map((format) => ({ format, ...REVIEW_FORMATS[format] }));
