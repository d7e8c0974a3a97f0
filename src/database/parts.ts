import { join } from "node:path";
import { Access } from "../access/access.entity";
import { Accreditation } from "../accreditation/accreditation.entity";
import { Appeal } from "../appeal/appeal.entity";
import { Application, ApplicationAnswer } from "../application/application.entity";
import { CriterionScore } from "../application/criterion-score.entity";
import { Assessment, AssessmentEvidence } from "../assessment/assessment.entity";
import { Judgement, JudgementEvidence } from "../assessment/judgement.entity";
import { Board, Seat } from "../board/board.entity";
import { Charge } from "../charge/charge.entity";
import { Commission } from "../commission/commission.entity";
import { RateOffer } from "../commission/rate-offer.entity";
import { Contribution, ContributionPart } from "../contribution/contribution.entity";
import { Contributor, ContributorAbout, ContributorArea } from "../contribution/contributor.entity";
import { CourseAttendance, CourseDay, CourseDayFacilitator, CourseDayItem } from "../course/course-day.entity";
import { Credential } from "../credential/credential.entity";
import { SigningKey } from "../credential/signing-key.entity";
import { DemoMark } from "../demo/mark.entity";
import { DirectoryEntry } from "../directory/directory-entry.entity";
import { Document } from "../document/document.entity";
import { Enquiry } from "../enquiry/enquiry.entity";
import { DraftAbout, DraftArea, EvidenceDraft } from "../evidence/draft.entity";
import { Evidence, EvidenceAbout, EvidenceArea } from "../evidence/evidence.entity";
import { FidelityConcern } from "../fidelity/fidelity-concern.entity";
import { Import } from "../import/import.entity";
import { InformationRequest } from "../information/information-request.entity";
import { Entry, LogHead } from "../log/entry.entity";
import { Idempotency } from "../mutation/idempotency.entity";
import { NetworkAttendance } from "../network/network-attendance.entity";
import { NetworkMeeting } from "../network/network-meeting.entity";
import { FormerPair } from "../pair/former-pair.entity";
import { Pair, PairMember } from "../pair/pair.entity";
import { ForgottenIdentity } from "../person/forgotten";
import { Person, PersonRole } from "../person/person.entity";
import { Cohort } from "../programme/cohort.entity";
import { Endorsement } from "../programme/endorsement.entity";
import { Fee } from "../programme/fee.entity";
import { Programme } from "../programme/programme.entity";
import { ProgrammeItem } from "../programme/programme-item.entity";
import { CompetencyArea, Standard } from "../programme/standard.entity";
import { StatusReview } from "../status-review/status-review.entity";
import { Booking } from "../supervision/booking.entity";
import { SupervisionFacilitator } from "../supervision/facilitator.entity";
import { SupervisionAttendance, SupervisionSession } from "../supervision/supervision-session.entity";
import { StaffAssignment } from "../trainee/staff-assignment.entity";
import { Trainee } from "../trainee/trainee.entity";

/** Every table. */
export const entities = [
  Access,
  Accreditation,
  Appeal,
  Application,
  ApplicationAnswer,
  Assessment,
  AssessmentEvidence,
  Board,
  Booking,
  Charge,
  Cohort,
  Commission,
  CompetencyArea,
  Contribution,
  ContributionPart,
  Contributor,
  ContributorAbout,
  ContributorArea,
  CourseAttendance,
  CourseDay,
  CourseDayFacilitator,
  CourseDayItem,
  Credential,
  CriterionScore,
  DemoMark,
  DirectoryEntry,
  Document,
  DraftAbout,
  DraftArea,
  Endorsement,
  Entry,
  Enquiry,
  Evidence,
  EvidenceAbout,
  EvidenceArea,
  EvidenceDraft,
  Fee,
  FidelityConcern,
  ForgottenIdentity,
  FormerPair,
  Idempotency,
  Import,
  InformationRequest,
  Judgement,
  JudgementEvidence,
  LogHead,
  NetworkAttendance,
  NetworkMeeting,
  Pair,
  PairMember,
  Person,
  PersonRole,
  Programme,
  ProgrammeItem,
  RateOffer,
  Seat,
  SigningKey,
  StaffAssignment,
  Standard,
  StatusReview,
  SupervisionAttendance,
  SupervisionFacilitator,
  SupervisionSession,
  Trainee,
];

/** Every step from an empty database to these tables. */
export const migrations = [join(__dirname, "../../migrations/*.js")];
