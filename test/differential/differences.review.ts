import { FILE } from "./changes";
import { Difference } from "./telling";

/** Reviews, what they cost, supervision, attendance and evidence. */
export const differencesOfReview: readonly Difference[] = [
  {
    what: "another board was asked and declined",
    tell: async ({ id, does }) => {
      const review = { reviewKind: "SERIOUS_CASE_REVIEW", format: "THEMED", sector: "CHILDREN", practice: false };
      const asked = { boardId: id("Southmoor"), pairId: id("pair of Ada"), ...review };
      const commissionId = await does("Ada", "proposeCommission", asked);
      await does("Sol", "declineCommission", { commissionId, reason: "Not in our area." });
    },
    seenBy: "Ada Ben Sam Alex Sol Lee Gail",
  },
  {
    what: "another rate is offered to the other board",
    tell: ({ id, does }) =>
      does("Cara", "offerRate", { commissionId: id("proposal of Cara"), personId: id("Cara"), amountMinor: 47_700 }),
    seenBy: "Cara Rex Stu Ann Hal Wes Lee Gail",
  },
  {
    what: "quality assurance noted something else",
    tell: ({ id, otherwise }) =>
      otherwise("commission", { id: id("review of Ada") }, { qualityNotes: "Thin on the family's view." }),
    seenBy: "Ada Ben Sam Alex Lee Gail",
  },
  {
    what: "the board is charged for another pair",
    tell: ({ id, does }) => {
      const session = { traineeId: id("trainee Gail"), commissionId: id("review of Gail"), notes: "How Gail leads." };
      return does("Lee", "logIndividualSupervision", {
        ...{ ...session, date: "2018-03-05", minutes: 77, chargeMinor: 13_300 },
      });
    },
    seenBy: "Nia Ann Gail Lee",
  },
  {
    what: "a trainee is charged less of the fee",
    tell: ({ id, does }) =>
      does("Lee", "creditCharge", { chargeId: id("fee of Cara"), amountMinor: 50_001, reason: "A bursary for Cara." }),
    seenBy: "Cara Lee Gail",
  },
  {
    what: "another trainee is charged the fee",
    tell: ({ id, does }) => does("Lee", "chargeFee", { traineeId: id("trainee Ben") }),
    seenBy: "Ben Lee Gail",
  },
  {
    what: "the board is credited for quality assurance",
    tell: ({ id, does }) =>
      does("Lee", "creditCharge", { chargeId: id("quality of Ada"), amountMinor: 1_003, reason: "One draft less." }),
    seenBy: "Nia Lee Gail",
  },
  {
    what: "the supervisor's own notes say something else",
    tell: ({ id, otherwise }) => otherwise("supervision_session", { id: id("silent session") }, { notes: "Unsure." }),
    seenBy: "Sam Alex Lee Gail",
  },
  {
    what: "the supervisor's notes are shared with the trainee",
    tell: ({ id, otherwise }) =>
      otherwise("supervision_session", { id: id("silent session") }, { notesSharedAt: "2018-03-12 12:00:00.000" }),
    seenBy: "Ada Sam Alex Lee Gail",
  },
  {
    what: "what was noted of a reviewer says something else",
    tell: ({ id, otherwise }) => otherwise("supervision_session", { id: id("session of Rex") }, { notes: "Unsure." }),
    seenBy: "Sam Lee Gail",
  },
  {
    what: "what was noted of a reviewer is shared with them",
    tell: ({ id, otherwise }) =>
      otherwise("supervision_session", { id: id("session of Rex") }, { notesSharedAt: "2018-03-12 12:00:00.000" }),
    seenBy: "Rex Sam Lee Gail",
  },
  {
    what: "a session with a reviewer was longer",
    tell: ({ id, otherwise }) => otherwise("supervision_session", { id: id("session of Rex") }, { minutes: 62 }),
    seenBy: "Rex Sam Sol Lee Gail",
  },
  {
    what: "a trainee's own input says something else",
    tell: ({ id, otherwise }) =>
      otherwise("evidence", { id: id("Reflection of Ben") }, { title: "What I missed", text: "What I missed." }),
    seenBy: "Ben Sam Alex Lee Gail",
  },
  {
    what: "a trainee gave more of their own input",
    tell: ({ id, does }) =>
      does("Cara", "submitEvidence", {
        ...{ commissionId: id("review of Cara"), source: "TRAINEE", title: "On working with Rex", text: "Hard." },
        ...{ traineeIds: [id("trainee Cara")], areaIds: ["C6"] },
      }),
    seenBy: "Cara Stu Ann Hal Lee Gail",
  },
  {
    what: "a contributor who did not agree to be read wrote something else",
    tell: async ({ id, otherwise }) => {
      await otherwise("contribution", { contributorId: id("Page") }, { howKnown: "From another room." });
      await otherwise("contribution_part", { text: "Seen by Page." }, { text: "She hurried." });
    },
    seenBy: "Sam Alex Lee Gail",
  },
  {
    what: "it was another of two whom the pair named who answered",
    tell: async ({ id, otherwise }) => {
      await otherwise("contribution", { contributorId: id("Page") }, { contributorId: id("Penn") });
      await otherwise("contributor", { id: id("Penn") }, { givenAt: "2018-03-04 12:00:00.000" });
      await otherwise("contributor", { id: id("Page") }, { givenAt: null });
    },
    seenBy: "Sam Alex Lee Gail",
  },
  {
    what: "whom a pair named was sent their link, and it was taken back",
    tell: async ({ id, does }) => {
      await does("Sam", "issueContributionLink", { contributorId: id("Pell") });
      await does("Sam", "revokeContributionLink", { contributorId: id("Pell"), reason: "They are ill." });
    },
    seenBy: "Sam Alex Lee Gail",
  },
  {
    what: "a pair named somebody else",
    tell: ({ id, otherwise }) =>
      otherwise("contributor", { id: id("Reed") }, { name: "Rook", email: "rook@example.org" }),
    seenBy: "Cara Rex Stu Ann Hal Lee Gail",
  },
  {
    what: "a partner drafts another word on the other",
    tell: ({ id, does }) =>
      does("Ada", "draftEvidence", {
        ...{ commissionId: id("review of Ada"), source: "OTHERS", title: "How he leads", text: "From the back." },
        ...{ traineeIds: [id("trainee Ben")], areaIds: ["C6"] },
      }),
    seenBy: "Ada",
  },
  {
    what: "another file of a draft was announced",
    tell: ({ id, does }) =>
      does("Ada", "requestUpload", { ...FILE, evidenceDraftId: id("draft of Ada"), fileName: "More.pdf" }),
    seenBy: "Ada",
  },
  {
    what: "a draft of evidence goes on, and is given up",
    tell: async ({ id, does }) => {
      const evidenceDraftId = id("draft of Ada");
      await does("Ada", "changeEvidenceDraft", { evidenceDraftId, title: "A word unsaid", areaIds: ["C2", "C3"] });
      await does("Ada", "discardEvidenceDraft", { evidenceDraftId });
    },
    seenBy: "Ada",
  },
  {
    what: "a programme lead who is a trainee drafts evidence",
    tell: ({ id, does }) =>
      does("Gail", "draftEvidence", {
        ...{ commissionId: id("review of Gail"), source: "TRAINEE", title: "What a lead misses" },
        ...{ traineeIds: [id("trainee Gail")], selfRating: "DEVELOPING", areaIds: ["C6"] },
      }),
    seenBy: "Gail",
  },
  {
    what: "a word on a partner came back to who gave it",
    tell: ({ id, does }) =>
      does("Alex", "returnEvidence", { evidenceId: id("Word on a partner"), reason: "Say what you saw." }),
    seenBy: "Ada Ben Sam Alex Lee Gail",
  },
  {
    what: "a trainee took their own input back",
    tell: ({ id, does }) =>
      does("Cara", "withdrawEvidence", { evidenceId: id("Reflection of Cara"), reason: "It was another review." }),
    seenBy: "Cara Stu Ann Hal Lee Gail",
  },
  {
    what: "another report of the pair was announced",
    tell: ({ id, does }) =>
      does("Cara", "requestUpload", { ...FILE, commissionId: id("review of Cara"), fileName: "Second report.pdf" }),
    seenBy: "Cara Rex Stu Ann Hal Sol Lee Gail",
  },
  {
    what: "a file of a trainee's evidence has another name",
    tell: ({ id, otherwise }) => otherwise("document", { id: id("file of Ben") }, { fileName: "What I missed.pdf" }),
    seenBy: "Ben Sam Alex Lee Gail",
  },
  {
    what: "the CV of a draft is another",
    tell: ({ id, otherwise }) => otherwise("document", { id: id("CV of Dan") }, { size: 77, sha256: "7".repeat(64) }),
    seenBy: "Dan",
  },
  {
    what: "a trainee was there on a course day",
    tell: async ({ id, otherwise, otherwiseSaid }) => {
      const which = { courseDayId: id("course day 4"), traineeId: id("trainee Ben") };
      await otherwise("course_attendance", which, { attended: 1 });
      await otherwiseSaid("CourseAttendanceRecorded", "Ben", '"to":false', '"to":true');
    },
    seenBy: "Ben Sam Alex Lee Gail",
  },
  {
    what: "a trainee's attendance was recorded once more",
    tell: ({ id, does }) =>
      does("Lee", "recordCourseAttendance", {
        ...{ courseDayId: id("course day 2"), attendance: [{ traineeId: id("trainee Eli"), attended: true }] },
      }),
    seenBy: "Eli Lee Gail",
  },
  {
    what: "a trainee has completed the course, and the partner has not",
    tell: async ({ id, otherwise, otherwiseSaid }) => {
      const which = { courseDayId: id("course day 4"), traineeId: id("trainee Eli") };
      await otherwise("course_attendance", which, { attended: 1 });
      await otherwiseSaid("CourseAttendanceRecorded", "Eli", '"to":false', '"to":true');
    },
    seenBy: "Eli Lee Gail",
  },
];
