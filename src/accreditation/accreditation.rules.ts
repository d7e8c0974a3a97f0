import { AccreditationStanding } from "./accreditation-standing";

/** The day so many months after one; where that month is shorter, its last day. */
const monthsAfter = (day: string, months: number): string => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

/**
 * The first anniversary of a day that comes after another: of 29 February the 28th, and the 29th again in the next leap
 * year.
 */
export const anniversaryAfter = (of: string, after: string): string => {
  let years = Math.max(1, Number(after.slice(0, 4)) - Number(of.slice(0, 4)));
  while (monthsAfter(of, 12 * years) <= after) years += 1;
  return monthsAfter(of, 12 * years);
};

/** How long after its review was due an accreditation holds while nobody decides it, in months. The programme says nothing of it. */
const GRACE_MONTHS = 3;

/** An accreditation year: its first day, the day its review is due, and the one on which it lapses unless that is decided. */
export interface AccreditationYear {
  readonly yearFrom: string;
  readonly reviewDueOn: string;
  readonly lapsesOn: string;
}

/** From when an accreditation whose review is due on a day holds no more, while nobody decides it. */
export const graceAfter = (reviewDueOn: string): string => monthsAfter(reviewDueOn, GRACE_MONTHS);

/** R46 (E18): the year that begins on a day, as it is counted from the day of the accreditation or its restoration. */
export const yearFrom = (begun: string, day: string): AccreditationYear => {
  const reviewDueOn = anniversaryAfter(begun, day);
  return { yearFrom: day, reviewDueOn, lapsesOn: graceAfter(reviewDueOn) };
};

/** R41, R46 (E15): what a positive decision creates: membership at once, and the first review a year later. */
export const accredited = (day: string): { accreditedOn: string } & AccreditationYear => ({
  accreditedOn: day,
  ...yearFrom(day, day),
});

/** What the standing of an accreditation is told by. */
export interface Held {
  readonly reviewDueOn: string;
  /** The day from which it holds no more, unless its review is decided or its conditions are met before. */
  readonly lapsesOn: string;
  /** The last day for its conditions to be met; null without conditions. */
  readonly conditionsUntil: string | null;
  readonly withdrawnOn: string | null;
}

/** Whether an accreditation holds on a day, and whether its yearly review is overdue. */
export const standing = (
  { reviewDueOn, lapsesOn, conditionsUntil, withdrawnOn }: Held,
  today: string,
): AccreditationStanding => {
  if (withdrawnOn !== null && withdrawnOn <= today) return AccreditationStanding.WITHDRAWN;
  if (lapsesOn <= today) return AccreditationStanding.LAPSED;
  if (reviewDueOn < today) return AccreditationStanding.REVIEW_DUE;
  return conditionsUntil === null ? AccreditationStanding.ACTIVE : AccreditationStanding.CONDITIONAL;
};

/** Since when it has lapsed by a day; null while it has not. What had been withdrawn before did not hold, and lapsed no more. */
export const lapsedBy = (
  { lapsesOn, withdrawnOn }: Pick<Held, "lapsesOn" | "withdrawnOn">,
  today: string,
): string | null => (lapsesOn <= today && (withdrawnOn === null || lapsesOn <= withdrawnOn) ? lapsesOn : null);

/** Whether an accreditation that began on a day holds on another: to the day before it lapsed or was withdrawn. */
export const holdsOn = (
  { accreditedOn, lapsesOn, withdrawnOn }: { accreditedOn: string } & Pick<Held, "lapsesOn" | "withdrawnOn">,
  day: string,
): boolean => accreditedOn <= day && day < lapsesOn && (withdrawnOn === null || day < withdrawnOn);
