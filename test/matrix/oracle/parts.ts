/**
 * Object types that are no things: who sees what holds them sees their fields, and their edges to things ask for rights
 * of their own. Each field is looked at on the road that is named.
 */
export const PARTS: Readonly<Record<string, { readonly fields: string; readonly road: string }>> = {
  Money: { fields: "amountMinor currency formatted", road: "nodes" },
  ApplicationQuestion: { fields: "number text asksForReview", road: "nodes" },
  Statement: {
    fields: "from to openingBalance lines complete totals amount vat withVat closingBalance rates",
    road: "nodes",
  },
  StatementLine: { fields: "charge raisedAt kind purpose amount vat withVat balance", road: "nodes" },
  StatementTotal: { fields: "kind amount vat withVat", road: "nodes" },
  StatementRate: { fields: "person rate payer", road: "nodes" },
  EvidenceMatrixCell: { fields: "area code count source", road: "nodes" },
  TraineeSnapshot: { fields: "at standing cohort enrolledOn pair ready rules erased", road: "nodes" },
  RuleAsOf: { fields: "rule met", road: "nodes" },
  CommissionSnapshot: {
    fields:
      "at stage board pair reviewKind format sector practice commissionedOn startedOn targetOn late pausedOn pausedUntil qualityPassed qualityRecordedOn boardResponse publication publicationAddress erased",
    road: "nodes",
  },
  AccreditationSnapshot: {
    fields:
      "at standing accreditedOn yearFrom reviewDueOn lapsesOn lapsedOn conditionsUntil withdrawnOn restoredOn erased",
    road: "nodes",
  },
  Change: { fields: "name before after", road: "nodes" },
  LaterEvidence: { fields: "evidence submittedAt", road: "nodes" },
  LaterReview: { fields: "commission concerns open", road: "nodes" },
  RuleOutcome: { fields: "rule title phrase met needed actual because next parts", road: "nodes" },
  Reason: { fields: "id text node", road: "nodes" },
  PageInfo: { fields: "hasNextPage hasPreviousPage startCursor endCursor", road: "pages" },
  Viewer: { fields: "person kinds applications trainees seats pairs tasks personalData", road: "viewer" },
  // What is held of one goes by other words than the graph's: `test/personal` looks into it.
  PersonalData: { fields: "held withheld next", road: "personal data" },
  Task: { fields: "kind text since about", road: "viewer" },
  // What anybody may know of reviews: `test/api/review-kinds.test.ts` asks for it, with a token and without.
  KindOfReview: { fields: "kind sectors jurisdictions inForceFrom inForceTo supersededBy named", road: "reviews" },
  FormatOfReview: {
    fields: "format description mostConversations reviewTeamMeetings caseGroupMeetings months",
    road: "reviews",
  },
  // What anybody may know of an accreditation by its number: `test/api/verify-accreditation.test.ts`.
  VerifiedAccreditation: {
    fields: "number standing accreditedOn reviewDueOn lapsedOn withdrawnOn restoredOn programme",
    road: "by number",
  },
  // What anybody is told who has a credential: `test/credential` shows all kinds of them.
  CredentialCheck: { fields: "verdict why reference standing", road: "credentials" },
  // The dry run of an import: `test/import` looks into it, and at who is told nothing.
  ImportCheck: { fields: "of rowCount separator makes faults", road: "dry run" },
  ImportMakes: { fields: "kind count", road: "dry run" },
  ImportFault: { fields: "row column message", road: "dry run" },
  FeedMessage: { fields: "cursor entry subject", road: "messages" },
  CommissionChanged: { fields: "cursor entry commission", road: "messages" },
  SupervisionLogged: { fields: "cursor entry session trainee", road: "messages" },
  EvidenceSubmitted: { fields: "cursor entry evidence trainee", road: "messages" },
  AssessmentDecided: { fields: "cursor entry assessment trainee round outcome", road: "messages" },
  ReadinessChanged: { fields: "cursor entry trainee rule from to", road: "messages" },
  InvalidInput: { fields: "code message path", road: "refusals" },
  NotFound: { fields: "code message path", road: "refusals" },
  Conflict: { fields: "code message path currentVersion", road: "refusals" },
  IdempotencyConflict: { fields: "code message path", road: "refusals" },
  RuleNotMet: { fields: "code message path rule", road: "refusals" },
};

