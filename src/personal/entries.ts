import { EntryKind } from "../log/kinds";
import { marks, padded, Sql } from "../scope/condition";
import { of, Rows } from "./holds";

/**
 * Whose the facts of a kind of entry are: of the person or trainee its audience names; of the person that one of the
 * facts names; of all whom an item of evidence, or a draft of one, is about; of both of a pair; or nobody's, not even
 * where an id leads to somebody.
 */
type Whose = "audience" | "evidence" | "pair" | "nobody" | { readonly fact: string };

/** Every kind says whose its facts are: one that does not fails the build. */
export const FACTS_ARE: Readonly<Record<EntryKind, Whose>> = {
  PersonInvited: "audience",
  PersonLinked: "audience",
  PersonProvisioned: "audience",
  PersonRenamed: "audience",
  ContactDetailsChanged: "audience",
  PersonDisabled: "audience",
  PersonEnabled: "audience",
  ErasureRequested: "audience",
  PersonErased: "nobody",
  DraftsErased: "nobody",
  AccessRecordsExpired: "nobody",
  SignedOutEverywhere: "audience",
  RoleGranted: "audience",
  RoleRevoked: "audience",
  SeatGranted: { fact: "personId" },
  SeatEnded: { fact: "personId" },
  PeopleImported: "nobody",
  BoardsImported: "nobody",
  CourseAttendanceImported: "nobody",
  ProgrammeCreated: "nobody",
  ItemsPublished: "nobody",
  ProgrammeChanged: "nobody",
  EndorsementRecorded: "nobody",
  EndorsementEnded: "nobody",
  StandardPublished: "nobody",
  FeeSet: "nobody",
  CohortOpened: "nobody",
  CohortChanged: "nobody",
  ApplicationBegun: "audience",
  ApplicationChanged: "audience",
  AnswerWritten: "audience",
  DraftWithdrawn: "audience",
  ApplicationSubmitted: "audience",
  ApplicationWithdrawn: "audience",
  CriterionScored: "audience",
  ApplicationDecided: "audience",
  MovedUp: "audience",
  OfferWithdrawn: "audience",
  PlaceConfirmed: "audience",
  PlaceDeclined: "audience",
  ApplicationReopened: "audience",
  CallRequested: "audience",
  CallArranged: "audience",
  EnquiryClosed: "audience",
  BoardRegistered: "nobody",
  BoardChanged: "nobody",
  TraineeEnrolled: "audience",
  FeeCharged: "audience",
  FeeCredited: "audience",
  TraineeDeferred: "audience",
  TraineeWithdrawn: "audience",
  TraineeReturned: "audience",
  PlaceTakenUp: "audience",
  CourseDayChanged: "nobody",
  CourseAttendanceRecorded: "audience",
  PairFormed: "audience",
  ReviewerLeft: "audience",
  PairDissolved: "audience",
  StaffAssigned: "audience",
  StaffUnassigned: "audience",
  CommissionProposed: "nobody",
  RateOffered: { fact: "personId" },
  RateAccepted: { fact: "personId" },
  RateWithdrawn: { fact: "personId" },
  CommissionGranted: "nobody",
  CommissionDeclined: "nobody",
  CommissionReassigned: "nobody",
  CommissionAdvanced: "nobody",
  TargetDayAgreed: "nobody",
  CommissionOverdue: "nobody",
  CommissionPaused: "nobody",
  CommissionResumed: "nobody",
  CommissionAbandoned: "nobody",
  QualityAssured: "nobody",
  QualityCorrected: "nobody",
  QualityNoted: "pair",
  PublicationDecided: "nobody",
  BoardResponseCorrected: "nobody",
  PublicationCorrected: "nobody",
  InformationRequested: "nobody",
  InformationAnswered: "nobody",
  InformationRequestWithdrawn: "nobody",
  SupervisionScheduled: "nobody",
  GroupSupervisionChanged: "nobody",
  GroupSupervisionCancelled: "nobody",
  GroupSupervisionBooked: "audience",
  BookingMovedUp: "audience",
  BookedDayMoved: "audience",
  BookingCancelled: "audience",
  GroupSupervisionAttended: "audience",
  IndividualSupervisionLogged: "audience",
  IndividualSupervisionCorrected: "audience",
  IndividualSupervisionStruckOut: "audience",
  SupervisionNotesCorrected: "audience",
  SupervisionNotesShared: "audience",
  ChargeRaised: "nobody",
  ChargeCredited: "nobody",
  ContributorNamed: "nobody",
  ContributionLinkIssued: "nobody",
  ContributionLinkRevoked: "nobody",
  ContributionGiven: "nobody",
  ContributorForgotten: "nobody",
  EvidenceSubmitted: "evidence",
  EvidenceReturned: "evidence",
  EvidenceWithdrawn: "evidence",
  EvidenceReturnedToWriter: "evidence",
  EvidenceDrafted: "evidence",
  EvidenceDraftChanged: "evidence",
  EvidenceDraftDiscarded: "evidence",
  EvidenceDraftSubmitted: "evidence",
  CvAnnounced: "audience",
  CvStored: "audience",
  DraftCvRemoved: "audience",
  CvRemoved: "audience",
  EvidenceDraftFileAnnounced: "evidence",
  EvidenceDraftFileStored: "evidence",
  EvidenceDraftFileRemoved: "evidence",
  EvidenceFileStored: "audience",
  EvidenceFileRemoved: "audience",
  ReportAnnounced: "nobody",
  ReportStored: "nobody",
  ReportRemoved: "nobody",
  AssessmentOpened: "audience",
  EvidenceTakenIn: "audience",
  JudgementRecorded: "audience",
  AssessmentDecided: "audience",
  AssessmentReleased: "audience",
  DecisionAppealed: "audience",
  AppealAssigned: "audience",
  AppealDecided: "audience",
  AppealWithdrawn: "audience",
  DecisionSetAside: "audience",
  AccreditationGranted: "audience",
  AccreditationReleased: "audience",
  CredentialSigned: "audience",
  CredentialIssued: "audience",
  CredentialRevoked: "audience",
  FidelityConcernRaised: "audience",
  FidelityConcernAnswered: "audience",
  FidelityConcernClosed: "audience",
  FidelityConcernReopened: "audience",
  NetworkMeetingScheduled: "nobody",
  NetworkMeetingChanged: "nobody",
  NetworkMeetingCancelled: "nobody",
  NetworkMeetingAttended: "audience",
  AttendedMeetingMoved: "audience",
  ReadinessChanged: "audience",
  DirectoryEntered: "audience",
  DirectoryEntryChanged: "audience",
  DirectoryLeft: "audience",
  DirectoryEntryRemoved: "audience",
  StatusReviewDue: "audience",
  StatusReviewDecided: "audience",
  ConditionsMet: "audience",
  AccreditationWithdrawn: "audience",
  AccreditationRestored: "audience",
  AccreditationChanged: "audience",
  AccreditationLapsed: "audience",
};

