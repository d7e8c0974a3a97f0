import { COMPLETE } from "../support/applying";
import { daysAgo } from "../support/story.beginning";
import { Input } from "./world";

/** A change that somebody of its kind might want; `by` are those who come as far as its rules. */
export interface Change {
  readonly mutation: string;
  readonly by: string;
  readonly input: Input;
}

const REVIEW = { reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" };
const MEMBERS = ["Ada", "Ben", "Cara", "Rex", "Dora", "Eli", "Gail", "Hal"];
/** By whose name the pair is known. */
const PAIRED: Record<string, string> = { Ben: "Ada", Rex: "Cara", Eli: "Dora", Hal: "Gail" };
/** A file, as it is announced. */
export const FILE = { fileName: "file.pdf", type: "PDF", size: 9, sha256: "0".repeat(64) };
const WORDS = { strengths: "Asks how it made sense.", areasToWorkOn: "Says less." };

/** Every mutation with an input that is whole, by each kind of person who may use it. The version to name is added. */
export const changes = (id: (name: string) => string): readonly Change[] => {
  const trainee = (name: string) => ({ traineeId: id(`trainee ${name}`) });
  const commission = (name: string) => ({ commissionId: id(name) });
  const there = (...names: string[]) => ({ attendance: names.map((name) => ({ ...trainee(name), attended: true })) });
  const session = { date: daysAgo(0), minutes: 30, chargeMinor: 6_000, notes: "In confidence." };
  const item = (about: string, source: string) => ({
    ...{ traineeIds: [id(`trainee ${about}`)], source, title: "Again", text: "In words.", areaIds: ["C1"] },
  });
  const guest = (about: string) => ({
    ...{ traineeIds: [id(`trainee ${about}`)], areaIds: ["C1"], involvement: "BOARD" },
    ...{ name: "Guest", email: "guest@example.org" },
  });
  const run = (...names: string[]) => ({ facilitatorIds: names.map(id) });
  const area = { code: "D1", name: "Area", description: "What it asks." };
  const standard = {
    ...{ courseDays: 4, groupDays: 4, sources: 3, networkMeetings: 3, everyAreaMet: true, areas: [area] },
    ...{ reviewCountsFrom: "DRAFT_REPORT", assessorMayHaveSupervised: false },
  };
  const application = (name: string) => ({ applicationId: id(`application of ${name}`) });
  const scores = {
    scores: [1, 2].map((nth) => ({ criterionId: id(`criterion ${nth}`), score: nth })),
    reason: "Read.",
  };
  const offered = { decision: "OFFER", confirmBy: daysAgo(-9) };
  const listed = { sectors: ["CHILDREN"], nations: [], area: "Hull" };
  const accreditation = { accreditationId: id("accreditation of Rex") };
  const fee = { feeMinor: 1, vatPercent: 20 };
  const days = [11, 12, 13, 14].map((day) => ({ date: daysAgo(-day), venue: "Hull", topics: "Systems" }));
  const cohort = {
    ...{ name: "Third", opensOn: daysAgo(9), applyBy: daysAgo(-9), decisionsExpected: "2018-06", capacity: 9 },
    courseDays: days,
  };

  const all: [mutation: string, by: string, input: Input][] = [
    ["acceptRate", "Wes", { rateOfferId: id("offer of Cara") }],
    ["acceptRate", "Dora Eli Sol", { rateOfferId: id("offer of Dora") }],
    ["offerRate", "Cara", { ...commission("proposal of Cara"), personId: id("Cara"), amountMinor: 46_000 }],
    ["offerRate", "Wes", { ...commission("proposal of Cara"), personId: id("Rex"), amountMinor: 44_000 }],
    ["offerRate", "Ada", { ...commission("proposal of Ada"), personId: id("Ada"), amountMinor: 44_000 }],
    ["grantCommission", "Wes", commission("proposal of Cara")],
    ["grantCommission", "Eve", commission("proposal of Ada")],
    ["declineCommission", "Wes", { ...commission("proposal of Cara"), reason: "Not now." }],
    ["declineCommission", "Sol", { ...commission("review of Dora"), reason: "Not now." }],
    ["advanceCommission", "Dora Eli", { ...commission("review of Dora"), to: "SCOPING" }],
    ["advanceCommission", "Cara Rex", { ...commission("review of Cara"), to: "ANALYSIS" }],
    ["advanceCommission", "Ada Ben", { ...commission("review of Ada"), to: "SCOPING" }],
    ["recordQualityAssurance", "Lee Gail", { ...commission("review of Cara"), passed: true, notes: "Sound." }],
    ["recordBoardResponse", "Nia", { ...commission("review of Gail"), text: "We agree." }],
    ["recordBoardResponse", "Sol", { ...commission("review of Cara"), text: "We agree." }],
    ["recordPublication", "Nia", { ...commission("review of Gail"), publication: "FULL", reason: "Agreed." }],
    ["recordPublication", "Eve", { ...commission("proposal of Ada"), publication: "FULL", reason: "Agreed." }],
    ["withdrawRate", "Cara", { rateOfferId: id("offer of Cara"), reason: "Other work." }],
    ["withdrawRate", "Wes Dora Sol", { rateOfferId: id("offer of Dora") }],
    ["correctQualityAssurance", "Lee Gail", { ...commission("review of Cara"), notes: "A slip.", reason: "A slip." }],
    ["correctQualityAssurance", "Lee Gail", { ...commission("review of Gail"), passed: false, reason: "A slip." }],
    ["correctBoardResponse", "Nia", { ...commission("review of Gail"), text: "We agree.", reason: "Met again." }],
    ["correctBoardResponse", "Sol", { ...commission("review of Cara"), text: "We agree.", reason: "Met again." }],
    ["correctPublication", "Nia", { ...commission("review of Gail"), publication: "WITHHELD", reason: "A trial." }],
    ["correctPublication", "Eve", { ...commission("proposal of Ada"), publication: "FULL", reason: "It is over." }],
    ["requestInformation", "Cara Rex Sol", { ...commission("review of Cara"), request: "All.", dueOn: daysAgo(-9) }],
    ["requestInformation", "Ada Ben Nia", { ...commission("review of Ada"), request: "All.", dueOn: daysAgo(-9) }],
    [
      ...(["answerInformationRequest", "Sol Cara Nia"] as const),
      { informationRequestId: id("request of Cara"), response: "In the post." },
    ],
    [
      ...(["withdrawInformationRequest", "Rex Sol Ada"] as const),
      { informationRequestId: id("request of Cara"), reason: "Found." },
    ],
    ["agreeTargetDay", "Nia Lee", { ...commission("review of Gail"), targetOn: daysAgo(-90), reason: "More to read." }],
    [
      "agreeTargetDay",
      "Sol Gail",
      { ...commission("review of Cara"), targetOn: daysAgo(-90), reason: "More to read." },
    ],
    ["pauseCommission", "Sol Lee", { ...commission("review of Cara"), until: daysAgo(-30), reason: "An inquest." }],
    ["pauseCommission", "Nia Gail", { ...commission("review of Gail"), reason: "An inquest." }],
    ["resumeCommission", "Sol Lee", commission("review of Cara")],
    ["resumeCommission", "Nia Gail", commission("review of Ada")],
    ["abandonCommission", "Eve Gail", { ...commission("proposal of Ada"), reason: "The case was dismissed." }],
    ["abandonCommission", "Sol Lee", { ...commission("review of Dora"), reason: "The case was dismissed." }],
    ["closeCommission", "Lee Gail", commission("review of Ada")],

    ["submitEvidence", "Ada", { ...commission("review of Ada"), ...item("Ben", "OTHERS") }],
    ["submitEvidence", "Ben", { ...commission("review of Ada"), ...item("Ada", "TRAINEE") }],
    ["submitEvidence", "Cara", { ...commission("review of Cara"), ...item("Cara", "TRAINEE") }],
    ["submitEvidence", "Rex", { ...commission("review of Cara"), ...item("Cara", "DOCUMENT") }],
    ["submitEvidence", "Sam", { ...commission("review of Ada"), ...item("Ada", "OTHERS") }],
    ["submitEvidence", "Stu", { ...commission("review of Cara"), ...item("Cara", "OTHERS") }],
    ["submitEvidence", "Lee Gail", { ...commission("review of Dora"), ...item("Dora", "OTHERS") }],
    ["draftEvidence", "Ada", { ...commission("review of Ada"), ...item("Ben", "OTHERS") }],
    ["draftEvidence", "Ben", { ...commission("review of Ada"), ...item("Ada", "OTHERS") }],
    ["draftEvidence", "Stu", { ...commission("review of Cara"), ...item("Cara", "OTHERS") }],
    ["draftEvidence", "Lee Gail", { ...commission("review of Dora"), ...item("Dora", "OTHERS") }],
    [
      "changeEvidenceDraft",
      "Ada Ben Sam Lee Gail",
      { evidenceDraftId: id("draft of Ada"), areaIds: ["C2"], title: "Anew" },
    ],
    ["discardEvidenceDraft", "Ada Ben Sam Lee Gail", { evidenceDraftId: id("draft of Ada") }],
    ["submitEvidenceDraft", "Ada Ben Sam Lee Gail", { evidenceDraftId: id("draft of Ada") }],
    ["returnEvidence", "Sam Alex Lee Gail", { evidenceId: id("Second reflection of Ada"), reason: "Too short." }],
    ["returnEvidence", "Stu Ann Hal", { evidenceId: id("Reflection of Cara"), reason: "Too short." }],
    ["withdrawEvidence", "Ada Ben Sam", { evidenceId: id("Second reflection of Ada"), reason: "A slip." }],
    ["withdrawEvidence", "Cara Rex Stu", { evidenceId: id("Reflection of Cara"), reason: "A slip." }],
    ...(["Alex", "Ann"] as const).map((by): [string, string, Input] => [
      ...(["takeInEvidence", by] as const),
      {
        assessmentId: id(by === "Alex" ? "assessment of Ada" : "assessment of Gail"),
        evidenceIds: [id("Late reflection of Ada")],
      },
    ]),
    ["nameContributor", "Ada Ben", { ...commission("review of Ada"), ...guest("Ada") }],
    ["nameContributor", "Cara Rex", { ...commission("review of Cara"), ...guest("Cara") }],
    ["issueContributionLink", "Sam Stu Lee Gail", { contributorId: id("Penn"), until: daysAgo(-9) }],
    ["issueContributionLink", "Stu Lee", { contributorId: id("Reed") }],
    ["revokeContributionLink", "Sam Stu Lee", { contributorId: id("Penn"), reason: "They are ill." }],
    ["forgetContributor", "Lee Gail", { contributorId: id("Penn"), reason: "REQUESTED" }],
    ["forgetContributor", "Lee Gail", { contributorId: id("Rowe"), reason: "REQUESTED" }],
    ["requestUpload", "Ada Ben", { ...commission("review of Ada"), ...FILE }],
    ["requestUpload", "Cara Rex", { ...commission("review of Cara"), ...FILE }],
    ["requestUpload", "Dan", { applicationId: id("draft of Dan"), ...FILE }],
    ["requestUpload", "Ada Ben Sam Lee Gail", { evidenceDraftId: id("draft of Ada"), ...FILE }],
    ["removeDocument", "Ada Lee Gail", { documentId: id("file of both"), reason: "Another one." }],
    ["removeDocument", "Ben Lee Gail", { documentId: id("file of Ben"), reason: "Another one." }],
    ["removeDocument", "Ada Ben Sam Lee Gail", { documentId: id("file of the draft"), reason: "Another one." }],
    ["removeDocument", "Rex Lee Gail", { documentId: id("report of Cara"), reason: "Another one." }],
    ["removeDocument", "Dan", { documentId: id("CV of Dan"), reason: "Another one." }],
    ["logIndividualSupervision", "Sam", { ...trainee("Ada"), ...commission("review of Ada"), ...session }],
    ["logIndividualSupervision", "Stu", { ...trainee("Cara"), ...commission("review of Cara"), ...session }],
    ["logIndividualSupervision", "Lee Gail", { ...trainee("Dora"), ...commission("review of Dora"), ...session }],
    [
      "logIndividualSupervision",
      "Stu Lee Gail",
      { reviewerId: id("Rex"), ...commission("review of Cara"), ...session },
    ],
    ["scheduleGroupSupervision", "Sam Stu", { date: daysAgo(0), venue: "Hull" }],
    ["scheduleGroupSupervision", "Lee Gail", { date: daysAgo(0), venue: "Hull", supervisorId: id("Sam") }],
    ["recordGroupAttendance", "Stu", { sessionId: id("group day"), ...there("Cara") }],
    ["recordGroupAttendance", "Sam", { sessionId: id("group day"), ...there("Ada", "Ben") }],
    ["recordGroupAttendance", "Lee Gail", { sessionId: id("group day"), ...there("Ada", "Cara") }],
    ["bookGroupSupervision", "Ada Ben Sam", { sessionId: id("day to come"), ...trainee("Ada") }],
    ["bookGroupSupervision", "Dora Lee Gail", { sessionId: id("day to come"), ...trainee("Dora") }],
    ["cancelBooking", "Cara Stu Lee Gail", { bookingId: id("booking of Cara"), reason: "Is ill." }],
    ["cancelBooking", "Ben Sam", { bookingId: id("booking of Ben") }],
    ["changeGroupSupervision", "Stu", { sessionId: id("day to come"), date: daysAgo(-8), reason: "The room." }],
    [
      ...(["changeGroupSupervision", "Lee Gail"] as const),
      { sessionId: id("group day"), venue: "Hull", supervisorId: id("Sam"), ...run("Stu", "Hugo"), reason: "It was." },
    ],
    ["cancelGroupSupervision", "Stu Lee Gail", { sessionId: id("day to come"), reason: "The room is flooded." }],
    ["correctIndividualSupervision", "Sam", { sessionId: id("silent session"), minutes: 45, reason: "A slip." }],
    [
      ...(["correctIndividualSupervision", "Stu Lee Gail"] as const),
      { sessionId: id("session of Cara"), notes: "Anew.", chargeMinor: 1, reason: "A slip." },
    ],
    ["strikeOutIndividualSupervision", "Sam", { sessionId: id("shared session"), reason: "It never was." }],
    ["strikeOutIndividualSupervision", "Stu Lee Gail", { sessionId: id("session of Cara"), reason: "It never was." }],
    ["shareSupervisionNotes", "Sam Lee Gail", { sessionId: id("silent session") }],
    ["shareSupervisionNotes", "Stu", { sessionId: id("session of Cara") }],
    [
      ...(["scheduleNetworkMeeting", "Lee Gail"] as const),
      { programmeId: id("programme"), date: daysAgo(0), venue: "Hull", topic: "Findings" },
    ],
    ["changeNetworkMeeting", "Lee Gail", { meetingId: id("meeting held"), date: daysAgo(5), reason: "It was." }],
    ["cancelNetworkMeeting", "Lee Gail", { meetingId: id("meeting to come"), reason: "The room is flooded." }],
    [
      ...(["recordNetworkAttendance", "Lee Gail"] as const),
      { meetingId: id("meeting held"), attendance: [{ accreditationId: id("accreditation of Rex"), attended: true }] },
    ],
    [
      "correctIndividualSupervision",
      "Sam Lee Gail",
      { sessionId: id("session of Rex"), minutes: 62, reason: "A slip." },
    ],
    ["strikeOutIndividualSupervision", "Sam Lee Gail", { sessionId: id("session of Rex"), reason: "It never was." }],
    ["shareSupervisionNotes", "Sam Lee Gail", { sessionId: id("session of Rex") }],
    ["recordCourseAttendance", "Lee Gail", { courseDayId: id("course day 3"), ...there("Ada", "Cara") }],

    [
      ...(["raiseFidelityConcern", "Lee Gail"] as const),
      { accreditationId: id("accreditation of Rex"), ...commission("review of Cara"), concern: "He asked nobody." },
    ],
    [
      ...(["answerFidelityConcern", "Rex Cara Sol Ada Stu"] as const),
      { fidelityConcernId: id("concern of Rex"), answer: "I asked all of them." },
    ],
    [
      ...(["closeFidelityConcern", "Lee Gail"] as const),
      { fidelityConcernId: id("concern of Rex"), outcome: "PUT_RIGHT", reason: "He has asked since." },
    ],
    ["reopenFidelityConcern", "Lee Gail", { fidelityConcernId: id("concern of Rex"), reason: "There is more." }],
    ["formPair", "Lee Gail", { personIds: [id("Rex"), id("Cara")], practice: false }],

    ["chargeFee", "Lee Gail", trainee("Ben")],
    ["chargeFee", "Lee", trainee("Gail")],
    [
      "chargeQualityAssurance",
      "Lee Gail",
      { ...commission("review of Ada"), amountMinor: 45_001, purpose: "A draft." },
    ],
    ["creditCharge", "Lee Gail", { chargeId: id("fee of Cara"), amountMinor: 1_001, reason: "As agreed." }],
    ["creditCharge", "Lee Gail", { chargeId: id("quality of Ada"), reason: "As agreed." }],

    ["openAssessment", "Alex", trainee("Ben")],
    ["openAssessment", "Ann Hal", trainee("Cara")],
    ["openAssessment", "Lee Gail", { ...trainee("Cara"), assessorId: id("Ann") }],
    ["openAssessment", "Lee Gail", { ...trainee("Gail"), assessorId: id("Ann") }],
    ["recordJudgement", "Alex", { assessmentId: id("assessment of Ada"), areaId: "C3", rating: "MET", ...WORDS }],
    ["recordJudgement", "Ann", { assessmentId: id("assessment of Gail"), areaId: "C3", rating: "MET", ...WORDS }],
    [
      ...(["decideAssessment", "Alex"] as const),
      { assessmentId: id("assessment of Ada"), outcome: "NOT_ACCREDITED", summary: "No." },
    ],
    [
      ...(["decideAssessment", "Ann"] as const),
      { assessmentId: id("assessment of Gail"), outcome: "NOT_ACCREDITED", summary: "No." },
    ],
    ["releaseAssessment", "Lee Gail", { assessmentId: id("assessment of Gail") }],
    ["releaseAssessment", "Lee Gail", { assessmentId: id("assessment of Ada") }],

    ["appealDecision", "Ada", { assessmentId: id("released assessment"), grounds: "Again." }],
    ["appealDecision", "Gail", { assessmentId: id("assessment of Gail"), grounds: "Again." }],
    ["assignAppeal", "Lee Gail", { appealId: id("appeal of Ada"), assessorId: id("Alex"), reason: "Is ill." }],
    ["decideAppeal", "Olga Ann", { appealId: id("appeal of Ada"), outcome: "UPHELD", reasons: "So it was." }],
    ["withdrawAppeal", "Ada Cara", { appealId: id("appeal of Ada"), reason: "It was heard." }],
    ["issueCredential", "Lee Gail", { accreditationId: "LT-REX" }],
    ["replaceCredential", "Lee Gail", { credentialId: id("credential of Rex"), reason: "Another name." }],

    ["assignStaff", "Lee Gail", { ...trainee("Dora"), personId: id("Sam"), role: "SUPERVISOR" }],
    ["assignStaff", "Lee Gail", { ...trainee("Gail"), personId: id("Hal"), role: "ASSESSOR" }],
    ["changeApplication", "Dan Lee Gail", { applicationId: id("draft of Dan"), statement: "In words." }],
    ["submitApplication", "Dan Lee Gail Nick", { applicationId: id("draft of Dan") }],
    ["reopenApplication", "Dan Gail", { applicationId: id("draft of Dan") }],
    ["submitApplication", "Eve Ada", { applicationId: id("application of Eve") }],
    ["withdrawApplication", "Eve Ada", { applicationId: id("application of Eve"), reason: "No time." }],
    ["reopenApplication", "Eve Ada", { applicationId: id("application of Eve") }],
    ["scoreApplication", "Lee Gail", { ...application("Gail"), ...scores }],
    ["scoreApplication", "Lee Gail", { ...application("Eve"), ...scores }],
    ["decideApplication", "Lee Gail", { ...application("Gail"), ...offered }],
    ["decideApplication", "Lee Gail", { ...application("Eve"), decision: "REFUSE", reason: "Full." }],
    ["withdrawOffer", "Lee Gail", { ...application("Eve"), reason: "Not heard." }],
    ["confirmPlace", "Eve Gail Ada", application("Eve")],
    ["declinePlace", "Eve Gail Ada", { ...application("Gail"), reason: "No time." }],
    ["askForCall", "Wes Nick Stu", { programmeId: id("programme"), question: "And the fee?" }],
    ["arrangeCall", "Lee Gail", { enquiryId: id("enquiry of Wes"), at: "2018-03-21T10:00:00.000Z", reason: "Ill." }],
    ["closeEnquiry", "Wes Lee Nia", { enquiryId: id("enquiry of Wes"), reason: "Answered." }],
    ["enterDirectory", "Rex Lee Cara", { accreditationId: "LT-REX", ...listed, agrees: true }],
    ["enterDirectory", "Stu Nick", { accreditationId: "LT-HUGO", ...listed, agrees: true }],
    ["changeDirectoryEntry", "Rex Lee Nick", { directoryEntryId: id("entry of Rex"), ...listed }],
    ["leaveDirectory", "Rex Gail Nia", { directoryEntryId: id("entry of Rex") }],
    ["removeDirectoryEntry", "Lee Gail", { directoryEntryId: id("entry of Rex"), reason: "It is not theirs." }],
    ["removeDirectoryEntry", "Lee Gail", { directoryEntryId: id("entry of Hugo"), reason: "It is not theirs." }],
    ["enrolTrainee", "Lee Gail", { personId: id("Nick"), cohortId: id("second cohort") }],
    ["enrolTrainee", "Lee Gail", { personId: id("Gail"), cohortId: id("second cohort") }],
    ["deferTrainee", "Lee Gail", { ...trainee("Fay"), cohortId: id("second cohort"), reason: "Is ill." }],
    ["deferTrainee", "Lee Gail", { ...trainee("Cara"), cohortId: id("second cohort"), reason: "Is ill." }],
    ["deferTrainee", "Lee Gail", { ...trainee("Gail"), cohortId: id("second cohort"), reason: "Is ill." }],
    ["withdrawTrainee", "Lee Gail", { ...trainee("Fay"), reason: "Moves abroad." }],
    ["withdrawTrainee", "Lee Gail", { ...trainee("Gail"), reason: "Moves abroad." }],
    ["withdrawTrainee", "Lee Gail", { ...trainee("Hal"), reason: "Moves abroad." }],
    ["returnTrainee", "Lee Gail", { ...trainee("Gus"), cohortId: id("second cohort"), reason: "Is back." }],
    [
      ...(["changeCourseDay", "Lee Gail"] as const),
      { courseDayId: id("course day 2"), ...run("Lee", "Hugo"), itemIds: [id("a tool")], reason: "As it was." },
    ],
    ["formPair", "Lee Gail", { personIds: [id("Dan"), id("Gail")] }],
    ["formPair", "Lee Gail", { personIds: [id("Dan"), id("Rex")] }],
    ["invitePerson", "Lee Gail", { name: "Ada Again", email: "ada@example.org" }],
    ["importPeople", "Lee Gail", { csv: "name,email\nAda Again,ada@example.org\nKit,kit@example.org" }],
    ["importBoards", "Lee Gail", { csv: "reference,name,kind,sector,jurisdiction\nNORTHMOOR,N,SAB,ADULTS,E" }],
    ["importBoards", "Lee Gail", { csv: "reference,name,kind,sector,jurisdiction\nFEN,Fen,SAB,ADULTS,England" }],
    [
      ...(["importCourseAttendance", "Lee Gail"] as const),
      { courseDayId: id("course day 3"), csv: "trainee,attended\nada@example.org,yes\ncara@example.org,yes" },
    ],
    ["changePerson", "Ada Ben Cara Nia Stu", { personId: id("Ada"), phone: "020 7946 0000" }],
    ["changePerson", "Lee Gail", { personId: id("Ada"), name: "Adair", email: "ben@example.org" }],
    ["changePerson", "Lee Gail", { personId: id("Hal"), name: "Hall" }],
    ["changeBoard", "Lee Gail", { boardId: id("Eastvale"), name: "Eastvale Bay", reason: "It is called so now." }],
    ["grantRole", "Lee Gail", { personId: id("Dan"), role: "SUPERVISOR" }],
    ["revokeRole", "Lee Gail", { personId: id("Hal"), role: "ASSESSOR", reason: "Has left." }],
    ["disablePerson", "Lee Gail", { personId: id("Eve"), reason: "Has left." }],
    [
      "registerBoard",
      "Lee Gail",
      { name: "N", reference: "NORTHMOOR", kind: "SAB", sector: "ADULTS", jurisdiction: "E" },
    ],
    ["grantSeat", "Lee Gail", { boardId: id("Harrowmere"), personId: id("Nick") }],
    ["endSeat", "Lee Gail", { boardId: id("Eastvale"), personId: id("Eve"), reason: "Has left." }],
    [
      ...(["createProgramme", "Lee Gail"] as const),
      {
        reference: "LT",
        name: "Again",
        summary: "Again.",
        contactEmail: "a@example.org",
        standard,
        fee: { appliesFrom: daysAgo(9), ...fee },
      },
    ],
    [
      ...(["publishItems", "Lee Gail"] as const),
      { programmeId: id("programme"), section: "TOPICS", items: [{ text: "Systems thinking." }] },
    ],
    ["changeProgramme", "Lee Gail", { programmeId: id("programme"), summary: "Said anew." }],
    ["recordEndorsement", "Lee Gail", { programmeId: id("programme"), by: "An institute" }],
    [
      ...(["endEndorsement", "Lee Gail"] as const),
      { programmeId: id("programme"), endorsementId: id("endorsement"), reason: "It ran out." },
    ],
    ["publishStandard", "Lee Gail", { programmeId: id("programme"), standard }],
    ["changeCohort", "Lee Gail", { cohortId: id("second cohort"), capacity: 1, reason: "The room is small." }],
    ["setFee", "Lee Gail", { programmeId: id("programme"), appliesFrom: daysAgo(-500), ...fee }],
    ["openCohort", "Lee Gail", { programmeId: id("programme"), reference: "LT-2018", ...cohort }],

    ...MEMBERS.map((by): [string, string, Input] => [
      ...(["proposeCommission", by] as const),
      { boardId: id("Northmoor"), pairId: id(`pair of ${PAIRED[by] ?? by}`), ...REVIEW },
    ]),
    ["beginApplication", "Dan Eve Ada Stu Lee", { cohortId: id("second cohort"), ...COMPLETE }],
    ["beginApplication", "Nick Wes", { cohortId: id("Northmoor"), ...COMPLETE }],
    [
      ...(["replacePartner", "Lee Gail"] as const),
      {
        ...{ pairId: id("pair of Ada"), leavingPersonId: id("Ben"), joiningPersonId: id("Dan"), reason: "Is ill." },
      },
    ],
    [
      ...(["replacePartner", "Lee Gail"] as const),
      {
        ...{ pairId: id("pair of Gail"), leavingPersonId: id("Gail"), joiningPersonId: id("Rex"), reason: "Is ill." },
      },
    ],
    [...(["decideStatusReview", "Lee Gail"] as const), { ...accreditation, outcome: "LAPSED", reason: "Has stopped." }],
    ["confirmConditionsMet", "Lee Gail", { ...accreditation, reason: "Was at both." }],
    ["withdrawAccreditation", "Lee Gail", { ...accreditation, reason: "A complaint." }],
    ["restoreAccreditation", "Lee Gail", { ...accreditation, reason: "It was unfounded." }],
    ["dissolvePair", "Lee Gail", { pairId: id("pair of Ada"), reason: "They part." }],
    ["unassignStaff", "Lee Gail", { ...trainee("Ada"), personId: id("Sam"), role: "SUPERVISOR", reason: "Has left." }],
    ["enablePerson", "Lee Gail", { personId: id("Hal"), reason: "Is back." }],
    ["requestErasure", "Nick Sam Nia Ada Lee", {}],
    ["erasePerson", "Lee Gail", { personId: id("Nick"), reason: "REQUESTED" }],
    ["erasePerson", "Lee Gail", { personId: id("Dan"), reason: "REQUESTED" }],
    // Ends every token of theirs.
    ["signOutEverywhere", "Nick Sam Nia Ada Lee", {}],
  ];
  return all.map(([mutation, by, input]) => ({ mutation, by, input }));
};
