import { Kind } from "./kind";

/** The days that an accreditation stands by. */
const DAYS = [
  ...(["accreditedOn", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil"] as const),
  ...(["withdrawnOn", "restoredOn"] as const),
] as const;

/** Assessments, and the accreditation that may come of one. */
export const ASSESSMENT = {
  AssessmentOpened: {
    sees: "judgements",
    opens: "subjectId",
    facts: ["round", "assessorId", "assessorSupervised", "commission", "evidenceIds"],
    description: "An assessment was opened, and what it is judged on was fixed.",
  },
  EvidenceTakenIn: {
    sees: "judgements",
    opens: "subjectId",
    facts: ["round", "evidenceIds"],
    description: "Evidence that had arrived since was added to what an assessment is judged on.",
  },
  JudgementRecorded: {
    sees: "judgements",
    opens: "assessmentId",
    facts: ["assessmentId", "round", "area", "rating", "evidenceIds"],
    description: "One area was judged.",
  },
  AssessmentDecided: {
    sees: "judgements",
    opens: "subjectId",
    facts: ["round", "outcome", "summary", "ratings"],
    description: "An assessment was decided; the trainee is not told yet.",
  },
  AssessmentReleased: {
    sees: "judgements",
    opens: "subjectId",
    opened: "released",
    changesScope: true,
    facts: ["round", "outcome"],
    description: "The decision and judgements were released to the trainee.",
  },
  DecisionAppealed: {
    sees: "judgements",
    opens: "assessmentId",
    opened: "released",
    facts: ["assessmentId", "round", "grounds"],
    description: "The trainee appealed against a decision that was released to them.",
  },
  AppealAssigned: {
    sees: "judgements",
    opens: "assessmentId",
    opened: "released",
    reason: "to correct",
    facts: ["assessmentId", "round", "from", "to"],
    description: "An appeal was given to an assessor who had no part in what it is about, or to another.",
  },
  AppealDecided: {
    sees: "judgements",
    opens: "assessmentId",
    opened: "released",
    facts: ["assessmentId", "round", "from", "to", "reasons"],
    description: "An appeal was upheld or dismissed.",
  },
  AppealWithdrawn: {
    sees: "judgements",
    opens: "assessmentId",
    opened: "released",
    reason: "if told",
    facts: ["assessmentId", "round", "from", "to"],
    description: "The trainee took an appeal back.",
  },
  DecisionSetAside: {
    sees: "judgements",
    opens: "subjectId",
    opened: "released",
    facts: ["round", "outcome"],
    description: "A decision was set aside, on appeal: a further round may be opened by another assessor.",
  },
  AccreditationGranted: {
    sees: "judgements",
    opens: "assessmentId",
    facts: ["assessmentId", "reference", "accreditedOn", "yearFrom", "reviewDueOn", "lapsesOn"],
    description: "A decision created an accreditation; the trainee and others are not told yet.",
  },
  AccreditationReleased: {
    sees: "name",
    changesScope: true,
    facts: ["reference", "standing", ...DAYS],
    description: "A person became known as an accredited reviewer and member of the network.",
  },
  ReadinessChanged: {
    sees: "readiness",
    facts: ["rule", "from", "to"],
    description: "A rule of readiness became met, or no longer is.",
  },
} as const satisfies Record<string, Kind>;
