import type { Database } from "../database/database";
import { DayOf } from "./days";
import { writer } from "./review.story";
import { Applying, applyingStory } from "./selection.story";
import { Act, idOf, Known, versionOf } from "./stage";
import { TRAINEES } from "./trainees.story";

const LEAD = "Programme Lead A";
const RUNNING = "cohort on its course";

/** Whoever was offered a place on the cohort that is on its course now, and who waits for one. */
const OFFERED = ["Juno Farrant", "Silas Wetherby", "Hollis Vane", "Perrin Stowe"];
const WAITING = ["Edda Lockhart", "Rhoda Finch", "Ivo Tamblyn"];

const applicationsOf = (day: DayOf): Applying[] => {
  const past = (name: string, points: readonly number[], as: "OFFER" | "REFUSE", reason?: string): Applying => ({
    ...{ name, cohort: "cohort now", begins: day(-300), cv: true, submits: day(-290) },
    ...{ scores: { from: day(-279), points }, decided: { on: day(-276), as, ...(reason ? { reason } : {}) } },
    ...(as === "OFFER" ? { confirms: day(-272) } : {}),
  });
  const running = (name: string, points: readonly number[], as: "OFFER" | "WAITING_LIST"): Applying => ({
    ...{ name, cohort: RUNNING, begins: day(-100), cv: true, submits: day(-90) },
    ...{ scores: { from: day(-69), points }, decided: { on: day(-66), as } },
    ...(as === "OFFER" ? { confirms: day(-60) } : {}),
  });
  return [
    ...TRAINEES.map((name, index) => past(name, [3, index % 2 === 0 ? 4 : 3], "OFFER")),
    past("Bram Kestrel", [1, 2], "REFUSE", "Come back once you have led a piece of work across agencies."),
    ...OFFERED.map((name) => running(name, [4, 3], "OFFER")),
    ...WAITING.map((name) => running(name, [3, 2], "WAITING_LIST")),
    // Written to the last line, and never sent: the window has closed.
    { name: "Thea Marchbank", cohort: RUNNING, begins: day(-72), cv: true },
    {
      ...{ name: "Marlo Beckwith", cohort: "cohort next", begins: day(-15), cv: true, submits: day(-10) },
      scores: { from: day(-5), points: [3] },
    },
    { name: "Effie Langstone", cohort: "cohort next", begins: day(-8), cv: false },
  ];
};

/** Who applied and what became of it: to the cohort under review, to the one on its course, and to the next. */
export const applicantsStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const { id, act } = writer(known, db, day);
  const enrol = (when: number, name: string): Act =>
    act(when, LEAD, "enrolTrainee", () => ({ personId: id(name), cohortId: id(RUNNING) }), { as: `trainee ${name}` });
  const trainee = (name: string) => ({ changes: `trainee ${name}` });
  const confirm = (when: number, name: string): Act =>
    act(when, name, "confirmPlace", () => ({ applicationId: id(`application of ${name}`) }), {
      changes: `application of ${name}`,
    });

  return [
    ...applicationsOf(day).flatMap((applying) => applyingStory(applying, known, db)),
    ...OFFERED.map((name) => enrol(-50, name)),
    // A place that is given back before the course begins goes to the first who waits.
    act(
      ...([-40, LEAD, "withdrawTrainee"] as const),
      () => ({ traineeId: id("trainee Hollis Vane"), reason: "Is needed at home for now." }),
      trainee("Hollis Vane"),
    ),
    confirm(-35, "Edda Lockhart"),
    enrol(-30, "Edda Lockhart"),
    act(
      ...([-15, LEAD, "deferTrainee"] as const),
      () => ({
        ...{ traineeId: id("trainee Perrin Stowe"), cohortId: id("cohort next") },
        reason: "Asked for a later start.",
      }),
      trainee("Perrin Stowe"),
    ),
    confirm(-10, "Rhoda Finch"),
    enrol(-8, "Rhoda Finch"),
    ...courseStory(known, db, day),
    act(
      -12,
      "Cosmo Trevanion",
      "askForCall",
      () => ({
        ...{ programmeId: id("programme"), phone: "+44 20 7946 0001", preferredTimes: "Afternoons." },
        question: "I work part time: could I spread the group days over two years?",
      }),
      { as: "call of Cosmo Trevanion" },
    ),
    act(
      ...([-11, LEAD, "arrangeCall"] as const),
      () => ({ enquiryId: id("call of Cosmo Trevanion"), at: `${day(2)}T14:00:00Z` }),
      { changes: "call of Cosmo Trevanion" },
    ),
    act(-3, "Dora Winslade", "askForCall", () => ({
      programmeId: id("programme"),
      question: "Which boards have commissioned practice reviews before?",
    })),
  ];
};

/** The course that runs now: who runs its days and what they practise, and who came yesterday. Today's is to be marked. */
const courseStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const courseDay = async (number: number) => {
    const [row] = await db.rows("SELECT id FROM course_day WHERE cohortId = ? AND number = ?", [
      idOf(known, RUNNING),
      number,
    ]);
    const courseDayId = row?.id as string;
    return { courseDayId, expectedVersion: await versionOf(db, courseDayId) };
  };
  const items = async (section: string) =>
    (await db.rows("SELECT id FROM programme_item WHERE section = ? AND retiredOn IS NULL", [section])).map(
      ({ id }) => id as string,
    );
  return [
    ...[1, 2, 3, 4].map(
      (number): Act => ({
        ...{ day: day(-50), by: LEAD, mutation: "changeCourseDay" },
        input: async () => ({
          ...(await courseDay(number)),
          facilitatorIds: ["Programme Lead A", "Programme Lead B"].map((name) => idOf(known, name)),
          itemIds: await items(number < 3 ? "TOPICS" : "TOOLS"),
          reason: "Settled who runs it and what is practised.",
        }),
      }),
    ),
    {
      ...{ day: day(-1), by: LEAD, mutation: "recordCourseAttendance" },
      input: async () => ({
        ...(await courseDay(1)),
        attendance: ["Juno Farrant", "Silas Wetherby", "Edda Lockhart", "Rhoda Finch"].map((name) => ({
          traineeId: idOf(known, `trainee ${name}`),
          attended: name !== "Rhoda Finch",
        })),
      }),
    },
  ];
};
