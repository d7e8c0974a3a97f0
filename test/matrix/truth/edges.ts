import { Row, Truth } from "./truth";

/** A list's far side: rows of a type whose column holds the parent's id, or which a tie leads to. */
type Far =
  | readonly [type: string, column: string]
  | readonly [type: string, tie: string, parent: string, child: string];

/** Where each list of a thing leads, from the tables' keys. */
const LISTED: Readonly<Record<string, Readonly<Record<string, Far>>>> = {
  Accreditation: {
    fidelityConcerns: ["FidelityConcern", "accreditationId"],
    networkAttendance: ["NetworkAttendance", "accreditationId"],
    statusReviews: ["StatusReview", "accreditationId"],
  },
  Application: {
    answers: ["ApplicationAnswer", "applicationId"],
    scores: ["CriterionScore", "applicationId"],
    documents: ["Document", "applicationId"],
  },
  Assessment: {
    judgements: ["Judgement", "assessmentId"],
    evidence: ["Evidence", "assessment_evidence", "assessmentId", "evidenceId"],
  },
  Board: {
    seats: ["Seat", "boardId"],
    commissions: ["Commission", "boardId"],
    charges: ["Charge", "boardId"],
  },
  Charge: { creditNotes: ["Charge", "creditsId"] },
  Cohort: {
    applications: ["Application", "cohortId"],
    courseDays: ["CourseDay", "cohortId"],
    trainees: ["Trainee", "cohortId"],
  },
  Commission: {
    formerPairs: ["Pair", "former_pair", "commissionId", "pairId"],
    documents: ["Document", "commissionId"],
    rateOffers: ["RateOffer", "commissionId"],
    supervision: ["SupervisionSession", "commissionId"],
    charges: ["Charge", "commissionId"],
    contributors: ["Contributor", "commissionId"],
    informationRequests: ["InformationRequest", "commissionId"],
    timeline: ["Entry", "commissionId"],
  },
  Contribution: { parts: ["ContributionPart", "contributionId"] },
  Contributor: {
    about: ["Trainee", "contributor_about", "contributorId", "traineeId"],
    areas: ["CompetencyArea", "contributor_area", "contributorId", "areaId"],
  },
  CourseDay: {
    attendance: ["CourseAttendance", "courseDayId"],
    facilitators: ["Person", "course_day_facilitator", "courseDayId", "personId"],
    items: ["ProgrammeItem", "course_day_item", "courseDayId", "itemId"],
  },
  Evidence: {
    documents: ["Document", "evidenceId"],
    about: ["Trainee", "evidence_about", "evidenceId", "traineeId"],
    areas: ["CompetencyArea", "evidence_area", "evidenceId", "areaId"],
  },
  EvidenceDraft: {
    documents: ["Document", "evidenceDraftId"],
    about: ["Trainee", "evidence_draft_about", "draftId", "traineeId"],
    areas: ["CompetencyArea", "evidence_draft_area", "draftId", "areaId"],
  },
  Judgement: { evidence: ["Evidence", "judgement_evidence", "judgementId", "evidenceId"] },
  NetworkMeeting: { attendance: ["NetworkAttendance", "meetingId"] },
  Pair: { members: ["PairMember", "pairId"], commissions: ["Commission", "pairId"] },
  Programme: {
    items: ["ProgrammeItem", "programmeId"],
    endorsements: ["Endorsement", "programmeId"],
    fees: ["Fee", "programmeId"],
    standards: ["Standard", "programmeId"],
    cohorts: ["Cohort", "programmeId"],
    networkMeetings: ["NetworkMeeting", "programmeId"],
  },
  Standard: { areas: ["CompetencyArea", "standardId"] },
  SupervisionSession: {
    attendance: ["SupervisionAttendance", "sessionId"],
    bookings: ["Booking", "sessionId"],
    facilitators: ["Person", "supervision_facilitator", "sessionId", "personId"],
  },
  Trainee: {
    staff: ["StaffAssignment", "traineeId"],
    courseAttendance: ["CourseAttendance", "traineeId"],
    supervision: ["SupervisionSession", "SupervisionAttendance", "traineeId", "sessionId"],
    bookings: ["Booking", "traineeId"],
    evidence: ["Evidence", "evidence_about", "traineeId", "evidenceId"],
    assessments: ["Assessment", "traineeId"],
    charges: ["Charge", "traineeId"],
    timeline: ["Entry", "traineeId"],
  },
  Viewer: {
    applications: ["Application", "personId"],
    trainees: ["Trainee", "personId"],
    seats: ["Seat", "personId"],
    pairs: ["Pair", "PairMember", "personId", "pairId"],
  },
};

/** Rows of which lists hold only some. */
const STANDS: Readonly<Record<string, (row: Row) => boolean>> = {
  Document: ({ state }) => state !== "REMOVED",
  ProgrammeItem: ({ retiredOn }) => retiredOn === null,
};

/** The rows that a list of a thing has, for whoever sees all. */
export const listed = (truth: Truth, type: string, field: string, id: unknown): readonly Row[] => {
  const far = LISTED[type]?.[field];
  if (!far) throw new Error(`Where does the list ${type}.${field} lead? Say so in edges.ts.`);
  const [of, table, parent, child] = far;
  if (parent === undefined || child === undefined) return truth.where(of, table, id).filter(STANDS[of] ?? (() => true));
  return truth.where(table, parent, id).map((tie) => truth.row(tie[child]));
};

/** The id that an edge to one thing leads to: it stands in the column of the field's name, but for these. */
export const target = (truth: Truth, type: string, field: string, row: Row): unknown => {
  if (type === "Trainee" && field === "accreditation") {
    return truth.where("Accreditation", "traineeId", row.id)[0]?.id ?? null;
  }
  if (type === "Accreditation" && field === "credential") {
    return truth.where("Credential", "currentOf", row.id)[0]?.id ?? null;
  }
  if (field === "contribution" && (type === "Evidence" || type === "Contributor")) {
    const key = type === "Evidence" ? "evidenceId" : "contributorId";
    return truth.where("Contribution", key, row.id)[0]?.id ?? null;
  }
  if (type === "Evidence" && field === "replacedBy")
    return truth.where("Evidence", "replacesId", row.id)[0]?.id ?? null;
  if (type === "Assessment" && field === "appeal") return truth.where("Appeal", "assessmentId", row.id)[0]?.id ?? null;
  const key = `${field}Id`;
  if (!(key in row)) throw new Error(`Where does the edge ${type}.${field} lead? There is no column ${key}.`);
  return row[key];
};
