/** What became of a draft of evidence. */
export enum DraftState {
  OPEN = "OPEN",
  SUBMITTED = "SUBMITTED",
  DISCARDED = "DISCARDED",
}
