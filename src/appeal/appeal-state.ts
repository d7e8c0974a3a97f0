/** What has become of an appeal. */
export enum AppealState {
  OPEN = "OPEN",
  UPHELD = "UPHELD",
  DISMISSED = "DISMISSED",
  WITHDRAWN = "WITHDRAWN",
}

/** How an appeal may be decided. */
export enum AppealOutcome {
  UPHELD = "UPHELD",
  DISMISSED = "DISMISSED",
}
