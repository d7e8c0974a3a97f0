import { daysAfter } from "../time";
import { AccreditationYear, graceAfter, Held, yearFrom } from "./accreditation.rules";

/** What the days of an accreditation are told by. */
export interface Days extends AccreditationYear, Held {
  readonly accreditedOn: string;
  readonly restoredOn: string | null;
}

/**
 * R46: the year that follows the one reviewed. It begins on the day the review was due, however late it is decided, so that
 * anniversaries stay where they are. Where years were missed, before anybody could decide a review here, the next is due at
 * once, with the usual time to decide it.
 */
const nextYear = ({ accreditedOn, restoredOn, reviewDueOn }: Days, today: string): AccreditationYear => {
  const year = yearFrom(restoredOn ?? accreditedOn, reviewDueOn);
  return year.lapsesOn > today ? year : { ...year, lapsesOn: graceAfter(today) };
};

/** R46: renewed for another year. */
export const renewed = (days: Days, today: string) => ({ ...nextYear(days, today), conditionsUntil: null });

/** R46: for another year, but not beyond a day unless the conditions are met by then. */
export const conditional = (days: Days, today: string, conditionsUntil: string) => ({
  ...nextYear(days, today),
  conditionsUntil,
  lapsesOn: daysAfter(conditionsUntil, 1),
});

/** R46: it holds no more from the day of the decision on. */
export const lapsed = (today: string) => ({ lapsesOn: today });

/** The conditions are met: it holds as it would have without them. */
export const conditionsMet = ({ reviewDueOn }: Days) => ({ conditionsUntil: null, lapsesOn: graceAfter(reviewDueOn) });

/** A new year begins on the day of the restoration, and anniversaries are counted from it. */
export const restored = (today: string) => ({
  ...yearFrom(today, today),
  ...{ restoredOn: today, withdrawnOn: null, conditionsUntil: null },
});

/** The last day for conditions: the day before the next review is due, which looks at a year without any. */
export const lastDayForConditions = (days: Days, today: string): string =>
  daysAfter(nextYear(days, today).reviewDueOn, -1);
