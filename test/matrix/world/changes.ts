import { daysAgo } from "../../support/story.beginning";
import { appealed, takenBack } from "./appeals";
import { applying, whole } from "./applicants";
import { nameSomebody } from "./contributing";
import { entered, saidAnew } from "./directory";
import { announce, bring, remove } from "./documents";
import { ended, filed, returned, submitted, withdrawn } from "./evidence";
import { inTurn, raised } from "./fidelity";
import { meet, onMeeting } from "./network";
import { cohort, programme } from "./programmes";
import { publish, revise } from "./publishing";
import { assess, give, interrupted, inWriting, published, review, superviseAlone, words } from "./reviews";
import { scoring } from "./selection";
import { Stage } from "./stage";
import { book, onSession } from "./supervision";
import { TheWorld } from "./world";

/** Every mutation at least once, by somebody who may: what they are answered is for the road `payloads` to look at. */
export const changes = async (stage: Stage, made: TheWorld): Promise<void> => {
  await beginnings(stage, made);
  await applied(stage, made);
  await selected(stage, made);
  await reviewed(stage, made);
  await assessed(stage, made);
  await contributed(stage, made);
  await concerned(stage, made);
  await networked(stage, made);
  await listed(stage, made);
  await decidedOn(stage, made);
};

/** The concern that is open is closed, and taken up again at the end. */
const concerned = async (stage: Stage, { people, commissions }: TheWorld): Promise<void> => {
  const { Lee, Rex } = people;
  const [open] = await stage.db.rows("SELECT id FROM fidelity_concern WHERE personId = ? AND closedAt IS NULL", [Rex]);
  await inTurn(stage, Lee, Rex, open?.id as string);
  await inTurn(stage, Lee, Rex, await raised(stage, Lee, Rex, commissions.theirs));
};

const networked = async (stage: Stage, { people, programmes, accreditations }: TheWorld): Promise<void> => {
  const { Lee, Rex, Lorna } = people;
  const does = (mutation: string, id: string, more: object) => onMeeting(stage, Lee, mutation, id, more);
  const { id } = await meet(stage, Lee, programmes.first, 6);
  const attendance = [Rex, Lorna].map((personId) => ({
    ...{ accreditationId: accreditations[personId], attended: personId === Rex },
  }));
  await does("recordNetworkAttendance", id, { attendance });
  await does("changeNetworkMeeting", id, { date: daysAgo(7), reason: words("Why") });
  const { id: never } = await meet(stage, Lee, programmes.first, -6);
  await does("cancelNetworkMeeting", never, { reason: words("Why") });
};

/** One who has left the directory comes again, changes what it says and leaves; a lead takes them out the next time. */
const listed = async (stage: Stage, { people }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Cara } = people;
  const now = async ({ id: directoryEntryId }: { id: string }) => ({
    ...{ directoryEntryId, expectedVersion: await version("directory_entry", directoryEntryId) },
  });
  const first = await entered(stage, Cara, "Cara");
  await saidAnew(stage, Cara, first, "Cara, again");
  await act(Cara, "leaveDirectory", await now(first));
  const second = await entered(stage, Cara, "Cara");
  await act(Lee, "removeDirectoryEntry", { ...(await now(second)), reason: words("Why") });
};

/** Lorna's review is due: it is decided with conditions, which are met; then hers is withdrawn, and restored. */
const decidedOn = async ({ act, version, db }: Stage, { people }: TheWorld): Promise<void> => {
  const [due] = await db.rows("SELECT id FROM accreditation WHERE personId = ?", [people.Lorna]);
  const accreditationId = due?.id as string;
  const conditions = { conditions: words("Conditions"), conditionsUntil: daysAgo(-90) };
  for (const [mutation, more] of [
    ["decideStatusReview", { outcome: "CONDITIONAL", ...conditions }],
    ["confirmConditionsMet", {}],
    ["withdrawAccreditation", {}],
    ["restoreAccreditation", {}],
  ] as const) {
    const expectedVersion = await version("accreditation", accreditationId);
    await act(people.Lee, mutation, { accreditationId, expectedVersion, reason: words("Why"), ...more });
  }
};

const contributed = async (stage: Stage, { people, commissions, trainees }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Stu, Rex } = people;
  const about = [trainees.Cara as string];
  const { id: contributorId } = await nameSomebody(stage, Rex, commissions.theirs, about, ["D1"], daysAgo(-9));
  for (const [by, mutation, more] of [
    [Stu, "issueContributionLink", {}],
    [Stu, "revokeContributionLink", { reason: words("Why") }],
    [Lee, "forgetContributor", { reason: "REQUESTED" }],
  ] as const) {
    await act(by, mutation, { contributorId, expectedVersion: await version("contributor", contributorId), ...more });
  }
};

