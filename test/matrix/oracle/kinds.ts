/** Who may read of something that happened, and what they may read. */
export interface Kind {
  /** The row of section 5 of what it tells of: "entries: about what they may see". */
  readonly row: string;
  /**
   * Whose matter it is: its subject's; or that of the trainee it names, where the subject is a day that many share; or
   * its writer's alone;
   * nobody's in particular when left out.
   */
  readonly about?: "its subject" | "its trainee" | "its trainee too" | "its writer";
  /** Whether it tells the trainee what was kept until then. */
  readonly opened?: true;
  /** The names of its facts, and no others: everybody who sees the entry reads all of them. */
  readonly facts: string;
}

const PUBLIC = "programme, standard, open cohorts";
const APPLICATION = "application, enquiry";
const DRAFT = "application draft";
const NAME = "name, cohort, standing";
const ATTENDANCE = "course and group attendance";
const EVIDENCE = "evidence, matrix";
const INDIVIDUAL = "individual supervision: date, length, charge";
const JUDGED = "judgements, decision";
const COMMISSION = "commission, rate, stage, dates, QA outcome";
const CHARGES = "charges to the board";
const ASKED = "whom a pair asked";
const CONTRIBUTED = "contributor's identity and words";
const FEE = "programme fee";
const STATUS = "status review, fidelity concern";

const about = (row: string, whose: Kind["about"], facts: string, more: { opened?: true } = {}): Kind => ({
  row,
  facts,
  ...(whose ? { about: whose } : {}),
  ...more,
});

