/** The overall judgement of an assessment. */
export enum AssessmentOutcome {
  ACCREDIT = "ACCREDIT",
  FURTHER_EVIDENCE_NEEDED = "FURTHER_EVIDENCE_NEEDED",
  NOT_ACCREDITED = "NOT_ACCREDITED",
}