const kindsWhere = (is: (whose: Whose) => boolean): string =>
  Object.entries(FACTS_ARE)
    .filter(([, whose]) => is(whose))
    .map(([kind]) => `'${kind}'`)
    .join(", ");
const OF_THE_PAIR = kindsWhere((whose) => whose === "pair");
const OF_EVIDENCE = kindsWhere((whose) => whose === "evidence");
const facts = new Set(Object.values(FACTS_ARE).flatMap((whose) => (typeof whose === "object" ? [whose.fact] : [])));

const CONCERNED = `
  SELECT 'trainee' AS what, id FROM trainee WHERE personId = $
  UNION SELECT 'pair', pairId FROM pair_member WHERE personId = $
  UNION SELECT 'commission', c.id FROM commission c JOIN pair_member m ON m.pairId = c.pairId WHERE m.personId = $
  UNION SELECT 'commission', f.commissionId FROM former_pair f JOIN pair_member m ON m.pairId = f.pairId
    WHERE m.personId = $
  UNION SELECT 'board', boardId FROM seat WHERE personId = $
  UNION SELECT 'assigned', traineeId FROM staff_assignment WHERE personId = $
  UNION SELECT 'evidence', a.evidenceId FROM evidence_about a JOIN trainee r ON r.id = a.traineeId WHERE r.personId = $
  UNION SELECT 'evidence', a.draftId FROM evidence_draft_about a JOIN trainee r ON r.id = a.traineeId WHERE r.personId = $`;

/**
 * Which entries are about a person, over the alias `t`: those whose audience names them, those whose facts are theirs,
 * and of a pair and its commissions those with notes or a reason: free text, which may speak of either of the two.
 */
export const entriesAbout = async (rows: Rows, personId: string): Promise<Sql> => {
  const { sql, values } = of(CONCERNED, personId);
  const found = await rows(`SELECT * FROM ${sql} c`, values);
  const among = (column: string, what: string): Sql => {
    const ids = found.filter((row) => row.what === what).map(({ id }) => id as string);
    return ids.length === 0
      ? { sql: "1=0", values: [] }
      : { sql: `${column} IN (${marks(padded(ids))})`, values: padded(ids) };
  };
  const [pairs, commissions] = [among("t.pairId", "pair"), among("t.commissionId", "commission")];
  const [boards, items] = [among("t.boardId", "board"), among("t.subjectId", "evidence")];
  const assigned = among("t.traineeId", "assigned");
  const parts: Sql[] = [
    { sql: "t.personId = ?", values: [personId] },
    among("t.traineeId", "trainee"),
    { sql: `(t.kind IN (${OF_EVIDENCE}) AND ${items.sql})`, values: items.values },
    // By commission and board first: these have indexes, and facts have none.
    ...[...facts].map((fact) => ({
      sql: `((${commissions.sql} OR ${boards.sql}) AND t.kind IN (${kindsNaming(fact)}) AND INSTR(t.facts, ?) > 0)`,
      values: [...commissions.values, ...boards.values, `"${fact}":"${personId}"`],
    })),
    // Why somebody is no longer assigned to a trainee is told under the trainee.
    {
      sql: `(${assigned.sql} AND t.kind = 'StaffUnassigned' AND INSTR(t.facts, ?) > 0)`,
      values: [...assigned.values, `"personId":"${personId}"`],
    },
    // And likewise why an appeal went from them to another.
    {
      sql: `(${assigned.sql} AND t.kind = 'AppealAssigned' AND INSTR(t.facts, ?) > 0)`,
      values: [...assigned.values, `"from":"${personId}"`],
    },
    // Why somebody runs a course day or runs it no longer: told under the day, which is nobody's.
    {
      sql: "(t.subjectId IN (SELECT id FROM course_day) AND t.kind = 'CourseDayChanged' AND INSTR(t.facts, ?) > 0)",
      values: [`"${personId}"`],
    },
    // And likewise of a group day.
    {
      sql: "(t.kind = 'GroupSupervisionChanged' AND t.subjectId IN (SELECT id FROM supervision_session) AND INSTR(t.facts, ?) > 0)",
      values: [`"${personId}"`],
    },
    {
      sql: `((t.reason IS NOT NULL OR t.kind IN (${OF_THE_PAIR})) AND (${commissions.sql} OR ${pairs.sql}))`,
      values: [...commissions.values, ...pairs.values],
    },
  ];
  return { sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`, values: parts.flatMap(({ values }) => values) };
};

const kindsNaming = (fact: string): string => kindsWhere((whose) => typeof whose === "object" && whose.fact === fact);