/** The fields of a page of a list and of one of its edges, whatever is listed. */
export const CONNECTION = "edges nodes pageInfo totalCount";
export const EDGE = "cursor node";
/** What every payload has beside its thing. */
export const PAYLOAD = "cursor errors";
/** What some payloads tell once, and no thing holds. */
export const TOLD_ONCE: Readonly<Record<string, string>> = { IssueContributionLinkPayload: "link" };

/** The root lists, and what each holds; beside each the lookup of one of them, by id or reference. */
export const LISTS: Readonly<Record<string, { readonly type: string; readonly one: string }>> = {
  accesses: { type: "Access", one: "access" },
  accreditations: { type: "Accreditation", one: "accreditation" },
  applications: { type: "Application", one: "application" },
  assessments: { type: "Assessment", one: "assessment" },
  boards: { type: "Board", one: "board" },
  cohorts: { type: "Cohort", one: "cohort" },
  commissions: { type: "Commission", one: "commission" },
  directory: { type: "DirectoryEntry", one: "directoryEntry" },
  enquiries: { type: "Enquiry", one: "enquiry" },
  entries: { type: "Entry", one: "entry" },
  evidence: { type: "Evidence", one: "evidenceItem" },
  evidenceDrafts: { type: "EvidenceDraft", one: "evidenceDraft" },
  fidelityConcerns: { type: "FidelityConcern", one: "fidelityConcern" },
  imports: { type: "Import", one: "import" },
  networkMeetings: { type: "NetworkMeeting", one: "networkMeeting" },
  pairs: { type: "Pair", one: "pair" },
  people: { type: "Person", one: "person" },
  programmes: { type: "Programme", one: "programme" },
  supervisionSessions: { type: "SupervisionSession", one: "supervisionSession" },
  trainees: { type: "Trainee", one: "trainee" },
};

/** The other root fields. */
export const LOOKUPS =
  "node nodes changes viewer cursor checkImport verifyCredential reviewKinds reviewFormats verifyAccreditation";

/** The arguments of every list; a filter where the type has any. */
export const PAGE = "first after last before orderBy";

/** The arguments of the fields of things that are no pages. */
export const ARGUMENTS: Readonly<Record<string, string>> = {
  "Accreditation.asOf": "at",
  "Accreditation.statusReview": "suppose",
  "Cohort.breakEvenDays": "dayRateMinor",
  "Commission.asOf": "at",
  "Commission.statement": "from to",
  "Programme.items": "section",
  "Trainee.asOf": "at",
  "Trainee.readiness": "suppose",
  "Trainee.statement": "from to",
};

/** What the id in an argument or input is of: "id" itself is of what its field answers with. */
export const IDS: Readonly<Record<string, string>> = {
  about: "anything",
  ids: "anything",
  accreditationId: "Accreditation",
  appealId: "Appeal",
  applicationId: "Application",
  areaId: "CompetencyArea",
  areaIds: "CompetencyArea",
  assessmentId: "Assessment",
  assessorId: "Person",
  boardId: "Board",
  bookingId: "Booking",
  chargeId: "Charge",
  cohortId: "Cohort",
  commissionId: "Commission",
  contributorId: "Contributor",
  courseDayId: "CourseDay",
  credentialId: "Credential",
  criterionId: "ProgrammeItem",
  directoryEntryId: "DirectoryEntry",
  documentId: "Document",
  endorsementId: "Endorsement",
  evidenceDraftId: "EvidenceDraft",
  enquiryId: "Enquiry",
  evidenceId: "Evidence",
  evidenceIds: "Evidence",
  facilitatorIds: "Person",
  fidelityConcernId: "FidelityConcern",
  informationRequestId: "InformationRequest",
  itemId: "ProgrammeItem",
  itemIds: "ProgrammeItem",
  meetingId: "NetworkMeeting",
  pairId: "Pair",
  personId: "Person",
  leavingPersonId: "Person",
  joiningPersonId: "Person",
  personIds: "Person",
  programmeId: "Programme",
  rateOfferId: "RateOffer",
  replacesId: "Evidence",
  reviewerId: "Person",
  sessionId: "SupervisionSession",
  supervisorId: "Person",
  traineeId: "Trainee",
  traineeIds: "Trainee",
  withId: "Person",
};
