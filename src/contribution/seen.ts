/** What was given is about whom its item of evidence is about. */
export const ABOUT = "EXISTS (SELECT 1 FROM evidence_about a WHERE a.evidenceId = t.evidenceId AND a.traineeId IN ($))";

export const ABOUT_PART = `EXISTS (SELECT 1 FROM contribution c JOIN evidence_about a ON a.evidenceId = c.evidenceId
  WHERE c.id = t.contributionId AND a.traineeId IN ($))`;

/** Those it is about read it if whoever wrote it agreed. */
export const AGREED_PART = "EXISTS (SELECT 1 FROM contribution c WHERE c.id = t.contributionId AND c.agreed = 1)";

/** The same of an item of evidence: it has been opened if it is a contribution whose writer agreed. */
export const AGREED_ITEM = "EXISTS (SELECT 1 FROM contribution c WHERE c.evidenceId = t.id AND c.agreed = 1)";
