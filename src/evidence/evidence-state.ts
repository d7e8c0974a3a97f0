/** Whether an item of evidence counts. */
export enum EvidenceState {
  SUBMITTED = "SUBMITTED",
  RETURNED = "RETURNED",
  WITHDRAWN = "WITHDRAWN",
}
