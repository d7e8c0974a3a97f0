import { ClassType, NonEmptyArray } from "type-graphql";
import { accesses } from "./access/access.entity";
import { accreditations } from "./accreditation/accreditation.entity";
import { AccreditationResolver } from "./accreditation/accreditation.resolver";
import { StandingResolver } from "./accreditation/standing.resolver";
import { AppealResolver } from "./appeal/appeal.resolver";
import { applications } from "./application/application.entity";
import { ApplicationResolver } from "./application/application.resolver";
import { PlaceResolver } from "./application/place.resolver";
import { SelectionResolver } from "./application/selection.resolver";
import { assessments } from "./assessment/assessment.entity";
import { AssessmentResolver } from "./assessment/assessment.resolver";
import { AssessmentSubscription } from "./assessment/assessment.subscription";
import { boards } from "./board/board.entity";
import { BoardResolver } from "./board/board.resolver";
import { ChargeResolver } from "./charge/charge.resolver";
import { commissions } from "./commission/commission.entity";
import { CommissionResolver } from "./commission/commission.resolver";
import { CommissionSubscription } from "./commission/commission.subscription";
import { CommissionCorrectionResolver } from "./commission/correction.resolver";
import { InterruptionResolver } from "./commission/interruption.resolver";
import { ReviewResolver } from "./commission/review.resolver";
import { StageResolver } from "./commission/stage.resolver";
import { ContributorResolver } from "./contribution/contributor.resolver";
import { CourseResolver } from "./course/course.resolver";
import { CredentialResolver } from "./credential/credential.resolver";
import { DirectoryResolver } from "./directory/directory.resolver";
import { directory } from "./directory/directory-entry.entity";
import { DocumentResolver } from "./document/document.resolver";
import { enquiries } from "./enquiry/enquiry.entity";
import { EnquiryResolver } from "./enquiry/enquiry.resolver";
import { evidenceDrafts } from "./evidence/draft.entity";
import { DraftResolver } from "./evidence/draft.resolver";
import { evidence } from "./evidence/evidence.entity";
import { EvidenceResolver } from "./evidence/evidence.resolver";
import { EvidenceSubscription } from "./evidence/evidence.subscription";
import { FidelityResolver } from "./fidelity/fidelity.resolver";
import { fidelityConcerns } from "./fidelity/fidelity-concern.entity";
import { lookups } from "./graph/lookup";
import { NodeResolver } from "./graph/node.resolver";
import { ChangesResolver } from "./history/changes.resolver";
import { imports } from "./import/import.entity";
import { ImportResolver } from "./import/import.resolver";
import { InformationResolver } from "./information/information.resolver";
import { entries } from "./log/entry.entity";
import { FeedSubscription } from "./log/feed.subscription";
import { NetworkResolver } from "./network/network.resolver";
import { networkMeetings } from "./network/network-meeting.entity";
import { pairs } from "./pair/pair.entity";
import { PairResolver } from "./pair/pair.resolver";
import { people } from "./person/person.entity";
import { PersonResolver } from "./person/person.resolver";
import { ErasureResolver } from "./personal/erasure.resolver";
import { ChangeResolver } from "./programme/change.resolver";
import { cohorts } from "./programme/cohort.entity";
import { EndorsementResolver } from "./programme/endorsement.resolver";
import { FeeResolver } from "./programme/fee.resolver";
import { programmes } from "./programme/programme.entity";
import { ProgrammeResolver } from "./programme/programme.resolver";
import { ProgrammeItemResolver } from "./programme/programme-item.resolver";
import { StandardResolver } from "./programme/standard.resolver";
import { StatusReviewResolver } from "./status-review/status-review.resolver";
import { BookingResolver } from "./supervision/booking.resolver";
import { SupervisionCorrectionResolver } from "./supervision/correction.resolver";
import { SupervisionResolver } from "./supervision/supervision.resolver";
import { SupervisionSubscription } from "./supervision/supervision.subscription";
import { supervisionSessions } from "./supervision/supervision-session.entity";
import { trainees } from "./trainee/trainee.entity";
import { TraineeResolver } from "./trainee/trainee.resolver";
import { ViewerResolver } from "./viewer/viewer.resolver";

