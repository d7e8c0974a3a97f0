import { Difference } from "./telling";

/** What is judged and decided, and not released. */
export const differencesOfJudgement: readonly Difference[] = [
  {
    what: "another area is judged",
    tell: ({ id, does }) =>
      does("Alex", "recordJudgement", {
        ...{ assessmentId: id("assessment of Ada"), areaId: "C2", rating: "STRENGTH" },
        ...{ strengths: "Sees the system.", areasToWorkOn: "Shows it sooner." },
        evidenceIds: [id("Second reflection of Ada")],
      }),
    seenBy: "Alex Lee Gail",
  },
  {
    what: "evidence that came late is taken in",
    tell: ({ id, does }) =>
      does("Alex", "takeInEvidence", {
        assessmentId: id("assessment of Ada"),
        evidenceIds: [id("Late reflection of Ada")],
      }),
    seenBy: "Alex Lee Gail",
  },
  {
    what: "a decision accredits, and is not released",
    tell: async ({ id, does }) => {
      const assessmentId = id("assessment of Ada");
      for (const areaId of ["C2", "C3", "C4", "C5", "C6"]) {
        const words = { strengths: "Sound.", areasToWorkOn: "Pace." };
        await does("Alex", "recordJudgement", { assessmentId, areaId, rating: "MET", ...words });
      }
      const said = { outcome: "ACCREDIT", summary: "Ready to lead reviews." };
      await does("Alex", "decideAssessment", { assessmentId, ...said });
    },
    seenBy: "Alex Lee Gail",
  },
  {
    what: "a decision on one of the programme's leads accredits, and is not released",
    tell: ({ id, does }) => {
      const said = { outcome: "ACCREDIT", summary: "A lead who learns." };
      return does("Ann", "decideAssessment", { assessmentId: id("assessment of Gail"), ...said });
    },
    seenBy: "Ann Lee",
  },
  {
    what: "an appeal is upheld",
    tell: ({ id, does }) =>
      does("Olga", "decideAppeal", { appealId: id("appeal of Ada"), outcome: "UPHELD", reasons: "So it was heard." }),
    seenBy: "Ada Alex Lee Gail",
  },
];
