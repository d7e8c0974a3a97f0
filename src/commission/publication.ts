/** What a board does with the report. Publication is a decision, not a given. */
export enum Publication {
  FULL = "FULL",
  SUMMARY_ONLY = "SUMMARY_ONLY",
  WITHHELD = "WITHHELD",
}