/** Every kind of entry. A new kind is a line here; until then the matrix is red. */
export const KINDS: Readonly<Record<string, Kind>> = {
  PersonInvited: about(NAME, "its subject", "name"),
  PersonLinked: about("roles", "its subject", "email from to"),
  PersonProvisioned: about("roles", "its subject", "name email issuer subject"),
  PersonRenamed: about("person", "its subject", "name"),
  ContactDetailsChanged: about("contact details", "its subject", "email phone"),
  PersonDisabled: about("roles", "its subject", ""),
  PersonEnabled: about("roles", "its subject", "disabledAt"),
  ErasureRequested: about("roles", "its subject", ""),
  PersonErased: about("roles", "its subject", "entryIds"),
  DraftsErased: about(DRAFT, "its subject", "entryIds"),
  AccessRecordsExpired: about("roles", undefined, "before count"), // of nobody in particular: the lead's
  SignedOutEverywhere: about("roles", "its subject", ""),
  RoleGranted: about("roles", "its subject", "role"),
  RoleRevoked: about("roles", "its subject", "role"),
  SeatGranted: about(CHARGES, "its subject", "personId since endedOn"),
  SeatEnded: about(CHARGES, "its subject", "personId endedOn"),
  PeopleImported: about("office", undefined, "rowCount digest"),
  BoardsImported: about("office", undefined, "rowCount digest"),
  CourseAttendanceImported: about("office", undefined, "rowCount digest courseDayId"),
  ProgrammeCreated: about(PUBLIC, undefined, "reference name standard"),
  ItemsPublished: about(PUBLIC, undefined, "section from to"),
  ProgrammeChanged: about(PUBLIC, undefined, "name summary contactEmail"),
  EndorsementRecorded: about(PUBLIC, undefined, "by number since"),
  EndorsementEnded: about(PUBLIC, undefined, "by number until"),
  StandardPublished: about(PUBLIC, undefined, "number standard areas"),
  FeeSet: about(PUBLIC, undefined, "appliesFrom amountMinor vatPercent currency before"),
  CohortOpened: about(PUBLIC, undefined, "reference name applyBy capacity standard courseDays feeMinor vatPercent"),
  CohortChanged: about(PUBLIC, undefined, "name opensOn applyBy decisionsExpected capacity"),
  ApplicationBegun: about(DRAFT, "its subject", "reference cohort cvReference statement commitsTime"),
  ApplicationChanged: about(DRAFT, "its subject", "cvReference statement commitsTime"),
  AnswerWritten: about(DRAFT, "its subject", "question text reviewKind issue effect"),
  DraftWithdrawn: about(DRAFT, "its subject", "reference from to"),
  ApplicationSubmitted: about(APPLICATION, "its subject", "reference cohort from to"),
  ApplicationWithdrawn: about(APPLICATION, "its subject", "reference from to"),
  CriterionScored: about("selection", "its subject", "reference criterionId from to comment"),
  ApplicationDecided: about(APPLICATION, "its subject", "reference from to confirmBy decisionReason"),
  MovedUp: about(APPLICATION, "its subject", "reference from to confirmBy decidedAt decisionReason"),
  OfferWithdrawn: about(APPLICATION, "its subject", "reference from to decidedAt decisionReason"),
  PlaceConfirmed: about(APPLICATION, "its subject", "reference from to"),
  PlaceDeclined: about(APPLICATION, "its subject", "reference from to"),
  ApplicationReopened: about(
    DRAFT,
    "its subject",
    "reference from to submittedAt decidedAt decisionReason confirmBy confirmedAt",
  ),
  CallRequested: about(APPLICATION, "its subject", "programme question phone preferredTimes"),
  CallArranged: about(APPLICATION, "its subject", "from to withId"),
  EnquiryClosed: about(APPLICATION, "its subject", ""),
  BoardRegistered: about("board", undefined, "reference name kind sector jurisdiction"),
  BoardChanged: about("board", undefined, "name kind sector jurisdiction"),
  TraineeEnrolled: about(NAME, "its subject", "reference cohort enrolledOn"),
  FeeCharged: about(FEE, "its subject", "kind purpose amountMinor vatPercent vatMinor currency"),
  FeeCredited: about(FEE, "its subject", "kind purpose amountMinor vatPercent vatMinor currency credits"),
  TraineeDeferred: about("readiness", "its subject", "reference cohort cohortId"), // why may be one's own affair
  TraineeWithdrawn: about("readiness", "its subject", "reference cohort standing"),
  TraineeReturned: about("readiness", "its subject", "reference cohort cohortId standing"),
  PlaceTakenUp: about(APPLICATION, "its subject", "reference from to traineeId"),
  CourseDayChanged: about("group day", undefined, "day date venue topics itemIds facilitatorIds"),
  CourseAttendanceRecorded: about(ATTENDANCE, "its trainee", "day date from to"),
  PairFormed: about(NAME, "its trainee too", "reference personIds pairId"), // one for each of the two
  ReviewerLeft: about("roles", "its subject", "reference dissolvedOn"), // of a person that others know from elsewhere
  PairDissolved: about(NAME, "its trainee too", "reference dissolvedOn"),
  StaffAssigned: about("readiness", "its subject", "personId role"),
  StaffUnassigned: about("readiness", "its subject", "personId role endedOn"),
  CommissionProposed: about(
    COMMISSION,
    "its subject",
    "reference board pair reviewKind format sector practice targetOn",
  ),
  RateOffered: about(COMMISSION, "its subject", "reference personId offeredBy amountMinor currency before"),
  RateAccepted: about(COMMISSION, "its subject", "reference personId offeredBy amountMinor currency"),
  RateWithdrawn: about(COMMISSION, "its subject", "reference personId offeredBy amountMinor currency"),
  CommissionGranted: about(COMMISSION, "its subject", "reference from to commissionedOn targetOn"),
  CommissionDeclined: about(COMMISSION, "its subject", "reference from to"),
  CommissionReassigned: about(COMMISSION, "its subject", "reference pair pairId personId"),
  CommissionAdvanced: about(COMMISSION, "its subject", "reference from to startedOn boardResponse"),
  TargetDayAgreed: about(COMMISSION, "its subject", "reference targetOn"),
  CommissionOverdue: about(COMMISSION, "its subject", "reference targetOn"),
  CommissionPaused: about(COMMISSION, "its subject", "reference pausedOn pausedUntil"),
  CommissionResumed: about(COMMISSION, "its subject", "reference pausedOn pausedUntil targetOn"),
  CommissionAbandoned: about(COMMISSION, "its subject", "reference from to pausedOn pausedUntil"),
  QualityAssured: about(COMMISSION, "its subject", "reference from to qualityPassed qualityRecordedOn"),
  QualityCorrected: about(COMMISSION, "its subject", "reference from to qualityPassed"),
  QualityNoted: about("quality notes", "its subject", "reference qualityNotes"),
  PublicationDecided: about(COMMISSION, "its subject", "reference from to publication publicationAddress"),
  BoardResponseCorrected: about(COMMISSION, "its subject", "reference boardResponse"),
  PublicationCorrected: about(COMMISSION, "its subject", "reference publication publicationAddress"),
  InformationRequested: about(COMMISSION, "its subject", "reference askedBy request dueOn"),
  InformationAnswered: about(COMMISSION, "its subject", "reference from to response"),
  InformationRequestWithdrawn: about(COMMISSION, "its subject", "reference from to"),
  SupervisionScheduled: about("group day", undefined, "date venue capacity supervisorId facilitatorIds"),
  GroupSupervisionChanged: about("group day", undefined, "date venue capacity supervisorId facilitatorIds"),
  GroupSupervisionCancelled: about("group day", undefined, "date"),
  GroupSupervisionBooked: about(ATTENDANCE, "its subject", "sessionId date from to"),
  BookingMovedUp: about(ATTENDANCE, "its subject", "sessionId date from to"),
  BookedDayMoved: about(ATTENDANCE, "its subject", "sessionId from to"),
  BookingCancelled: about(ATTENDANCE, "its subject", "sessionId date from to"),
  GroupSupervisionAttended: about(ATTENDANCE, "its trainee", "date from to"),
  IndividualSupervisionLogged: about(
    INDIVIDUAL,
    "its subject",
    "date minutes amountMinor currency", // the notes are not the board's
  ),
  IndividualSupervisionCorrected: about(INDIVIDUAL, "its subject", "date minutes chargeMinor"),
  IndividualSupervisionStruckOut: about(INDIVIDUAL, "its subject", "date minutes"),
  SupervisionNotesCorrected: about("supervision notes", "its subject", "notes"),
  SupervisionNotesShared: about("supervision notes", "its subject", "date", { opened: true }),
  ChargeRaised: about(CHARGES, "its subject", "payer kind purpose amountMinor vatPercent vatMinor currency"),
  ChargeCredited: about(CHARGES, "its subject", "payer kind purpose amountMinor vatPercent vatMinor currency credits"),
  ContributorNamed: about(ASKED, "its subject", "reference involvement until traineeIds areas"), // not who it is
  ContributionLinkIssued: about(CONTRIBUTED, "its subject", "until revokedAt traineeIds"),
  ContributionLinkRevoked: about(CONTRIBUTED, "its subject", ""),
  ContributionGiven: about(CONTRIBUTED, "its subject", "contributionId evidenceId"),
  ContributorForgotten: about(CONTRIBUTED, "its subject", "entryIds"),
  EvidenceSubmitted: about(EVIDENCE, "its trainee", "source title areas commissionId selfRating replacesId"), // one for each
  EvidenceReturned: about(EVIDENCE, "its trainee", "source title commissionId from to"),
  EvidenceWithdrawn: about(EVIDENCE, "its trainee", "source title commissionId from to"),
  EvidenceReturnedToWriter: about("evidence draft", "its writer", "source title commissionId from to"),
  EvidenceDrafted: about(
    "evidence draft",
    "its writer",
    "commissionId source title text selfRating traineeIds areaIds replacesId",
  ),
  EvidenceDraftChanged: about("evidence draft", "its writer", "title text selfRating areaIds"),
  EvidenceDraftDiscarded: about("evidence draft", "its writer", "from to"),
  EvidenceDraftSubmitted: about("evidence draft", "its writer", "from to evidenceId"),
  CvAnnounced: about(DRAFT, "its subject", "type size applicationId"),
  CvStored: about(DRAFT, "its subject", "type size sha256 applicationId"),
  DraftCvRemoved: about(DRAFT, "its subject", "type size from to"),
  CvRemoved: about(APPLICATION, "its subject", "type size from to"),
  EvidenceDraftFileAnnounced: about("evidence draft", "its writer", "type size documentId"),
  EvidenceDraftFileStored: about("evidence draft", "its writer", "type size sha256 documentId"),
  EvidenceDraftFileRemoved: about("evidence draft", "its writer", "type size from to documentId"),
  EvidenceFileStored: about(EVIDENCE, "its trainee", "type size sha256 evidenceId"), // one for each
  EvidenceFileRemoved: about(EVIDENCE, "its trainee", "type size from to"),
  ReportAnnounced: about(COMMISSION, "its subject", "type size"),
  ReportStored: about(COMMISSION, "its subject", "type size sha256"),
  ReportRemoved: about(COMMISSION, "its subject", "type size from to"),
  AssessmentOpened: about(JUDGED, "its subject", "round assessorId assessorSupervised commission evidenceIds"),
  EvidenceTakenIn: about(JUDGED, "its subject", "round evidenceIds"),
  JudgementRecorded: about(JUDGED, "its subject", "assessmentId round area rating evidenceIds"),
  AssessmentDecided: about(JUDGED, "its subject", "round outcome summary ratings"),
  AssessmentReleased: about(JUDGED, "its subject", "round outcome", { opened: true }),
  DecisionAppealed: about(JUDGED, "its subject", "assessmentId round grounds", { opened: true }),
  AppealAssigned: about(JUDGED, "its subject", "assessmentId round from to", { opened: true }),
  AppealDecided: about(JUDGED, "its subject", "assessmentId round from to reasons", { opened: true }),
  AppealWithdrawn: about(JUDGED, "its subject", "assessmentId round from to", { opened: true }),
  DecisionSetAside: about(JUDGED, "its subject", "round outcome", { opened: true }),
  AccreditationGranted: about(
    JUDGED,
    "its subject",
    "assessmentId reference accreditedOn yearFrom reviewDueOn lapsesOn",
  ),
  AccreditationReleased: about(
    NAME,
    "its subject",
    "reference accreditedOn yearFrom reviewDueOn lapsesOn conditionsUntil withdrawnOn restoredOn standing",
  ),
  CredentialSigned: about(JUDGED, "its subject", "accreditationId assessmentId"),
  CredentialIssued: about("credential", "its subject", "accreditationId"),
  CredentialRevoked: about("credential", "its subject", "accreditationId revokedOn"),
  FidelityConcernRaised: about(STATUS, "its subject", "reference commissionId accreditationId concern"),
  FidelityConcernAnswered: about(STATUS, "its subject", "reference from to"),
  FidelityConcernClosed: about(STATUS, "its subject", "reference outcome closingReason"),
  FidelityConcernReopened: about(STATUS, "its subject", "reference outcome closedAt closingReason"),
  NetworkMeetingScheduled: about("network meeting", undefined, "programmeId date venue topic"),
  NetworkMeetingChanged: about("network meeting", undefined, "date venue topic"),
  NetworkMeetingCancelled: about("network meeting", undefined, "date"),
  NetworkMeetingAttended: about(STATUS, "its subject", "meetingId date from to"), // one for each member
  AttendedMeetingMoved: about(STATUS, "its subject", "meetingId from to"), // likewise
  StatusReviewDue: about(STATUS, "its subject", "reference dueOn"),
  StatusReviewDecided: about(
    STATUS,
    "its subject",
    "reference outcome dueOn meetingsNeeded meetingsAttended yearFrom reviewDueOn lapsesOn conditionsUntil",
  ),
  ConditionsMet: about(STATUS, "its subject", "reference lapsesOn conditionsUntil"),
  AccreditationWithdrawn: about(STATUS, "its subject", "reference withdrawnOn"),
  AccreditationRestored: about(
    STATUS,
    "its subject",
    "reference yearFrom reviewDueOn lapsesOn conditionsUntil withdrawnOn restoredOn",
  ),
  AccreditationChanged: about(
    NAME, // not why
    "its subject",
    "reference yearFrom reviewDueOn lapsesOn conditionsUntil withdrawnOn restoredOn",
  ),
  AccreditationLapsed: about(NAME, "its subject", "reference lapsedOn"),
  ReadinessChanged: about("readiness", "its subject", "rule from to"),
  DirectoryEntered: about("directory record", "its subject", "reference sectorList nationList agreedTo leftAt"),
  DirectoryEntryChanged: about("directory record", "its subject", "sectorList nationList words"), // and not the words
  DirectoryLeft: about("directory record", "its subject", "reference sectorList nationList"),
  DirectoryEntryRemoved: about("directory record", "its subject", "reference sectorList nationList"),
};
