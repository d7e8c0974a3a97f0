import { AccreditationYear, Held, standing } from "../accreditation/accreditation.rules";
import { AccreditationStanding } from "../accreditation/accreditation-standing";
import { inWords } from "../rules/day";
import { all, outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { daysAfter } from "../time";

/** A network meeting that the person attended. One that is only supposed has no id. */
export interface AttendedMeeting {
  readonly id?: string;
  readonly date: string;
}

/** A fidelity concern that nobody has closed. */
export interface OpenConcern {
  readonly id: string;
  readonly raisedOn: string;
}

/** All that a yearly review looks at, for one accreditation. */
export interface StatusReviewFacts extends AccreditationYear, Held {
  /** How many meetings the programme's newest Standard asks for in a year. */
  readonly networkMeetings: number;
  /** Those of the year under review, in their order. */
  readonly meetings: readonly AttendedMeeting[];
  /** Those about the person's work, on whichever of their accreditations. */
  readonly openConcerns: readonly OpenConcern[];
}

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** R45 (E16): "a minimum of three network meetings per year". */
export const meetingsAttended = (
  { networkMeetings, meetings, reviewDueOn }: StatusReviewFacts,
  today: string,
): RuleOutcome => {
  // Two on one day count once, as `Accreditation.meetingsThisYear` counts them.
  const attended = new Set(meetings.map(({ date }) => date)).size;
  const missing = networkMeetings - attended;
  const last = inWords(daysAfter(reviewDueOn, -1));
  const next =
    today < reviewDueOn
      ? `Attend ${some(missing, "more network meeting")}, by ${last}.`
      : `The year that ended on ${last} is ${some(missing, "network meeting")} short: it can go on with conditions only.`;
  return outcome(RuleId.E16, {
    needed: networkMeetings,
    actual: attended,
    because: meetings.map(({ id, date }) => ({
      ...(id === undefined ? {} : { id }),
      text: `${id === undefined ? "Supposed: a" : "A"} network meeting on ${inWords(date)} was attended.`,
    })),
    next,
  });
};

/** R42, R46 (E17): while a concern about fidelity to the model is open, nobody is simply renewed. */
export const noOpenConcern = ({ openConcerns }: StatusReviewFacts): RuleOutcome =>
  outcome(RuleId.E17, {
    needed: 1,
    actual: openConcerns.length > 0 ? 0 : 1,
    because: openConcerns.map(({ id, raisedOn }) => ({
      id,
      text: `A fidelity concern of ${inWords(raisedOn)} is open.`,
    })),
    next: `Have ${some(openConcerns.length, "open fidelity concern")} answered and closed first.`,
  });

/** R46 (E18): a review is decided once its year is over, while the accreditation holds. */
export const reviewIsDue = (facts: StatusReviewFacts, today: string): RuleOutcome => {
  const { yearFrom, reviewDueOn, lapsesOn, withdrawnOn } = facts;
  const now = standing(facts, today);
  const ended: Partial<Record<AccreditationStanding, string>> = {
    LAPSED: `It lapsed on ${inWords(lapsesOn)}: only a programme lead can restore it.`,
    WITHDRAWN: `It was withdrawn${withdrawnOn === null ? "" : ` on ${inWords(withdrawnOn)}`}: only a programme lead can restore it.`,
  };
  const due = reviewDueOn <= today;
  return outcome(RuleId.E18, {
    needed: 1,
    actual: due && ended[now] === undefined ? 1 : 0,
    because: [{ text: `The review of the year from ${inWords(yearFrom)} is due on ${inWords(reviewDueOn)}.` }],
    next: ended[now] ?? `Its review is decided from ${inWords(reviewDueOn)} on.`,
  });
};

/** R46: whether an accreditation may be renewed. `Accreditation.statusReview` shows it, and renewing is refused by it. */
export const statusReview = (facts: StatusReviewFacts, today: string): RuleOutcome =>
  all(RuleId.STATUS_REVIEW, [meetingsAttended(facts, today), noOpenConcern(facts), reviewIsDue(facts, today)]);
