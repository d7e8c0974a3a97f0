import type { Database } from "../database/database";
import { AREAS, BOARDS, CAST } from "./cast";
import { DayOf } from "./days";
import { PUBLISHED } from "./published";
import { Act, idOf, Known, versionOf } from "./stage";

const LONDON = "London";
const SYSTEMS = "The underpinning systems thinking and its application in the process.";
const TOOLS = "Hands-on practice of the core analytic tools.";

/** The programme, its first cohort with the facts of its own announcement, and everybody in the demo. */
export const programmeStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const lead = "Programme Lead A";
  const courseDays = (dates: readonly string[]) =>
    dates.map((date, index) => ({ date, venue: LONDON, topics: index < 2 ? SYSTEMS : TOOLS }));
  const cohort = (
    reference: string,
    name: string,
    dates: readonly string[],
    window: { opensOn: string; applyBy: string; decisionsExpected: string; capacity?: number },
  ) => ({
    programmeId: "LT",
    reference,
    name,
    capacity: 16,
    courseDays: courseDays(dates),
    ...window,
  });
  const year = day(-250).slice(0, 4);
  const nextYear = day(80).slice(0, 4);
  const next = nextYear === year ? `LT-${nextYear}-B` : `LT-${nextYear}`;

  return [
    {
      day: "2016-06-01",
      by: lead,
      mutation: "createProgramme",
      as: "programme",
      input: () => ({
        reference: "LT",
        name: "Learning Together lead reviewer accreditation",
        summary:
          "For lead reviewers of serious case reviews, significant case reviews and safeguarding adult reviews: a four day course and a supervised practice review, then an assessment toward accreditation.",
        endorsement: { by: "ILM", number: "049878" },
        contactEmail: "programme@example.org",
        fee: { appliesFrom: "2016-06-01", feeMinor: 350_000, vatPercent: 20 },
        standard: {
          courseDays: 4,
          groupDays: 4,
          sources: 3,
          networkMeetings: 3,
          everyAreaMet: true,
          reviewCountsFrom: "QUALITY_ASSURANCE",
          assessorMayHaveSupervised: true,
          areas: AREAS.map(([code, name, description]) => ({ code, name, description })),
        },
      }),
    },
    {
      day: "2016-06-02",
      by: lead,
      mutation: "openCohort",
      as: "cohort 2017",
      input: () =>
        cohort("LT-2017", "Cohort of 2017", ["2017-01-23", "2017-01-24", "2017-02-02", "2017-02-03"], {
          opensOn: "2016-07-01",
          applyBy: "2016-09-30",
          decisionsExpected: "2016-10",
        }),
    },
    ...Object.entries(PUBLISHED).map(
      ([section, items]): Act => ({
        ...{ day: "2016-06-02", by: lead, mutation: "publishItems" },
        input: async () => ({
          ...{ programmeId: idOf(known, "programme"), section },
          items: items.map((item) => (typeof item === "string" ? { text: item } : item)),
          expectedVersion: await versionOf(db, idOf(known, "programme")),
        }),
      }),
    ),
    ...CAST.flatMap(({ name, email, role }): Act[] => [
      {
        day: "2016-06-03",
        by: lead,
        mutation: "invitePerson",
        as: name,
        input: () => ({ name, email, phone: "+44 20 7946 0000" }),
      },
      ...(role
        ? [
            {
              day: "2016-06-04",
              by: lead,
              mutation: "grantRole",
              input: async () => ({
                personId: idOf(known, name),
                role,
                expectedVersion: await versionOf(db, idOf(known, name)),
              }),
            },
          ]
        : []),
    ]),
    ...BOARDS.map(
      ([reference, name, kind, sector, jurisdiction]): Act => ({
        day: "2016-06-05",
        by: lead,
        mutation: "registerBoard",
        as: reference,
        input: () => ({ reference, name, kind, sector, jurisdiction }),
      }),
    ),
    ...CAST.filter(({ seat }) => seat).map(
      ({ name, seat }): Act => ({
        day: "2016-06-06",
        by: lead,
        mutation: "grantSeat",
        input: async () => ({
          boardId: idOf(known, seat as string),
          personId: idOf(known, name),
          expectedVersion: await versionOf(db, idOf(known, seat as string)),
        }),
      }),
    ),
    ...["Greg Oakhanger", "Mo Tregarth", "Fay Lindqvist"].map(
      (name): Act => ({
        day: "2016-10-20",
        by: lead,
        mutation: "enrolTrainee",
        as: `${name} 2017`,
        input: () => ({ personId: idOf(known, name), cohortId: "LT-2017" }),
      }),
    ),
    {
      day: day(-310),
      by: lead,
      mutation: "openCohort",
      as: "cohort now",
      input: () =>
        cohort(`LT-${year}`, `Cohort of ${year}`, [day(-250), day(-249), day(-240), day(-239)], {
          opensOn: day(-309),
          applyBy: day(-280),
          decisionsExpected: day(-275).slice(0, 7),
        }),
    },
    {
      day: day(-111),
      by: lead,
      mutation: "openCohort",
      as: "cohort on its course",
      input: () =>
        cohort(`LT-${day(0).slice(0, 4)}-R`, "Cohort on its course", [day(-1), day(0), day(13), day(14)], {
          opensOn: day(-110),
          applyBy: day(-70),
          decisionsExpected: day(-66).slice(0, 7),
          capacity: 4,
        }),
    },
    {
      day: day(-20),
      by: lead,
      mutation: "openCohort",
      as: "cohort next",
      input: () =>
        cohort(next, `Next cohort, ${nextYear}`, [day(80), day(81), day(90), day(91)], {
          opensOn: day(-19),
          applyBy: day(40),
          decisionsExpected: day(55).slice(0, 7),
        }),
    },
  ];
};
