import { AccreditationStanding } from "./accreditation-standing";

/** The same day a year later; 29 February gives 28 February. */
export const yearAfter = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return `${year + 1}-${String(month).padStart(2, "0")}-${String(Math.min(date, last)).padStart(2, "0")}`;
};

/** R41, R46 (E15): what a positive decision creates: membership at once, and the first review a year later. */
export const accredited = (day: string): { accreditedOn: string; reviewDueOn: string } => ({
  accreditedOn: day,
  reviewDueOn: yearAfter(day),
});

/** Whether an accreditation holds on a day, and whether its yearly review is overdue. */
export const standing = (
  { reviewDueOn, lapsedOn, withdrawnOn }: { reviewDueOn: string; lapsedOn: string | null; withdrawnOn: string | null },
  today: string,
): AccreditationStanding => {
  if (withdrawnOn !== null && withdrawnOn <= today) return AccreditationStanding.WITHDRAWN;
  if (lapsedOn !== null && lapsedOn <= today) return AccreditationStanding.LAPSED;
  return reviewDueOn < today ? AccreditationStanding.REVIEW_DUE : AccreditationStanding.ACTIVE;
};
