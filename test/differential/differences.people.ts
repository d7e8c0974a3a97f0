import { daysAgo } from "../support/story.beginning";
import { Difference, Telling } from "./telling";

const invited = ({ does }: Telling, name: string): Promise<string> => {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  return does("Lee", "invitePerson", { name, email, phone: "0555 0100" });
};

const enrolled = async (telling: Telling, name: string): Promise<string> => {
  const personId = await invited(telling, name);
  await telling.does("Lee", "enrolTrainee", { personId, cohortId: telling.id("second cohort") });
  return personId;
};

/** Who there is, what they are to the programme, and how they are reached. */
export const differencesOfPeople: readonly Difference[] = [
  {
    what: "a stranger has joined the programme",
    tell: (telling) => enrolled(telling, "Quill Quince"),
    seenBy: "Lee Gail",
  },
  {
    what: "two strangers are a pair and negotiate with a board",
    tell: async (telling) => {
      const [yan, zed] = [await enrolled(telling, "Yan Yarrow"), await enrolled(telling, "Zed Zinnia")];
      const pairId = await telling.does("Lee", "formPair", { personIds: [yan, zed] });
      const review = { reviewKind: "SAFEGUARDING_ADULT_REVIEW", format: "FOCUSED", sector: "ADULTS" };
      const asked = { boardId: telling.id("Westhaven"), pairId, ...review };
      const commissionId = await telling.does(yan, "proposeCommission", asked);
      await telling.does(yan, "offerRate", { commissionId, personId: yan, amountMinor: 61_100 });
    },
    seenBy: "Wes Lee Gail",
  },
  {
    what: "a reviewer works in another pair as well",
    tell: async (telling) => {
      const una = await enrolled(telling, "Una Umber");
      await telling.does("Lee", "formPair", { personIds: [una, telling.id("Rex")] });
    },
    seenBy: "Rex Lee Gail",
  },
  {
    what: "a trainee had left, and returned",
    tell: async ({ id, does }) => {
      const traineeId = id("trainee Dan");
      await does("Lee", "withdrawTrainee", { traineeId, reason: "Ill." });
      await does("Lee", "returnTrainee", { traineeId, cohortId: id("second cohort"), reason: "Well again." });
    },
    seenBy: "Dan Lee Gail",
  },
  {
    what: "a trainee without a pair has left, and another who had left returned elsewhere",
    tell: async ({ id, does }) => {
      await does("Lee", "withdrawTrainee", { traineeId: id("trainee Fay"), reason: "Ill." });
      const back = { traineeId: id("trainee Gus"), cohortId: id("second cohort"), reason: "Well again." };
      await does("Lee", "returnTrainee", back);
    },
    seenBy: "Lee Gail",
  },
  {
    what: "a trainee is reached elsewhere",
    tell: ({ id, otherwise }) =>
      otherwise("person", { id: id("Ada") }, { email: "x@example.org", emailKey: "x@example.org", phone: "0555 0199" }),
    seenBy: "Ada Ben Sam Alex Nia Lee Gail",
  },
  {
    what: "a reviewer's trainee is reached elsewhere",
    tell: ({ id, otherwise }) =>
      otherwise(
        "person",
        { id: id("Cara") },
        { email: "y@example.org", emailKey: "y@example.org", phone: "0555 0198" },
      ),
    seenBy: "Cara Stu Ann Hal Sol Wes Lee Gail",
  },
  {
    // Everybody sees the group day he runs, and only some know who he is.
    what: "a supervisor is called otherwise",
    tell: ({ id, otherwise }) => otherwise("person", { id: id("Stu") }, { name: "Stuart", sortName: "aa stuart" }),
    seenBy: "Stu Cara Ann Hal Lee Gail",
  },
  {
    what: "somebody has been given a role",
    tell: ({ id, does }) => does("Lee", "grantRole", { personId: id("Nick"), role: "SUPERVISOR" }),
    seenBy: "Nick Lee Gail",
  },
  {
    what: "somebody signs in by another provider and has ended earlier tokens",
    tell: async ({ id, does, otherwise }) => {
      await does("Stu", "signOutEverywhere", {});
      await otherwise("person", { id: id("Stu") }, { issuer: "https://elsewhere.example.org", subject: "stu" });
    },
    seenBy: "Stu Lee Gail",
  },
  {
    what: "a second supervisor may no longer sign in",
    tell: ({ id, does }) => does("Lee", "disablePerson", { personId: id("Hugo"), reason: "Has left us." }),
    seenBy: "Lee Gail",
  },
  {
    what: "a second supervisor is assigned",
    tell: ({ id, does }) =>
      does("Lee", "assignStaff", { traineeId: id("trainee Cara"), personId: id("Hugo"), role: "SUPERVISOR" }),
    seenBy: "Cara Stu Ann Hal Lee Gail",
  },
  {
    // That it lapsed anybody could tell: by its number, and as he is in the directory no more.
    what: "a reviewer's year under review begins on another day",
    tell: ({ otherwise }) => otherwise("accreditation", { reference: "LT-REX" }, { yearFrom: daysAgo(300) }),
    seenBy: "Rex Cara Sol Wes Lee Gail",
  },
  {
    what: "a concern about a reviewer's work is answered, and another was closed",
    tell: async ({ id, does }) => {
      const fidelityConcernId = id("concern of Rex");
      await does("Rex", "answerFidelityConcern", { fidelityConcernId, answer: "I asked whom I found." });
      await does("Lee", "closeFidelityConcern", { fidelityConcernId, outcome: "UPHELD", reason: "He did not." });
      const worked = { accreditationId: id("accreditation of Rex"), commissionId: id("review of Cara") };
      await does("Gail", "raiseFidelityConcern", { ...worked, concern: "He wrote alone." });
    },
    seenBy: "Rex Lee Gail",
  },
  {
    what: "a reviewer was not at a meeting of the network",
    tell: ({ id, does }) => {
      const mark = { accreditationId: id("accreditation of Rex"), attended: false, reason: "It was another." };
      return does("Lee", "recordNetworkAttendance", { meetingId: id("meeting held"), attendance: [mark] });
    },
    seenBy: "Rex Lee Gail",
  },
  {
    what: "who is in the directory says something else there while their accreditation does not hold",
    tell: ({ id, otherwise }) =>
      otherwise(...(["directory_entry", { id: id("entry of Hugo") }] as const), {
        name: "Hubert",
        sortName: "aa",
        area: "Wick",
        areaKey: "wick",
        sectorList: ",ADULTS,",
        contact: null,
        version: 9,
      }),
    seenBy: "Lee Gail",
  },
  {
    what: "somebody else speaks for the board that negotiates",
    tell: async (telling) => {
      const personId = await invited(telling, "Vera Vetch");
      await telling.does("Lee", "grantSeat", { boardId: telling.id("Westhaven"), personId });
    },
    seenBy: "Wes Cara Rex Stu Ann Hal Lee Gail",
  },
  {
    what: "somebody came and went at a board that nobody asked, and much besides",
    tell: async (telling) => {
      const seat = { boardId: telling.id("Harrowmere"), personId: await invited(telling, "Ines Iris") };
      await telling.does("Lee", "grantSeat", seat);
      await telling.does("Lee", "endSeat", { ...seat, reason: "Has left." });
      // So much that positions in the Log have another number of digits.
      await telling.otherwise("log_head", { id: 1 }, { position: 99_990 });
    },
    seenBy: "Lee Gail",
  },
];