const beginnings = async (stage: Stage, { people }: TheWorld): Promise<void> => {
  const { act, version, db } = stage;
  const { Lee, Sam, Alex, Rex } = people;
  const invited = async (name: string) => (await act(Lee, "invitePerson", { name, email: `${name}@example.org` })).id;
  const [Pia, Pip, Zoe] = [await invited("Pia"), await invited("Pip"), await invited("Zoe")];
  const of = async (personId: string) => ({ personId, expectedVersion: await version("person", personId) });
  await act(Lee, "grantRole", { ...(await of(Zoe)), role: "ASSESSOR" });
  await act(Lee, "revokeRole", { ...(await of(Zoe)), role: "ASSESSOR", reason: words("Why") });
  const { id: boardId } = await act(Lee, "registerBoard", {
    ...{ reference: "MOOR", name: "Moor", kind: "SAB", sector: "ADULTS", jurisdiction: "Land of Moor" },
  });
  for (const [mutation, why] of [["grantSeat"], ["endSeat", words("Why")]] as const) {
    const seat = { boardId, personId: Zoe, ...(why ? { reason: why } : {}) };
    await act(Lee, mutation, { ...seat, expectedVersion: await version("board", boardId) });
  }
  for (const mutation of ["disablePerson", "enablePerson"]) {
    await act(Lee, mutation, { ...(await of(Zoe)), reason: words("Why") });
  }
  await act(Lee, "changePerson", { ...(await of(Pip)), name: "Pip Renamed", phone: words("Phone").slice(0, 40) });
  await act(Lee, "changeBoard", {
    ...{ boardId, name: "Moor and Fen", reason: words("Why"), expectedVersion: await version("board", boardId) },
  });
  await act(Lee, "importPeople", { csv: "name,email\nPen,pen@example.org" });
  await act(Lee, "importBoards", {
    csv: "reference,name,kind,sector,jurisdiction\nFEN,Fen,SAB,ADULTS,Land of Fen",
  });
  await act(Pip, "requestErasure", {});
  await act(Pip, "signOutEverywhere", {});

  const { id: programmeId } = await act(Lee, "createProgramme", programme("NX", "E", [1, 0, 1, "PUBLISHED", false]));
  await publish(stage, Lee, programmeId, "Reading for NX", 3);
  const { id: cohortId } = await act(Lee, "openCohort", cohort(programmeId, "NX-D", 60, [10]));
  await revise(stage, Lee, { programmeId, cohortId, letter: "F" }, 61);
  const { id: traineeId } = await act(Lee, "enrolTrainee", { personId: Pia, cohortId });
  await act(Lee, "enrolTrainee", { personId: Pip, cohortId });
  const [fee] = await db.rows("SELECT id FROM charge WHERE traineeId = ?", [traineeId]);
  await act(Lee, "creditCharge", { chargeId: fee?.id, reason: words("Why") });
  await act(Lee, "chargeFee", { traineeId });
  const { id: pairId } = await act(Lee, "formPair", { personIds: [Pia, Pip] });
  for (const [personId, role] of [
    [Sam, "SUPERVISOR"],
    [Alex, "ASSESSOR"],
  ]) {
    await act(Lee, "assignStaff", { traineeId, personId, role, expectedVersion: await version("trainee", traineeId) });
  }
  await act(Lee, "unassignStaff", {
    ...{ traineeId, personId: Sam, role: "SUPERVISOR", reason: words("Why") },
    expectedVersion: await version("trainee", traineeId),
  });
  const instead = { leavingPersonId: Pip, joiningPersonId: Rex, reason: words("Why") };
  const { id: next } = await act(Lee, "replacePartner", { pairId, expectedVersion: 1, ...instead });
  await act(Lee, "dissolvePair", { pairId: next, expectedVersion: 1, reason: words("Why") });
  await act(Lee, "erasePerson", { ...(await of(Zoe)), reason: "REQUESTED" });
  const [day] = await db.rows("SELECT id FROM course_day WHERE cohortId = ?", [cohortId]);
  const attendance = [{ traineeId, attended: true }];
  await act(Lee, "recordCourseAttendance", { courseDayId: day?.id, attendance, expectedVersion: 1 });
  await act(Lee, "changeCourseDay", {
    ...{ courseDayId: day?.id, date: daysAgo(9), facilitatorIds: [Sam], reason: words("Why"), expectedVersion: 2 },
  });
  const csv = "trainee,attended\nPip@example.org,yes";
  await act(Lee, "importCourseAttendance", { courseDayId: day?.id, csv, expectedVersion: 3 });
  const { id: later } = await act(Lee, "openCohort", cohort(programmeId, "NX-E", -30, [-60, -61]));
  for (const [mutation, more] of [
    ["deferTrainee", { cohortId: later }],
    ["withdrawTrainee", {}],
    ["returnTrainee", { cohortId: later }],
  ] as const) {
    const expectedVersion = await version("trainee", traineeId);
    await act(Lee, mutation, { traineeId, reason: words("Why"), expectedVersion, ...more });
  }
};

