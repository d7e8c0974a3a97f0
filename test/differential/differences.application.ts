import { COMPLETE } from "../support/applying";
import { Difference, Telling } from "./telling";

const begun = (telling: Telling, by: string, said: object = COMPLETE): Promise<string> =>
  telling.does(by, "beginApplication", { cohortId: telling.id("second cohort"), ...said });

const scored = ({ id, does }: Telling, whose: string): Promise<string> =>
  does("Lee", "scoreApplication", {
    applicationId: id(`application of ${whose}`),
    scores: [1, 2].map((nth) => ({ criterionId: id(`criterion ${nth}`), score: 2, comment: "Has led two reviews." })),
  });

/** Who applies, and who asks for a call. */
export const differencesOfApplication: readonly Difference[] = [
  {
    what: "a stranger has applied, and applied in vain before",
    tell: async (telling) => {
      const invited = { name: "Orla Orchid", email: "orla@example.org" };
      const orla = await telling.does("Lee", "invitePerson", invited);
      const applicationId = await begun(telling, orla);
      for (const mutation of ["submitApplication", "withdrawApplication", "reopenApplication", "submitApplication"]) {
        await telling.does(orla, mutation, { applicationId });
      }
    },
    seenBy: "Lee Gail",
  },
  {
    what: "a reviewer has begun to apply",
    tell: (telling) => begun(telling, "Rex"),
    seenBy: "Rex",
  },
  {
    what: "a programme lead has begun to apply",
    tell: (telling) => begun(telling, "Gail", { answers: COMPLETE.answers }),
    seenBy: "Gail",
  },
  {
    what: "a draft goes on",
    tell: ({ id, does }) => does("Dan", "changeApplication", { applicationId: id("draft of Dan"), ...COMPLETE }),
    seenBy: "Dan",
  },
  {
    what: "an application is scored",
    tell: (telling) => scored(telling, "Eve"),
    seenBy: "Lee Gail",
  },
  {
    what: "an application was offered a place",
    tell: ({ id, otherwise }) =>
      otherwise(
        "application",
        { id: id("application of Eve") },
        {
          state: "OFFERED",
          decidedAt: "2018-03-12 12:00:00.000",
          decisionReason: "Well told.",
          confirmBy: "2018-04-01",
        },
      ),
    seenBy: "Eve Lee Gail",
  },
  {
    what: "a programme lead's own application is scored",
    tell: (telling) => scored(telling, "Gail"),
    seenBy: "Lee",
  },
  {
    what: "a programme lead's own application waits behind more",
    tell: ({ id, otherwise }) => otherwise("application", { id: id("application of Gail") }, { waitingRank: 7 }),
    seenBy: "Lee",
  },
  {
    what: "an enquiry is to be answered by a call",
    tell: ({ id, does }) =>
      does("Lee", "arrangeCall", { enquiryId: id("enquiry of Wes"), at: "2018-03-20T10:00:00.000Z" }),
    seenBy: "Wes Lee Gail",
  },
];