/** Every root field of the schema. */
export const resolvers: NonEmptyArray<ClassType> = [
  NodeResolver,
  ViewerResolver,
  DocumentResolver,
  EvidenceResolver,
  EvidenceSubscription,
  DraftResolver,
  ContributorResolver,
  ApplicationResolver,
  SelectionResolver,
  PlaceResolver,
  EnquiryResolver,
  AssessmentResolver,
  AssessmentSubscription,
  AppealResolver,
  StandingResolver,
  DirectoryResolver,
  CredentialResolver,
  AccreditationResolver,
  StatusReviewResolver,
  FeedSubscription,
  ChangesResolver,
  PairResolver,
  TraineeResolver,
  BoardResolver,
  ProgrammeResolver,
  ProgrammeItemResolver,
  FeeResolver,
  StandardResolver,
  ChangeResolver,
  EndorsementResolver,
  PersonResolver,
  ErasureResolver,
  ImportResolver,
  CommissionResolver,
  ReviewResolver,
  StageResolver,
  InterruptionResolver,
  CommissionCorrectionResolver,
  InformationResolver,
  FidelityResolver,
  CommissionSubscription,
  ChargeResolver,
  CourseResolver,
  SupervisionResolver,
  BookingResolver,
  SupervisionCorrectionResolver,
  SupervisionSubscription,
  NetworkResolver,
  lookups("programme", "programmes", programmes, { one: "A programme.", many: "Programmes." }),
  lookups("cohort", "cohorts", cohorts, { one: "A cohort.", many: "Cohorts." }),
  lookups("application", "applications", applications, {
    one: "An application for a place.",
    many: "Applications for a place: your own, or for the programme lead all that were submitted.",
  }),
  lookups("enquiry", "enquiries", enquiries, {
    one: "Somebody's query about a programme.",
    many: "Queries about programmes: your own, or for the programme lead all.",
  }),
  lookups("person", "people", people, { one: "A person.", many: "People." }),
  lookups("trainee", "trainees", trainees, { one: "A trainee.", many: "Trainees." }),
  lookups("pair", "pairs", pairs, { one: "A pair.", many: "Pairs." }),
  lookups("board", "boards", boards, { one: "A safeguarding board.", many: "Safeguarding boards." }),
  lookups("commission", "commissions", commissions, { one: "A commission.", many: "Commissions." }),
  lookups("supervisionSession", "supervisionSessions", supervisionSessions, {
    one: "A session of supervision.",
    many: "Sessions of supervision: everybody's group days, and individual ones that concern you.",
  }),
  lookups("evidenceItem", "evidence", evidence, { one: "An item of evidence.", many: "Items of evidence." }),
  lookups("evidenceDraft", "evidenceDrafts", evidenceDrafts, {
    one: "A draft of evidence: your own.",
    many: "Drafts of evidence: your own.",
  }),
  lookups("assessment", "assessments", assessments, { one: "An assessment.", many: "Assessments." }),
  lookups("accreditation", "accreditations", accreditations, { one: "An accreditation.", many: "Accreditations." }),
  lookups("fidelityConcern", "fidelityConcerns", fidelityConcerns, {
    one: "A concern about how a reviewer worked on a review.",
    many: "Concerns about how reviewers worked on reviews: about your own work, or for the programme lead all.",
  }),
  lookups("networkMeeting", "networkMeetings", networkMeetings, {
    one: "A meeting of a network of accredited reviewers.",
    many: "Meetings of the networks of accredited reviewers, cancelled ones too, for everybody who signs in.",
  }),
  lookups("directoryEntry", "directory", directory, {
    one: "An accredited reviewer in the public directory.",
    many: "The public directory: accredited reviewers who agreed to be in it, by name, area, sector and nation. For anybody. Who is in it while their accreditation does not hold is seen by themself and the programme lead alone.",
  }),
  lookups("import", "imports", imports, {
    one: "An import of one of the office's files.",
    many: "Which files the office imported, for the programme lead.",
  }),
  lookups("access", "accesses", accesses, {
    one: "An access: that somebody opened something.",
    many: "The access log: your own accesses, or for the programme lead everybody's.",
  }),
  lookups("entry", "entries", entries, { one: "An entry of the Log.", many: "Entries of the Log." }),
];
