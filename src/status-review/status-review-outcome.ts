/** How a yearly review may be decided. */
export enum StatusReviewOutcome {
  RENEWED = "RENEWED",
  CONDITIONAL = "CONDITIONAL",
  LAPSED = "LAPSED",
}