const applied = async (stage: Stage, { people, cohorts, programmes }: TheWorld): Promise<void> => {
  const { act } = stage;
  const { Lee, Ann, Wes } = people;
  const { applicationId, does } = await applying(stage, Ann, cohorts.open);
  await does("changeApplication", whole());
  await announce(stage, Ann, { applicationId });
  await does("submitApplication");
  await does("withdrawApplication", { reason: words("Why") });
  await does("reopenApplication");
  const asked = { programmeId: programmes.first, question: words("Question") };
  const { id: enquiryId, version: expectedVersion } = await act(Wes, "askForCall", asked);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  const { version: arranged } = await act(Lee, "arrangeCall", { enquiryId, at, expectedVersion });
  await act(Wes, "closeEnquiry", { enquiryId, reason: words("Why"), expectedVersion: arranged });
};

const selected = async (stage: Stage, { people, cohorts }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Lorna, Sol } = people;
  const { applicationId, does } = await applying(stage, Sol, cohorts.open, whole());
  await does("submitApplication");
  for (const [by, points] of [
    [Lee, 3],
    [Lorna, 4],
    [Lorna, 2],
  ] as const) {
    await scoring(stage, by, applicationId, points);
  }
  const decides = async (mutation: string, of: string, more: object) =>
    act(Lee, mutation, { applicationId: of, expectedVersion: await version("application", of), ...more });
  const offer = { decision: "OFFER", confirmBy: daysAgo(-8) };
  await decides("decideApplication", applicationId, { ...offer, reason: words("Decision") });
  await does("confirmPlace");
  await does("declinePlace", { reason: words("Why") }); // Rob, who waits, moves up
  const [nick] = await stage.db.rows("SELECT id FROM application WHERE personId = ?", [people.Nick]);
  for (const by of [Lee, Lorna]) await scoring(stage, by, nick?.id as string, 3);
  await decides("decideApplication", nick?.id as string, offer);
  await decides("withdrawOffer", nick?.id as string, { reason: words("Decision") });
};

const reviewed = async (stage: Stage, { people, parties, commissions, trainees }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Ben, Sam, Eve } = people;
  const { asking: commissionId, ours } = commissions;
  const { another: party } = parties;
  await inWriting(stage, party, commissionId, 0);
  const offer = { commissionId, personId: Ben, amountMinor: 1 + 70_000 };
  const { id: rateOfferId } = await act(Ben, "offerRate", {
    ...{ ...offer, expectedVersion: await version("commission", commissionId) },
  });
  await act(Ben, "withdrawRate", { rateOfferId, expectedVersion: 1, reason: words("Why") });
  const declining = { commissionId, expectedVersion: await version("commission", commissionId) };
  await act(Eve, "declineCommission", { ...declining, reason: words("Why") });
  await published(stage, parties.another, await review(stage, parties.another, 0));
  const another = await review(stage, parties.another, 0);
  await remove(stage, Ben, (await announce(stage, Ben, { commissionId: another })).id);
  await interrupted(stage, parties.another, another, 0);
  await act(Eve, "abandonCommission", {
    ...{ commissionId: another, expectedVersion: await version("commission", another), reason: words("Why") },
  });

  await act(people.Lee, "chargeQualityAssurance", { commissionId: ours, purpose: words("For"), amountMinor: 2_000 });
  const { id: sessionId, version: seen } = await act(Sam, "scheduleGroupSupervision", {
    ...{ date: daysAgo(2), venue: words("A room") },
  });
  const attendance = ["Ada", "Ben"].map((name) => ({ traineeId: trainees[name], attended: name === "Ada" }));
  await act(Sam, "recordGroupAttendance", { sessionId, attendance, expectedVersion: seen });
  const { id: alone } = await superviseAlone(stage, Sam, { traineeId: trainees.Ada as string }, ours, false, 1);
  await supervised(stage, people, trainees as Record<string, string>, alone);
  await give(stage, Ben, ours, "OTHERS", [trainees.Ada as string], ["C1"]);
  const byBen = { by: Ben, commissionId: ours, source: "OTHERS", about: trainees.Ada as string, areaIds: ["C1"] };
  const { id: replacesId } = await returned(stage, Sam, byBen);
  await withdrawn(stage, byBen);
  const draft = await filed(stage, { ...byBen, replacesId });
  await remove(stage, Ben, await bring(stage, Ben, { evidenceDraftId: draft.id }));
  await ended(stage, Ben, "submitEvidenceDraft", draft);
  const [file] = await stage.db.rows("SELECT id FROM document WHERE evidenceId IS NOT NULL ORDER BY id DESC");
  await remove(stage, people.Lee, file?.id as string);
  await ended(stage, Ben, "discardEvidenceDraft", await filed(stage, byBen));
};

