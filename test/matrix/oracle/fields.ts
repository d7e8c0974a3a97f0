const PUBLIC = "programme, standard, open cohorts";
const APPLICATION = "application, enquiry";
const SELECTION = "selection";
const NAME = "name, cohort, standing";
const CONTACT = "contact details";
const ATTENDANCE = "course and group attendance";
const INDIVIDUAL = "individual supervision: date, length, charge";
const NOTES = "supervision notes";
const EVIDENCE = "evidence, matrix";
const READINESS = "readiness";
const JUDGED = "judgements, decision";
const COMMISSION = "commission, rate, stage, dates, QA outcome";
const CHARGES = "charges to the board";
const ASKED = "whom a pair asked";
const CONTRIBUTED = "contributor's identity and words";
const FEE = "programme fee";
const STATUS = "status review, fidelity concern";

/** Fields under whichever row the thing itself falls under: see `OWN`. */
export const ITS_OWN = "its own";

/**
 * Every field of every type of thing, under the row of section 5 that says who sees it in a thing that they see. A new
 * field is a word here, a new type a line or two; until then the matrix is red.
 */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Access: { [ITS_OWN]: "id at person byLetter subjectType subject" },
  Accreditation: {
    [ITS_OWN]:
      "id reference person programme trainee assessment credential accreditedOn reviewDueOn lapsedOn withdrawnOn restoredOn standing yearFrom lapsesOn conditionsUntil asOf version",
    [STATUS]: "fidelityConcerns laterReviews networkAttendance meetingsThisYear statusReview statusReviews",
  },
  Appeal: {
    [ITS_OWN]: "id assessment trainee grounds appealedAt state assessor assignedAt reasons decidedAt version",
  },
  Application: {
    [ITS_OWN]:
      "id reference cohort person state cvReference statement commitsTime answers documents completeness startedAt submittedAt decidedAt decisionReason confirmBy confirmedAt trainee version",
    [SELECTION]: "waitingRank scores scored totalScore",
  },
  ApplicationAnswer: { [ITS_OWN]: "id application question text reviewKind issue effect" },
  Assessment: {
    [ITS_OWN]:
      "id trainee commission assessor round openedAt outcome summary decidedAt releasedAt appealBy appeal setAsideAt judgements evidence arrivedSince assessorSupervised version",
  },
  Booking: { [ITS_OWN]: "id session trainee state bookedAt version" },
  Board: {
    [ITS_OWN]: "id reference name kind sector jurisdiction",
    // Who speaks for it, and with the version that this changed, is between a board and the programme.
    [CHARGES]: "seats charges version",
    [COMMISSION]: "commissions",
  },
  Charge: {
    [ITS_OWN]:
      "id board trainee commission session payer kind purpose amount vatPercent vat withVat credits creditNotes raisedAt",
  },
  Cohort: {
    [ITS_OWN]:
      "id reference programme standard name opensOn applyBy decisionsExpected capacity open fee vat feeWithVat breakEvenDays courseDays version",
    // A cohort is about nobody in particular, so these lists are the lead's; everybody else has the root lists.
    [NAME]: "trainees",
    [APPLICATION]: "applications",
    office: "placesTaken placesLeft",
  },
  Commission: {
    [ITS_OWN]:
      "id reference board pair stage reviewKind format sector practice proposedAt commissionedOn startedOn targetOn late pausedOn pausedUntil qualityPassed qualityRecordedOn boardResponse publication publicationAddress informationRequests rateOffers documents supervision timeline asOf version",
    "quality notes": "qualityNotes",
    [ASKED]: "contributors",
    [CHARGES]: "charges statement",
    office: "formerPairs",
  },
  CompetencyArea: { [ITS_OWN]: "id code name description" },
  Contribution: { [ITS_OWN]: "id contributor evidence howKnown parts agreed givenAt" },
  ContributionPart: { [ITS_OWN]: "id contribution area ordinal text" },
  Contributor: {
    [ITS_OWN]: "id commission askedBy name email involvement about areas message until askedAt",
    // What becomes of it is not the pair's to see: it would tell who answered.
    [CONTRIBUTED]: "state linkIssuedAt linkIssuedBy revokedAt givenAt forgottenAt contribution version",
  },
  CriterionScore: { [ITS_OWN]: "id application criterion scorer score comment scoredAt" },
  Credential: { [ITS_OWN]: "id accreditation jwt issuedAt revokedOn" },
  CourseAttendance: { [ITS_OWN]: "id courseDay trainee attended recordedAt" },
  CourseDay: {
    [ITS_OWN]: "id cohort number date venue topics items",
    "group day": "facilitators",
    // The version rises with attendance that is recorded, and corrections alone are told.
    [ATTENDANCE]: "attendance version",
  },
  DirectoryEntry: {
    [ITS_OWN]: "id reference accreditation name sectors nations area languages contact agreedAt agreedTo version",
  },
  Document: {
    [ITS_OWN]:
      "id purpose application evidenceDraft evidence commission uploadedBy state fileName type size sha256 announcedAt uploadUntil storedAt upload download version",
  },
  Endorsement: { [ITS_OWN]: "id programme by number since until" },
  Enquiry: { [ITS_OWN]: "id programme person question phone preferredTimes askedAt callAt with closedAt version" },
  Entry: { [ITS_OWN]: "id at actor kind subjectType subject facts changed reason" },
  Evidence: {
    [ITS_OWN]:
      "id state source title text selfRating commission submittedBy submittedAt documents replaces replacedBy version",
    [NAME]: "about",
    [PUBLIC]: "areas",
    [CONTRIBUTED]: "contribution",
  },
  EvidenceDraft: {
    [ITS_OWN]: "id writtenBy commission source title text selfRating replaces documents state evidence begunAt version",
    [NAME]: "about",
    [PUBLIC]: "areas",
  },
  Fee: { [ITS_OWN]: "id programme appliesFrom amount vatPercent vat withVat covers" },
  FidelityConcern: {
    [ITS_OWN]:
      "id accreditation person commission concern raisedAt raisedBy answer answeredAt outcome closedAt closedBy closingReason version",
  },
  Import: { [ITS_OWN]: "id of rowCount digest courseDay importedBy importedAt" },
  InformationRequest: {
    [ITS_OWN]: "id commission askedBy asker request askedAt dueOn overdue state response responder respondedAt version",
  },
  Judgement: { [ITS_OWN]: "id assessment area rating selfRating strengths areasToWorkOn evidence judgedBy at" },
  NetworkAttendance: { [ITS_OWN]: "id meeting accreditation person attended" },
  NetworkMeeting: {
    [ITS_OWN]: "id programme date venue topic cancelledAt",
    // As of a course day: the version rises with attendance that is recorded, and corrections alone are told.
    [STATUS]: "attendance version",
  },
  Pair: {
    [ITS_OWN]: "id reference formedOn dissolvedOn members version",
    [COMMISSION]: "commissions",
  },
  PairMember: { [ITS_OWN]: "id ordinal person trainee joinedOn" },
  Person: {
    [ITS_OWN]: "id name",
    [CONTACT]: "email phone",
    // The version rises with roles, and with being disabled.
    roles: "roles version",
  },
  Programme: {
    [ITS_OWN]:
      "id reference name summary contactEmail endorsements questions items unpaidDays fees standards cohorts version",
    "network meeting": "networkMeetings",
  },
  ProgrammeItem: { [ITS_OWN]: "id programme section ordinal text days retiredOn" },
  RateOffer: { [ITS_OWN]: "id commission person offeredBy rate offeredAt acceptedAt withdrawnAt version" },
  Seat: { [ITS_OWN]: "id board person since endedOn" },
  StaffAssignment: { [ITS_OWN]: "id trainee person role since endedOn" },
  Standard: {
    [ITS_OWN]:
      "id programme number courseDays groupDays sources networkMeetings everyAreaMet reviewCountsFrom assessorMayHaveSupervised areas",
  },
  StatusReview: {
    [ITS_OWN]:
      "id accreditation person yearFrom dueOn meetingsNeeded meetingsAttended outcome reason conditions conditionsUntil conditionsMetAt decidedAt decidedBy",
  },
  SupervisionAttendance: { [ITS_OWN]: "id session trainee attended" },
  SupervisionSession: {
    [ITS_OWN]:
      "id kind date venue minutes capacity supervisor facilitators reviewer commission charge bookings cancelledAt struckOutAt version",
    // Whoever books is told whether they have a place: how many others have one is theirs.
    office: "placesLeft",
    [NOTES]: "notes notesSharedAt",
    [ATTENDANCE]: "attendance",
  },
  Trainee: {
    [ITS_OWN]: "id reference person cohort standing enrolledOn pair accreditation timeline asOf",
    // The version rises with the staff that is assigned.
    [READINESS]: "staff readiness training version",
    [ATTENDANCE]: "courseAttendance supervision bookings",
    [EVIDENCE]: "evidence evidenceMatrix",
    [FEE]: "charges statement breakEvenDays",
    [JUDGED]: "assessments",
  },
};

