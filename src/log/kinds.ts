import { RowName } from "../scope/table";

interface Kind {
  /** The row of "who may see what" under which such an entry falls. */
  readonly sees: RowName;
  /** Whether it has been opened to those the row keeps waiting until then. */
  readonly opened?: "released" | "shared";
  /** Nobody where it follows from what somebody else did, who may be a stranger to whoever is told of it. */
  readonly actor?: "nobody";
  /** Whether it changes what somebody may see: scopes are read anew before what follows is delivered. */
  readonly changesScope?: true;
  /**
   * Whether such an entry must say why: always, or where it corrects what was recorded before, or may. Others say
   * nothing of it.
   */
  readonly reason?: "required" | "to correct" | "if told";
  /**
   * Where the id of the thing stands whose content the facts repeat, so that reading them opens it: `subjectId` or a
   * fact. Null where they repeat nothing of it.
   */
  readonly opens?: string | null;
  /** What the facts of such an entry may hold: everybody who sees the entry sees all of it. */
  readonly facts: readonly string[];
  readonly description: string;
}

/** Every kind of entry, in the past tense. A new kind is one line here. */
export const KINDS = {
  PersonInvited: {
    sees: "name",
    changesScope: true,
    facts: ["name"],
    description: "A person was made known to the programme.",
  },
  PersonLinked: {
    sees: "roles",
    facts: ["email", "from", "to"],
    description:
      "An invited person signed in by an identity provider for the first time, under their verified address.",
  },
  PersonProvisioned: {
    sees: "roles",
    changesScope: true,
    facts: ["name", "email", "issuer", "subject"],
    description: "Somebody nobody had invited signed in by an identity provider. They have no part in the programme.",
  },
  PersonRenamed: {
    sees: "person",
    facts: ["name"],
    description: "A person is called otherwise than before.",
  },
  ContactDetailsChanged: {
    sees: "contact",
    facts: ["email", "phone"],
    description: "A person is written to or called elsewhere than before.",
  },
  PersonDisabled: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: [],
    description: "A person may no longer sign in.",
  },
  PersonEnabled: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["disabledAt"],
    description: "A person may sign in again.",
  },
  ErasureRequested: {
    sees: "roles",
    facts: [],
    description: "A person asked that what is held about them be erased.",
  },
  PersonErased: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["entryIds"],
    description:
      "A person's data was erased, and that of the entries named: their facts and reasons are gone for good.",
  },
  DraftsErased: {
    sees: "applicationDraft",
    changesScope: true,
    reason: "required",
    facts: ["entryIds"],
    description: "With a person's data that of the entries named was erased, which tell of drafts of theirs.",
  },
  AccessRecordsExpired: {
    sees: "roles",
    facts: ["before", "count"],
    description: "Records of who opened what were removed, as old as the programme keeps them.",
  },
  SignedOutEverywhere: {
    sees: "roles",
    changesScope: true,
    facts: [],
    description: "A person's tokens until now were ended.",
  },
  RoleGranted: { sees: "roles", changesScope: true, facts: ["role"], description: "A person was given a role." },
  RoleRevoked: {
    sees: "roles",
    changesScope: true,
    reason: "required",
    facts: ["role"],
    description: "A role was taken from a person.",
  },
  SeatGranted: {
    sees: "charges",
    changesScope: true,
    facts: ["personId", "since", "endedOn"],
    description: "A person now speaks for a board.",
  },
  SeatEnded: {
    sees: "charges",
    changesScope: true,
    reason: "required",
    facts: ["personId", "endedOn"],
    description: "A person no longer speaks for a board.",
  },
  PeopleImported: {
    sees: "office",
    changesScope: true,
    facts: ["rowCount", "digest"],
    description: "The people of one of the office's files were made known; an entry for each follows.",
  },
  BoardsImported: {
    sees: "office",
    facts: ["rowCount", "digest"],
    description: "The boards of one of the office's files were registered; an entry for each follows.",
  },
  CourseAttendanceImported: {
    sees: "office",
    facts: ["rowCount", "digest", "courseDayId"],
    description:
      "A course day's attendance was recorded from one of the office's files; an entry for each trainee follows.",
  },
  ProgrammeCreated: {
    sees: "programme",
    facts: ["reference", "name", "standard"],
    description: "A programme was set up.",
  },
  ItemsPublished: {
    sees: "programme",
    facts: ["section", "from", "to"],
    description: "A programme's published list was edited: its items before and after, those that were retired too.",
  },
  ProgrammeChanged: {
    sees: "programme",
    facts: ["name", "summary", "contactEmail"],
    description: "What a programme is called or says of itself was changed: each with what it was before.",
  },
  EndorsementRecorded: {
    sees: "programme",
    facts: ["by", "number", "since"],
    description: "Somebody endorses a programme.",
  },
  EndorsementEnded: {
    sees: "programme",
    reason: "required",
    facts: ["by", "number", "until"],
    description: "An endorsement came to its end.",
  },
  StandardPublished: {
    sees: "programme",
    facts: ["number", "standard", "areas"],
    description: "The next version of a programme's Standard was published, for cohorts opened from then on.",
  },
  FeeSet: {
    sees: "programme",
    facts: ["appliesFrom", "amountMinor", "vatPercent", "currency", "before"],
    description: "It was said what a programme costs from a day on, and what it cost before.",
  },
  CohortOpened: {
    sees: "programme",
    facts: ["reference", "name", "applyBy", "capacity", "standard", "courseDays", "feeMinor", "vatPercent"],
    description: "A cohort was set up, its Standard and its fee pinned.",
  },
  CohortChanged: {
    sees: "programme",
    reason: "required",
    facts: ["name", "opensOn", "applyBy", "decisionsExpected", "capacity"],
    description: "A cohort's name, window, month of decisions or places were changed: each with what it was before.",
  },
  ApplicationBegun: {
    sees: "applicationDraft",
    changesScope: true,
    facts: ["reference", "cohort", "cvReference", "statement", "commitsTime"],
    description: "Somebody began to write an application.",
  },
  ApplicationChanged: {
    sees: "applicationDraft",
    facts: ["cvReference", "statement", "commitsTime"],
    description: "An application's draft was written on.",
  },
  AnswerWritten: {
    sees: "applicationDraft",
    facts: ["question", "text", "reviewKind", "issue", "effect"],
    description: "A question was answered in an application's draft, or answered anew.",
  },
  DraftWithdrawn: {
    sees: "applicationDraft",
    reason: "if told",
    facts: ["reference", "from", "to"],
    description: "An application was given up before it was submitted.",
  },
  ApplicationSubmitted: {
    sees: "application",
    facts: ["reference", "cohort", "from", "to"],
    description: "An application was submitted, complete and in time.",
  },
  ApplicationWithdrawn: {
    sees: "application",
    reason: "if told",
    facts: ["reference", "from", "to"],
    description: "An applicant took the application back.",
  },
  CriterionScored: {
    sees: "selection",
    reason: "to correct",
    facts: ["reference", "criterionId", "from", "to", "comment"],
    description: "A programme lead scored an application by one selection criterion, or scored it anew.",
  },
  ApplicationDecided: {
    sees: "application",
    reason: "if told",
    facts: ["reference", "from", "to", "confirmBy", "decisionReason"],
    description: "A place was offered to an applicant, or not, or they were put on the waiting list.",
  },
  MovedUp: {
    sees: "application",
    actor: "nobody",
    facts: ["reference", "from", "to", "confirmBy", "decidedAt", "decisionReason"],
    description: "A place that was given back was offered to the first on the waiting list.",
  },
  OfferWithdrawn: {
    sees: "application",
    reason: "required",
    facts: ["reference", "from", "to", "decidedAt", "decisionReason"],
    description: "A place is no longer offered to an applicant.",
  },
  PlaceConfirmed: {
    sees: "application",
    facts: ["reference", "from", "to"],
    description: "An applicant confirmed the place offered, and holds it.",
  },
  PlaceDeclined: {
    sees: "application",
    reason: "if told",
    facts: ["reference", "from", "to"],
    description: "An applicant gave the place offered or confirmed back.",
  },
  ApplicationReopened: {
    sees: "applicationDraft",
    facts: [
      ...(["reference", "from", "to", "submittedAt", "decidedAt", "decisionReason"] as const),
      ...(["confirmBy", "confirmedAt"] as const),
    ],
    description: "A withdrawn application became a draft again.",
  },
  CallRequested: {
    sees: "application",
    facts: ["programme", "question", "phone", "preferredTimes"],
    description: "Somebody asked for a call about a programme.",
  },
  CallArranged: {
    sees: "application",
    reason: "to correct",
    facts: ["from", "to", "withId"],
    description: "A call with a programme lead was arranged, or moved to another time.",
  },
  EnquiryClosed: {
    sees: "application",
    reason: "required",
    facts: [],
    description: "An enquiry came to its end.",
  },
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
    facts: ["reference", "personIds"],
    description: "Two people will work as a pair.",
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
  CommissionProposed: {
    sees: "commission",
    changesScope: true,
    facts: ["reference", "board", "pair", "reviewKind", "format", "sector", "practice", "targetOn"],
    description: "A pair asked a board to be commissioned.",
  },
  RateOffered: {
    sees: "commission",
    facts: ["reference", "personId", "offeredBy", "amountMinor", "currency", "before"],
    description: "A day rate was offered for one member of the pair.",
  },
  RateAccepted: {
    sees: "commission",
    facts: ["reference", "personId", "offeredBy", "amountMinor", "currency"],
    description: "A day rate was agreed.",
  },
  CommissionGranted: {
    sees: "commission",
    facts: ["reference", "from", "to", "commissionedOn", "targetOn"],
    description: "The board commissioned the review.",
  },
  CommissionDeclined: {
    sees: "commission",
    changesScope: true,
    reason: "required",
    facts: ["reference", "from", "to"],
    description: "The board declined.",
  },
  CommissionAdvanced: {
    sees: "commission",
    facts: ["reference", "from", "to", "startedOn", "boardResponse"],
    description: "The review moved to its next stage.",
  },
  QualityAssured: {
    sees: "commission",
    facts: ["reference", "from", "to", "qualityPassed", "qualityRecordedOn"],
    description: "Quality assurance was recorded.",
  },
  QualityNoted: {
    sees: "qualityNotes",
    facts: ["reference", "qualityNotes"],
    description: "What quality assurance noted was written down.",
  },
  PublicationDecided: {
    sees: "commission",
    reason: "required",
    facts: ["reference", "from", "to", "publication"],
    description: "The board decided what becomes of the report.",
  },
  SupervisionScheduled: {
    sees: "groupDay",
    facts: ["date", "venue", "supervisorId"],
    description: "A day of group supervision was put in the calendar.",
  },
  GroupSupervisionAttended: {
    sees: "attendance",
    reason: "to correct",
    facts: ["date", "from", "to"],
    description: "A trainee's attendance of a group day was recorded.",
  },
  IndividualSupervisionLogged: {
    sees: "individualSupervision",
    facts: ["date", "minutes", "amountMinor", "currency"],
    description: "An individual session was logged.",
  },
  ChargeRaised: {
    sees: "charges",
    facts: ["payer", "purpose", "amountMinor", "currency"],
    description: "A charge was raised.",
  },
  EvidenceSubmitted: {
    sees: "evidence",
    facts: ["source", "title", "areas", "commissionId"],
    description: "An item of evidence arrived.",
  },
  AssessmentOpened: {
    sees: "judgements",
    opens: "subjectId",
    facts: ["round", "assessorId", "assessorSupervised", "commission"],
    description: "An assessment was opened.",
  },
  JudgementRecorded: {
    sees: "judgements",
    opens: "assessmentId",
    facts: ["assessmentId", "round", "area", "rating"],
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
  AccreditationGranted: {
    sees: "judgements",
    opens: null,
    facts: ["reference", "accreditedOn", "reviewDueOn"],
    description: "A decision created an accreditation; the trainee and others are not told yet.",
  },
  AccreditationReleased: {
    sees: "name",
    changesScope: true,
    facts: ["reference", "accreditedOn", "reviewDueOn", "standing"],
    description: "A person became known as an accredited reviewer and member of the network.",
  },
  ReadinessChanged: {
    sees: "readiness",
    facts: ["rule", "from", "to"],
    description: "A rule of readiness became met, or no longer is.",
  },
} as const satisfies Record<string, Kind>;

export type EntryKind = keyof typeof KINDS;
/** The facts of one kind of entry: a name that the kind does not declare is a fault of types. */
export type FactsOf<K extends EntryKind> = { readonly [Name in (typeof KINDS)[K]["facts"][number]]?: unknown };
export const EntryKinds = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, kind])) as { [K in EntryKind]: K };
export const kindOf = (kind: EntryKind): Kind => KINDS[kind];
