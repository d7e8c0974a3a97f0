import { Kind } from "./kind";

/** Boards, trainees, the course, pairs and who is assigned. */
export const COURSE = {
  BoardRegistered: {
    sees: "board",
    facts: ["reference", "name", "kind", "sector", "jurisdiction"],
    description: "A safeguarding board was registered.",
  },
  BoardChanged: {
    sees: "board",
    reason: "required",
    facts: ["name", "kind", "sector", "jurisdiction"],
    description: "What is known of a safeguarding board was corrected.",
  },
  TraineeEnrolled: {
    sees: "name",
    changesScope: true,
    facts: ["reference", "cohort", "enrolledOn"],
    description: "A person became a trainee of a cohort.",
  },
  FeeCharged: {
    sees: "fee",
    facts: ["kind", "purpose", "amountMinor", "vatPercent", "vatMinor", "currency"],
    description: "A trainee was charged the programme's fee.",
  },
  FeeCredited: {
    sees: "fee",
    reason: "required",
    facts: ["kind", "purpose", "amountMinor", "vatPercent", "vatMinor", "currency", "credits"],
    description: "A credit note took back what a trainee was charged, or a part of it.",
  },
  TraineeDeferred: {
    sees: "readiness",
    reason: "required",
    facts: ["reference", "cohort", "cohortId"],
    description: "A trainee was moved to a later cohort.",
  },
  TraineeWithdrawn: {
    sees: "readiness",
    reason: "required",
    facts: ["reference", "cohort", "standing"],
    description: "A trainee left the programme before accreditation.",
  },
  TraineeReturned: {
    sees: "readiness",
    reason: "required",
    facts: ["reference", "cohort", "cohortId", "standing"],
    description: "Somebody who had left is a trainee again.",
  },
  PlaceTakenUp: {
    sees: "application",
    facts: ["reference", "from", "to", "traineeId"],
    description: "Who had confirmed a place became a trainee of it.",
  },
  CourseDayChanged: {
    sees: "groupDay",
    reason: "required",
    facts: ["day", "date", "venue", "topics", "itemIds", "facilitatorIds"],
    description: "A course day was corrected: when or where it is, what it covers, who runs it.",
  },
  CourseAttendanceRecorded: {
    sees: "attendance",
    reason: "to correct",
    facts: ["day", "date", "from", "to"],
    description: "Whether a trainee was there on a course day.",
  },
  PairFormed: {
    sees: "name",
    changesScope: true,
    facts: ["reference", "personIds", "pairId"],
    description: "Two people will work as a pair; `pairId` says in which pair's place, where a partner left.",
  },
  ReviewerLeft: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["reference", "dissolvedOn"],
    description: "Somebody accredited left a pair, which came to its end by that.",
  },
  PairDissolved: {
    sees: "name",
    changesScope: true,
    reason: "required",
    facts: ["reference", "dissolvedOn"],
    description: "A pair came to its end.",
  },
  StaffAssigned: {
    sees: "readiness",
    changesScope: true,
    facts: ["personId", "role"],
    description: "A supervisor or assessor was assigned to a trainee.",
  },
  StaffUnassigned: {
    sees: "readiness",
    changesScope: true,
    reason: "required",
    facts: ["personId", "role", "endedOn"],
    description: "A supervisor or assessor is no longer assigned to a trainee.",
  },
} as const satisfies Record<string, Kind>;
