/** Of an assessment, over the alias `a`: its trainee knows that it ended the matter, and its decision stands. */
export const FINAL = "a.releasedAt IS NOT NULL AND a.outcome <> 'FURTHER_EVIDENCE_NEEDED' AND a.setAsideAt IS NULL";

/** And no appeal is open by which it may be set aside yet. */
export const UNAPPEALED = "NOT EXISTS (SELECT 1 FROM appeal x WHERE x.assessmentId = a.id AND x.state = 'OPEN')";
