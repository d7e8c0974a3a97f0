/** Where a trainee stands with the programme. */
export enum TraineeStanding {
  /** On the course or the practice review. */
  ENROLLED = "ENROLLED",
  /** Accredited: a reviewer and member of the network. */
  ACCREDITED = "ACCREDITED",
  /** Left before accreditation. */
  WITHDRAWN = "WITHDRAWN",
}
