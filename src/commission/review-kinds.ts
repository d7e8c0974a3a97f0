import { Jurisdiction } from "../board/jurisdiction";
import { Sector } from "../board/sector";
import { ReviewKind } from "./review-kind";

/** What is known of a kind of review. */
export interface KindOfReview {
  readonly kind: ReviewKind;
  readonly sectors: readonly Sector[];
  /** Where the law knows it; empty where no law binds it to a place. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** The first and the last day on which the law knew it; null where it sets none. */
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly supersededBy: ReviewKind | null;
  /** Whether the programme's own text names it. */
  readonly named: boolean;
}

const { CHILDREN, ADULTS } = Sector;
const { ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND } = Jurisdiction;
const BOTH = [CHILDREN, ADULTS];

const NOBODY_ENDED_IT = { inForceTo: null, supersededBy: null };

/** R1, R5, R6: whom each kind of review is about, where it is held and from when to when: see the note on them. */
export const REVIEW_KINDS: Readonly<Record<ReviewKind, Omit<KindOfReview, "kind">>> = {
  [ReviewKind.SERIOUS_CASE_REVIEW]: {
    ...{ sectors: [CHILDREN], jurisdictions: [ENGLAND], named: true },
    ...{ inForceFrom: "2006-04-01", inForceTo: "2019-09-29" },
    supersededBy: ReviewKind.LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW,
  },
  [ReviewKind.SIGNIFICANT_CASE_REVIEW]: {
    ...{ sectors: BOTH, jurisdictions: [SCOTLAND], named: true },
    ...{ inForceFrom: "2007-03-01", inForceTo: "2021-09-01", supersededBy: ReviewKind.LEARNING_REVIEW },
  },
  [ReviewKind.SAFEGUARDING_ADULT_REVIEW]: {
    ...{ sectors: [ADULTS], jurisdictions: [ENGLAND], named: true },
    ...{ inForceFrom: "2015-04-01", ...NOBODY_ENDED_IT },
  },
  [ReviewKind.LEARNING_REVIEW]: {
    ...{ sectors: BOTH, jurisdictions: [], named: true },
    ...{ inForceFrom: null, ...NOBODY_ENDED_IT },
  },
  [ReviewKind.DOMESTIC_HOMICIDE_REVIEW]: {
    ...{ sectors: BOTH, jurisdictions: [ENGLAND, WALES], named: true },
    ...{ inForceFrom: "2011-04-13", ...NOBODY_ENDED_IT },
  },
  [ReviewKind.LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW]: {
    ...{ sectors: [CHILDREN], jurisdictions: [ENGLAND], named: false },
    ...{ inForceFrom: "2018-06-29", ...NOBODY_ENDED_IT },
  },
  [ReviewKind.CHILD_PRACTICE_REVIEW]: {
    ...{ sectors: [CHILDREN], jurisdictions: [WALES], named: false },
    ...{ inForceFrom: "2013-01-01", inForceTo: "2024-09-30" },
    supersededBy: ReviewKind.SINGLE_UNIFIED_SAFEGUARDING_REVIEW,
  },
  [ReviewKind.ADULT_PRACTICE_REVIEW]: {
    ...{ sectors: [ADULTS], jurisdictions: [WALES], named: false },
    ...{ inForceFrom: "2016-04-06", inForceTo: "2024-09-30" },
    supersededBy: ReviewKind.SINGLE_UNIFIED_SAFEGUARDING_REVIEW,
  },
  [ReviewKind.SINGLE_UNIFIED_SAFEGUARDING_REVIEW]: {
    ...{ sectors: BOTH, jurisdictions: [WALES], named: false },
    ...{ inForceFrom: "2024-10-01", ...NOBODY_ENDED_IT },
  },
  [ReviewKind.CASE_MANAGEMENT_REVIEW]: {
    ...{ sectors: [CHILDREN], jurisdictions: [NORTHERN_IRELAND], named: false },
    ...{ inForceFrom: null, ...NOBODY_ENDED_IT },
  },
  [ReviewKind.MULTI_AGENCY_AUDIT]: {
    ...{ sectors: BOTH, jurisdictions: [], named: false },
    ...{ inForceFrom: null, ...NOBODY_ENDED_IT },
  },
};

export const reviewKinds = (): KindOfReview[] =>
  Object.values(ReviewKind).map((kind) => ({ kind, ...REVIEW_KINDS[kind] }));
