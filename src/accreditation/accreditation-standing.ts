/** Whether an accreditation holds on a day. */
export enum AccreditationStanding {
  ACTIVE = "ACTIVE",
  CONDITIONAL = "CONDITIONAL",
  REVIEW_DUE = "REVIEW_DUE",
  LAPSED = "LAPSED",
  WITHDRAWN = "WITHDRAWN",
}
