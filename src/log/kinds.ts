import { RowName } from "../scope/table";

interface Kind {
  /** The row of "who may see what" under which such an entry falls. */
  readonly sees: RowName;
  /** Whether it has been opened to those the row keeps waiting until then. */
  readonly opened?: "released" | "shared";
  /** Whether it changes what somebody may see: scopes are read anew before what follows is delivered. */
  readonly changesScope?: true;
  readonly description: string;
}

/** Every kind of entry, in the past tense. A new kind is one line here. */
export const KINDS = {
  PersonInvited: { sees: "name", changesScope: true, description: "A person was made known to the programme." },
  PersonDisabled: { sees: "roles", changesScope: true, description: "A person may no longer sign in." },
  SignedOutEverywhere: { sees: "roles", changesScope: true, description: "A person's tokens until now were ended." },
  RoleGranted: { sees: "roles", changesScope: true, description: "A person was given a role." },
  RoleRevoked: { sees: "roles", changesScope: true, description: "A role was taken from a person." },
  SeatGranted: { sees: "charges", changesScope: true, description: "A person now speaks for a board." },
  SeatEnded: { sees: "charges", changesScope: true, description: "A person no longer speaks for a board." },
  ProgrammeCreated: { sees: "programme", description: "A programme was set up." },
  CohortOpened: { sees: "programme", description: "A cohort was set up and its Standard pinned." },
  BoardRegistered: { sees: "board", description: "A safeguarding board was registered." },
  TraineeEnrolled: { sees: "name", changesScope: true, description: "A person became a trainee of a cohort." },
  CourseAttendanceRecorded: { sees: "attendance", description: "Whether a trainee was there on a course day." },
  PairFormed: { sees: "name", changesScope: true, description: "Two people will work as a pair." },
  StaffAssigned: {
    sees: "readiness",
    changesScope: true,
    description: "A supervisor or assessor was assigned to a trainee.",
  },
  CommissionProposed: {
    sees: "commission",
    changesScope: true,
    description: "A pair asked a board to be commissioned.",
  },
  RateOffered: { sees: "commission", description: "A day rate was offered for one member of the pair." },
  RateAccepted: { sees: "commission", description: "A day rate was agreed." },
  CommissionGranted: { sees: "commission", description: "The board commissioned the review." },
  CommissionDeclined: { sees: "commission", description: "The board declined." },
  CommissionAdvanced: { sees: "commission", description: "The review moved to its next stage." },
  QualityAssured: { sees: "commission", description: "Quality assurance was recorded." },
  SupervisionScheduled: { sees: "groupDay", description: "A day of group supervision was put in the calendar." },
  GroupSupervisionAttended: { sees: "attendance", description: "A trainee's attendance of a group day was recorded." },
  IndividualSupervisionLogged: { sees: "individualSupervision", description: "An individual session was logged." },
  ChargeRaised: { sees: "charges", description: "A charge was raised." },
  EvidenceSubmitted: { sees: "evidence", description: "An item of evidence arrived." },
  AssessmentOpened: { sees: "judgements", description: "An assessment was opened." },
  JudgementRecorded: { sees: "judgements", description: "One area was judged." },
  AssessmentDecided: { sees: "judgements", description: "An assessment was decided; the trainee is not told yet." },
  AssessmentReleased: {
    sees: "judgements",
    opened: "released",
    changesScope: true,
    description: "The decision and judgements were released to the trainee.",
  },
  AccreditationGranted: {
    sees: "judgements",
    description: "A decision created an accreditation; the trainee and others are not told yet.",
  },
  AccreditationReleased: {
    sees: "name",
    changesScope: true,
    description: "A person became known as an accredited reviewer and member of the network.",
  },
  ReadinessChanged: { sees: "readiness", description: "A rule of readiness became met, or no longer is." },
} as const satisfies Record<string, Kind>;

export type EntryKind = keyof typeof KINDS;
export const EntryKinds = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, kind])) as { [K in EntryKind]: K };
export const kindOf = (kind: EntryKind): Kind => KINDS[kind];
