import { today } from "../truth/forms";
import { Row, Truth } from "../truth/truth";
import { OWN } from "./fields";
import { KINDS } from "./kinds";
import { Matter } from "./relations";

const released = (truth: Truth, assessmentId: unknown): boolean => truth.row(assessmentId).releasedAt !== null;

const aboutOf = (truth: Truth, evidenceId: unknown) =>
  truth.where("evidence_about", "evidenceId", evidenceId).map(({ traineeId }) => traineeId);

/** Whose each type of thing is. What is not here is nobody's in particular: the programme's own. */
const MATTERS: Readonly<Record<string, (row: Row, truth: Truth) => Matter>> = {
  Access: ({ personId, subjectId }, truth) => ({
    persons: [personId],
    opened: matterOf(truth, "Assessment", truth.row(subjectId)),
  }),
  Accreditation: ({ personId, traineeId }) => ({ persons: [personId], trainees: [traineeId] }),
  // It is against a decision that was released.
  Appeal: ({ traineeId }) => ({ trainees: [traineeId], released: true }),
  Application: ({ personId }) => ({ persons: [personId] }),
  ApplicationAnswer: ({ applicationId }, truth) => ({ persons: [truth.row(applicationId).personId] }),
  Assessment: ({ traineeId, releasedAt }) => ({ trainees: [traineeId], released: releasedAt !== null }),
  Board: ({ id }) => ({ boards: [id] }),
  Booking: ({ traineeId }) => ({ trainees: [traineeId] }),
  Charge: ({ boardId, traineeId }) => (traineeId === null ? { boards: [boardId] } : { trainees: [traineeId] }),
  Commission: ({ id, boardId }) => ({ commissions: [id], boards: [boardId] }),
  Contribution: ({ evidenceId, agreed }, truth) => ({
    trainees: aboutOf(truth, evidenceId),
    shared: Number(agreed) === 1,
  }),
  ContributionPart: ({ contributionId }, truth) => matterOf(truth, "Contribution", truth.row(contributionId)),
  Contributor: ({ commissionId }) => ({ commissions: [commissionId] }),
  CourseAttendance: ({ traineeId }) => ({ trainees: [traineeId] }),
  Credential: ({ personId, traineeId }) => ({ persons: [personId], trainees: [traineeId] }),
  CriterionScore: ({ applicationId }, truth) => ({ persons: [truth.row(applicationId).personId] }),
  DirectoryEntry: ({ personId }) => ({ persons: [personId] }),
  Document: ({ applicationId, evidenceDraftId, evidenceId, commissionId }, truth) =>
    matterOfDocument(truth, applicationId ?? evidenceDraftId ?? evidenceId ?? commissionId),
  Enquiry: ({ personId }) => ({ persons: [personId] }),
  Evidence: ({ id, submittedById }, truth) => ({
    trainees: aboutOf(truth, id),
    giver: submittedById,
    shared: truth.where("Contribution", "evidenceId", id).some(({ agreed }) => Number(agreed) === 1),
  }),
  EvidenceDraft: ({ writtenById }) => ({ persons: [writtenById] }),
  FidelityConcern: ({ personId }) => ({ persons: [personId] }),
  InformationRequest: ({ commissionId, boardId }) => ({ commissions: [commissionId], boards: [boardId] }),
  Judgement: ({ traineeId, assessmentId }, truth) => ({
    trainees: [traineeId],
    released: released(truth, assessmentId),
  }),
  NetworkAttendance: ({ personId }) => ({ persons: [personId] }),
  Pair: ({ id }) => ({ pairs: [id] }),
  PairMember: ({ pairId }) => ({ pairs: [pairId] }),
  Person: ({ id }) => ({ persons: [id] }),
  RateOffer: ({ commissionId, boardId }) => ({ commissions: [commissionId], boards: [boardId] }),
  Seat: ({ boardId }) => ({ boards: [boardId] }),
  StaffAssignment: ({ traineeId }) => ({ trainees: [traineeId] }),
  StatusReview: ({ personId }) => ({ persons: [personId] }),
  SupervisionAttendance: ({ traineeId }) => ({ trainees: [traineeId] }),
  SupervisionSession: ({ id, boardId, notesSharedAt, reviewerId, supervisorId }, truth) => ({
    ...(reviewerId !== null && { ofReviewer: reviewerId, heldBy: supervisorId }),
    trainees: truth.where("SupervisionAttendance", "sessionId", id).map(({ traineeId }) => traineeId),
    boards: [boardId],
    shared: notesSharedAt !== null,
  }),
  // The record and not the person: who supervises or assesses somebody does so on one cohort, not on another.
  Trainee: ({ id }, truth) => ({
    trainees: [id],
    released: truth.where("Assessment", "traineeId", id).some(({ releasedAt }) => releasedAt !== null),
  }),
};

