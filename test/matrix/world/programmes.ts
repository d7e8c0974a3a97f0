import { daysAgo } from "../../support/story.beginning";
import { People } from "./people";
import { publish, revise } from "./publishing";
import { Stage } from "./stage";

/** A programme with a Standard of two areas: its course days, group days and sources, and where reviews count from. */
export const programme = (
  reference: string,
  letter: string,
  [courseDays, groupDays, sources, reviewCountsFrom, strict]: readonly [number, number, number, string, boolean],
) => ({
  ...{ reference, name: `Programme ${reference}`, summary: `What ${reference} is about.` },
  endorsement: { by: `Institute ${letter}`, number: `00${courseDays}${groupDays}`, since: daysAgo(900 + courseDays) },
  contactEmail: `${reference.toLowerCase()}@example.org`,
  fee: { appliesFrom: daysAgo(800), feeMinor: 350_000 + courseDays, vatPercent: 20 - groupDays },
  standard: {
    ...{ courseDays, groupDays, sources, networkMeetings: sources + 1, everyAreaMet: strict },
    ...{ reviewCountsFrom, assessorMayHaveSupervised: !strict },
    areas: [1, 2].map((number) => ({
      code: `${letter}${number}`,
      name: `Area ${letter}${number}`,
      description: `What area ${letter}${number} asks.`,
    })),
  },
});

/** An intake of a programme, by how many days ago its window closed and its course days were. */
export const cohort = (programmeId: string, reference: string, applyBy: number, days: readonly number[]) => ({
  ...{ programmeId, reference, name: `Intake ${reference}`, opensOn: daysAgo(applyBy + 60), applyBy: daysAgo(applyBy) },
  ...{ decisionsExpected: daysAgo(applyBy - 30).slice(0, 7), capacity: 10 + days.length },
  courseDays: days.map((ago) => ({
    date: daysAgo(ago),
    venue: `Hall ${reference}-${ago}`,
    topics: `Topics of ${reference}-${ago}`,
  })),
});

/** Two programmes with their cohorts, and four boards with who speaks for them. */
export const setUp = async (stage: Stage, { Lee, Nia, Ned, Sol, Wes, Eve, Toni }: People) => {
  const { act, on, version } = stage;
  const first = await act(Lee, "createProgramme", programme("LT", "C", [2, 1, 3, "DRAFT_REPORT", true]));
  const second = await act(Lee, "createProgramme", programme("MX", "D", [1, 2, 2, "QUALITY_ASSURANCE", false]));
  await publish(stage, Lee, first.id, "Reading for LT", 2);
  await publish(stage, Lee, second.id, "Reading for MX", 5);
  const open = async (...said: Parameters<typeof cohort>) => (await act(Lee, "openCohort", cohort(...said))).id;
  const board = async (reference: string, name: string, kind: string, sector: string, seats: readonly string[]) => {
    const said = { reference, name, kind, sector, jurisdiction: `Land of ${name}` };
    const { id: boardId } = await act(Lee, "registerBoard", said);
    for (const [index, personId] of seats.entries()) {
      on(799 - index);
      await act(Lee, "grantSeat", { boardId, personId, expectedVersion: await version("board", boardId) });
    }
    return boardId;
  };
  const boards = {
    north: await board("NORTH", "Northmoor", "LSCB", "CHILDREN", [Nia, Ned]),
    south: await board("SOUTH", "Southmoor", "SAB", "ADULTS", [Sol, Toni]),
    west: await board("WEST", "Westmoor", "SAFEGUARDING_CHILDREN_PARTNERSHIP", "CHILDREN", [Wes]),
    east: await board("EAST", "Eastmoor", "CHILD_PROTECTION_COMMITTEE", "CHILDREN", [Eve]),
  };
  const { north: boardId } = boards;
  const over = { boardId, personId: Ned, reason: "Their term is over." };
  await act(Lee, "endSeat", { ...over, expectedVersion: await version("board", boardId) });
  await act(Lee, "grantSeat", { boardId, personId: Ned, expectedVersion: await version("board", boardId) });
  await act(Lee, "endSeat", { ...over, expectedVersion: await version("board", boardId) });
  const cohorts = {
    first: await open(first.id, "LT-A", 700, [500, 499]),
    second: await open(second.id, "MX-B", 690, [498]),
    open: await open(first.id, "LT-C", -30, [-90, -91]),
  };
  await revise(stage, Lee, { programmeId: first.id, cohortId: cohorts.first, letter: "G" }, 701);
  await revise(stage, Lee, { programmeId: second.id, cohortId: cohorts.second, letter: "H" }, 691);
  return { programmes: { first: first.id, second: second.id }, cohorts, boards };
};
export type SetUp = Awaited<ReturnType<typeof setUp>>;