/** The row that a type of thing falls under: who does not see that does not see that there is one. */
export const OWN: Readonly<Record<string, string>> = {
  Access: "access log",
  Accreditation: NAME, // once released: see `rowOf`
  Appeal: JUDGED, // of what is released: see `matters.ts`
  Application: APPLICATION, // a draft: see `rowOf`
  ApplicationAnswer: APPLICATION,
  Assessment: JUDGED,
  Board: "board",
  Booking: ATTENDANCE,
  Charge: CHARGES, // of a trainee: see `rowOf`
  Cohort: PUBLIC,
  Commission: COMMISSION,
  CompetencyArea: PUBLIC,
  Contribution: CONTRIBUTED,
  ContributionPart: CONTRIBUTED,
  Contributor: ASKED,
  Credential: "credential", // once its accreditation is released: see `rowOf`
  CriterionScore: SELECTION,
  CourseAttendance: ATTENDANCE,
  CourseDay: PUBLIC,
  DirectoryEntry: "directory", // while the accreditation holds: see `rowOf`
  Document: APPLICATION, // or evidence, a draft of it or a commission: see `rowOf`
  Endorsement: PUBLIC,
  Enquiry: APPLICATION,
  Evidence: EVIDENCE,
  EvidenceDraft: "evidence draft",
  Fee: PUBLIC,
  FidelityConcern: STATUS,
  Import: "office",
  InformationRequest: COMMISSION,
  Judgement: JUDGED,
  NetworkAttendance: STATUS,
  NetworkMeeting: "network meeting",
  Pair: NAME,
  PairMember: NAME,
  Person: "person",
  Programme: PUBLIC,
  ProgrammeItem: PUBLIC,
  RateOffer: COMMISSION,
  Seat: CHARGES,
  StaffAssignment: READINESS,
  Standard: PUBLIC,
  StatusReview: STATUS,
  SupervisionAttendance: ATTENDANCE,
  SupervisionSession: INDIVIDUAL, // of a group day: see `rowOf`
  Trainee: NAME,
};
