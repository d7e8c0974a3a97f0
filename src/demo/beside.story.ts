import type { Database } from "../database/database";
import { DayOf } from "./days";
import { writer } from "./review.story";
import { Act, Known } from "./stage";

const SUPERVISOR = "Sunniva Hale";
const LEAD = "Programme Lead A";

/** What goes on beside the reviews: the calendar, what is put right, what holds a review up, and who pays. */
export const besideStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const { id, act } = writer(known, db, day);
  const books = (when: number, name: string, session: string, more: { as?: string } = {}) =>
    act(when, name, "bookGroupSupervision", () => ({ sessionId: id(session), traineeId: id(`trainee ${name}`) }), more);
  const scheduled = (when: number, date: number, capacity: number, session: string) =>
    act(
      when,
      LEAD,
      "scheduleGroupSupervision",
      () => ({
        date: day(date),
        venue: "London",
        capacity,
        supervisorId: id(SUPERVISOR),
        facilitatorIds: [id("Programme Lead B")],
      }),
      { as: session },
    );
  const calendar = [
    scheduled(-21, 28, 2, "small day"),
    scheduled(-21, 49, 12, "large day"),
    books(-20, "Asha Bellweather", "group day 7"),
    books(-20, "Tom Quillfeather", "group day 7"),
    books(-19, "Ines Marlowe", "small day"),
    books(-18, "Joss Aldermoor", "small day"),
    // Two places, and a third who would have one.
    books(-17, "Lior Pennant", "small day"),
    books(-16, "Asha Bellweather", "large day"),
    act(
      -9,
      SUPERVISOR,
      "changeGroupSupervision",
      () => ({ sessionId: id("large day"), date: day(56), reason: "The rooms are being painted in that week." }),
      { changes: "large day" },
    ),
  ];

  const sessionOf = (name: string) => `supervision of ${name}`;
  const corrected = [
    act(
      -115,
      SUPERVISOR,
      "correctIndividualSupervision",
      () => ({
        sessionId: id(sessionOf("Asha Bellweather")),
        minutes: 45,
        chargeMinor: 9_000,
        reason: "We ended early: an hour was written down by habit.",
      }),
      { changes: sessionOf("Asha Bellweather") },
    ),
    act(-100, SUPERVISOR, "shareSupervisionNotes", () => ({ sessionId: id(sessionOf("Tom Quillfeather")) }), {
      changes: sessionOf("Tom Quillfeather"),
    }),
  ];

  const held = [
    act(
      -15,
      "Elspeth Muirhall",
      "pauseCommission",
      () => ({
        commissionId: id("Carrick Firth review"),
        until: day(45),
        reason: "A criminal process runs beside the review, and its witnesses come first.",
      }),
      { changes: "Carrick Firth review" },
    ),
    act(
      -85,
      "Asha Bellweather",
      "requestInformation",
      () => ({
        commissionId: id("Northmoor review"),
        request: "The chronologies of the two agencies that joined late.",
        dueOn: day(-70),
      }),
      { as: "request for chronologies" },
    ),
    act(
      -78,
      "Wren Castell",
      "answerInformationRequest",
      () => ({
        informationRequestId: id("request for chronologies"),
        response: "Both are with the review's papers since this morning.",
      }),
      { changes: "request for chronologies" },
    ),
    act(-2, "Wren Castell", "requestInformation", () => ({
      commissionId: id("Northmoor review"),
      request: "By when can the board expect the draft report?",
      dueOn: day(7),
    })),
    act(
      -60,
      "Una Braid",
      "correctPublication",
      () => ({
        commissionId: id("Westhaven review"),
        publication: "SUMMARY_ONLY",
        reason: "The family would be recognised by the whole report.",
      }),
      { changes: "Westhaven review" },
    ),
  ];

  const money = [
    act(
      -112,
      LEAD,
      "chargeQualityAssurance",
      () => ({
        commissionId: id("Westhaven review"),
        purpose: "Quality assurance of the draft report, two readings",
        amountMinor: 45_000,
      }),
      { as: "quality assurance of Westhaven" },
    ),
    act(-105, LEAD, "creditCharge", () => ({
      chargeId: id("quality assurance of Westhaven"),
      amountMinor: 15_000,
      reason: "The second reading was not needed.",
    })),
  ];

  const partner = [
    act(
      -8,
      LEAD,
      "replacePartner",
      () => ({
        pairId: id("pair of Lior Pennant"),
        leavingPersonId: id("Greg Oakhanger"),
        joiningPersonId: id("Oren Thistlewood"),
        reason: "Two reviews at once are more than he can do well.",
      }),
      { changes: "pair of Lior Pennant" },
    ),
    act(
      -6,
      "Kerensa Blythe",
      "offerRate",
      () => ({
        commissionId: id("Afon Las review"),
        personId: id("Oren Thistlewood"),
        amountMinor: 47_000,
      }),
      { changes: "Afon Las review" },
    ),
  ];
  return [...calendar, ...corrected, ...held, ...money, ...partner];
};
