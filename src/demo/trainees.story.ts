import type { Database } from "../database/database";
import { DayOf } from "./days";
import { Review, reviewStory, writer } from "./review.story";
import { Act, Known } from "./stage";

export const TRAINEES = [
  "Asha Bellweather",
  "Tom Quillfeather",
  "Ines Marlowe",
  "Dilys Penhallow",
  "Nia Calloway",
  "Kit Rowanberry",
  "Joss Aldermoor",
  "Lior Pennant",
  "Oren Thistlewood",
];

/** Who missed the fourth course day. */
const ABSENT = ["Joss Aldermoor", "Oren Thistlewood"];

const GROUP_DAYS = [-200, -165, -130, -95, -60, -30];
/** Which of the group days each attended; the rest of the cast attended none. */
const ATTENDED: Record<string, readonly number[]> = {
  "Asha Bellweather": [0, 1, 3],
  "Tom Quillfeather": [0, 1, 2, 4],
  "Ines Marlowe": [0, 1, 2, 3],
  "Dilys Penhallow": [0, 1, 2, 3, 4],
  "Nia Calloway": [0, 1, 2, 4],
  "Kit Rowanberry": [0, 2, 3, 4],
};

const REVIEWS: readonly Review[] = [
  {
    name: "Northmoor review",
    members: ["Asha Bellweather", "Tom Quillfeather"],
    trainees: ["Asha Bellweather", "Tom Quillfeather"],
    board: "NORTHMOOR",
    seat: "Wren Castell",
    kind: "SERIOUS_CASE_REVIEW",
    format: "FULL",
    sector: "CHILDREN",
    rates: [55_000, 60_000],
    from: -225,
    targetOn: -10,
    stages: 4,
    pace: 40,
  },
  {
    name: "Eastvale review",
    members: ["Ines Marlowe", "Greg Oakhanger"],
    trainees: ["Ines Marlowe"],
    board: "EASTVALE",
    seat: "Piers Holloway",
    kind: "SAFEGUARDING_ADULT_REVIEW",
    format: "MID_RANGE",
    sector: "ADULTS",
    rates: [52_000, 65_000],
    from: -228,
    targetOn: -20,
    stages: 6,
    pace: 28,
  },
  {
    name: "Westhaven review",
    members: ["Dilys Penhallow", "Mo Tregarth"],
    trainees: ["Dilys Penhallow"],
    board: "WESTHAVEN",
    seat: "Una Braid",
    kind: "LEARNING_REVIEW",
    format: "FULL",
    sector: "CHILDREN",
    rates: [58_000, 64_000],
    from: -230,
    targetOn: -40,
    stages: 8,
    pace: 20,
  },
  {
    name: "Harrowmere review",
    members: ["Nia Calloway", "Kit Rowanberry"],
    trainees: ["Nia Calloway", "Kit Rowanberry"],
    board: "HARROWMERE",
    seat: "Corin Ashdown",
    kind: "SAFEGUARDING_ADULT_REVIEW",
    format: "INTENSIVE",
    sector: "ADULTS",
    rates: [50_000, 50_000],
    from: -229,
    targetOn: -45,
    stages: 7,
    pace: 22,
  },
  {
    name: "Carrick Firth review",
    members: ["Joss Aldermoor", "Mo Tregarth"],
    trainees: ["Joss Aldermoor"],
    board: "CARRICK-FIRTH",
    seat: "Elspeth Muirhall",
    kind: "SIGNIFICANT_CASE_REVIEW",
    format: "FOCUSED",
    sector: "CHILDREN",
    rates: [48_000, 62_000],
    from: -60,
    targetOn: 120,
    stages: 0,
    pace: 20,
  },
  {
    name: "Afon Las review",
    members: ["Lior Pennant", "Greg Oakhanger"],
    trainees: ["Lior Pennant"],
    board: "AFON-LAS",
    seat: "Kerensa Blythe",
    kind: "SAFEGUARDING_ADULT_REVIEW",
    format: "FULL",
    sector: "ADULTS",
    rates: [51_000, 66_000],
    from: -18,
    targetOn: 180,
    stages: -1,
    pace: 20,
  },
];

/** The current cohort: enrolled, on the course, in pairs, under supervision. */
export const traineesStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const { id, act } = writer(known, db, day);
  const lead = "Programme Lead A";
  const supervisor = "Sunniva Hale";

  const enrolled = TRAINEES.map((name) =>
    act(-270, lead, "enrolTrainee", () => ({ personId: id(name), cohortId: id("cohort now") }), {
      as: `trainee ${name}`,
    }),
  );
  const course = [-250, -249, -240, -239].map((when, index) =>
    act(
      when,
      lead,
      "recordCourseAttendance",
      () => ({
        courseDayId: id(`course day ${index + 1}`),
        attendance: TRAINEES.map((name) => ({
          traineeId: id(`trainee ${name}`),
          attended: index < 3 || !ABSENT.includes(name),
        })),
      }),
      { changes: `course day ${index + 1}` },
    ),
  );
  const groupDays = [...GROUP_DAYS, 14].flatMap((when, index) => {
    const session = `group day ${index + 1}`;
    const present = Object.keys(ATTENDED).filter((name) => ATTENDED[name]?.includes(index));
    const scheduled = act(-226, supervisor, "scheduleGroupSupervision", () => ({ date: day(when), venue: "London" }), {
      as: session,
    });
    // The newest past day has no attendance yet: it waits for the supervisor.
    if (present.length === 0) return [scheduled];
    return [
      scheduled,
      act(
        when,
        supervisor,
        "recordGroupAttendance",
        () => ({
          sessionId: id(session),
          attendance: present.map((name) => ({ traineeId: id(`trainee ${name}`), attended: true })),
        }),
        { changes: session },
      ),
    ];
  });
  const individual = (
    [
      ["Asha Bellweather", "Northmoor review", -120, 60],
      ["Tom Quillfeather", "Northmoor review", -119, 60],
      ["Ines Marlowe", "Eastvale review", -110, 90],
      ["Dilys Penhallow", "Westhaven review", -125, 75],
      ["Nia Calloway", "Harrowmere review", -105, 60],
      ["Kit Rowanberry", "Harrowmere review", -104, 45],
    ] as const
  ).map(([name, review, when, minutes], index) =>
    act(
      when,
      supervisor,
      "logIndividualSupervision",
      () => ({
        traineeId: id(`trainee ${name}`),
        commissionId: id(review),
        date: day(when),
        minutes,
        chargeMinor: minutes * 200,
        notes: "We spoke about preparing conversations, and about hindsight in reading records.",
        shareNotes: index % 2 === 0,
      }),
      { as: `supervision of ${name}` },
    ),
  );
  return [
    ...enrolled,
    ...course,
    ...REVIEWS.flatMap((review) => reviewStory(review, known, db, day)),
    ...groupDays,
    ...individual,
  ];
};