/** A day to come is booked, waited for, moved and cancelled; a session one to one is shared, corrected and struck out. */
const supervised = async (
  stage: Stage,
  { Lee, Sam, Ada, Ben }: TheWorld["people"],
  trainees: Record<string, string>,
  alone: string,
): Promise<void> => {
  const { act, version } = stage;
  const day = { date: daysAgo(-7), venue: words("A room"), capacity: 1, supervisorId: Sam, facilitatorIds: [Lee] };
  const { id } = await act(Lee, "scheduleGroupSupervision", day);
  const { id: bookingId } = await book(stage, Ada, id, trainees.Ada as string);
  await book(stage, Ben, id, trainees.Ben as string);
  await act(Ada, "cancelBooking", {
    bookingId,
    reason: words("Why"),
    expectedVersion: await version("booking", bookingId),
  });
  const why = () => ({ reason: words("Why") });
  await onSession(stage, Lee, "changeGroupSupervision", id, { date: daysAgo(-8), facilitatorIds: [], ...why() });
  await onSession(stage, Sam, "cancelGroupSupervision", id, why());
  await onSession(stage, Sam, "shareSupervisionNotes", alone);
  const said = { minutes: 77, chargeMinor: 7_777, notes: words("Shared notes anew") };
  await onSession(stage, Sam, "correctIndividualSupervision", alone, { ...said, ...why() });
  await onSession(stage, Lee, "strikeOutIndividualSupervision", alone, why());
};

const assessed = async (stage: Stage, { people, assessments, trainees, commissions }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Alex, Ann } = people;
  const { open: assessmentId, waiting } = assessments;
  const now = (id: string) => version("assessment", id);
  const said = { strengths: words("Strengths"), areasToWorkOn: words("To work on") };
  for (const areaId of ["C1", "C2"]) {
    const judged = { assessmentId, areaId, rating: "STRENGTH", ...said };
    await act(Alex, "recordJudgement", { ...judged, expectedVersion: await now(assessmentId) });
  }
  const byAda = { by: people.Ada, commissionId: commissions.ours, source: "TRAINEE", about: trainees.Ada as string };
  const { id: since } = await submitted(stage, { ...byAda, areaIds: ["C1"], selfRating: "STRENGTH" });
  await act(Alex, "takeInEvidence", { assessmentId, evidenceIds: [since], expectedVersion: await now(assessmentId) });
  const decided = { assessmentId, outcome: "ACCREDIT", summary: words("Summary") };
  await act(Alex, "decideAssessment", { ...decided, expectedVersion: await now(assessmentId) });
  for (const id of [assessmentId, waiting]) {
    await act(Lee, "releaseAssessment", { assessmentId: id, expectedVersion: await now(id) });
  }
  await appealed(stage, people.Lena, waiting, { lead: Lee, to: people.Ora, outcome: "DISMISSED" });
  const lena = trainees.Lena as string;
  const second = await assess(stage, Ann, lena, ["D1", "D2"], "FURTHER_EVIDENCE_NEEDED");
  await act(Lee, "releaseAssessment", { assessmentId: second, expectedVersion: await now(second) });
  await takenBack(stage, people.Lena, second);
  await assess(stage, Ann, lena, ["D1"], null);
  await act(Lee, "issueCredential", { accreditationId: "LT-REX1-0001" });
  const [credential] = await stage.db.rows(
    "SELECT id FROM credential WHERE currentOf IS NOT NULL AND traineeId IS NULL",
  );
  await act(Lee, "replaceCredential", { credentialId: credential?.id, reason: words("Why") });
};
