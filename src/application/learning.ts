/** What the learning from a review was about, as the sixth question asks. */
export enum LearningIssue {
  CULTURAL = "CULTURAL",
  ORGANISATIONAL = "ORGANISATIONAL",
}

/** What the issue does to safeguarding work. */
export enum LearningEffect {
  HELPS = "HELPS",
  HINDERS = "HINDERS",
}
