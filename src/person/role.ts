/** What a person may be to the programme. */
export enum Role {
  /** Runs the programme: cohorts, people, pairs, quality assurance, releases. */
  PROGRAMME_LEAD = "PROGRAMME_LEAD",
  /** Supervises trainees, in groups and one to one. */
  SUPERVISOR = "SUPERVISOR",
  /** Assesses trainees on evidence. */
  ASSESSOR = "ASSESSOR",
}