/** A document is whose that is which it belongs to. */
const matterOfDocument = (truth: Truth, id: unknown): Matter => {
  const { type, row } = truth.thing(id) ?? { type: "?", row: {} };
  return matterOf(truth, type, row);
};

/** Whose a thing is. */
export const matterOf = (truth: Truth, type: string, row: Row): Matter =>
  type === "Entry" ? matterOfEntry(truth, row) : (MATTERS[type]?.(row, truth) ?? {});

const matterOfEntry = (truth: Truth, entry: Row): Matter => {
  const { about, opened } = KINDS[entry.kind as string] ?? {};
  const subject = truth.thing(entry.subjectId);
  if (!about || !subject) return {};
  const { giver: _, heldBy: __, ...matter } = matterOf(truth, subject.type, subject.row);
  // An entry stays as it was written: what was not released or shared by then is not by what came later.
  const flags = { released: opened === true, shared: opened === true };
  if (about === "its writer") return { persons: [entry.personId] };
  if (about === "its trainee") return { trainees: [entry.traineeId], ...flags };
  return about === "its trainee too"
    ? { ...matter, trainees: [...(matter.trainees ?? []), entry.traineeId], ...flags }
    : { ...matter, ...flags };
};

/** Whether it is, or is part of, an application that was not submitted, or not since it was last begun. */
const isDraft = (truth: Truth, type: string, row: Row): boolean =>
  (type === "Application" && row.submittedAt === null) ||
  (type === "ApplicationAnswer" && truth.row(row.applicationId).submittedAt === null);

/** Whether an accreditation is made known and holds today. */
const holds = (truth: Truth, { accreditedOn, lapsesOn, withdrawnOn, assessmentId }: Row): boolean =>
  (assessmentId === null || released(truth, assessmentId)) &&
  String(accreditedOn) <= today() &&
  today() < String(lapsesOn) &&
  (withdrawnOn === null || today() < String(withdrawnOn));

/** The row that a thing falls under. */
export const rowOf = (truth: Truth, type: string, row: Row): string => {
  if (type === "Entry") return KINDS[row.kind as string]?.row ?? "?";
  if (type === "SupervisionSession" && row.kind === "GROUP") return "group day";
  if (type === "Charge" && row.payer === "TRAINEE") return "programme fee";
  if (type === "Document") {
    const belongs = truth.thing(row.applicationId ?? row.evidenceDraftId ?? row.evidenceId ?? row.commissionId);
    return belongs ? rowOf(truth, belongs.type, belongs.row) : "?";
  }
  if (type === "DirectoryEntry") {
    if (row.leftAt !== null) return "left the directory";
    return holds(truth, truth.row(row.accreditationId)) ? "directory" : "directory record";
  }
  if (isDraft(truth, type, row)) return "application draft";
  // E15: a decision creates it, and those who may not see the decision yet must not see this either.
  if (
    (type === "Accreditation" || type === "Credential") &&
    row.assessmentId !== null &&
    !released(truth, row.assessmentId)
  ) {
    return "judgements, decision";
  }
  return OWN[type] ?? "?";
};
