import { AccreditationStanding } from "./accreditation-standing";
export const standing = (
  a: { reviewDueOn: string; lapsedOn: string | null; withdrawnOn: string | null },
  today: string,
) => (a.reviewDueOn < today ? AccreditationStanding.REVIEW_DUE : AccreditationStanding.ACTIVE);
