import { ApplicationState } from "../../../src/application/application-state";
import { newId } from "../../../src/id";
import { ProgrammeItem } from "../../../src/programme/programme-item.entity";
import { ProgrammeSection } from "../../../src/programme/programme-section";
import { hasApplied } from "../../support/places";
import { daysAgo } from "../../support/story.beginning";
import { stranger } from "./ends";
import { People } from "./people";
import { SetUp } from "./programmes";
import { words } from "./reviews";
import { Stage } from "./stage";

/** Trainees of Sam's: one is deferred to a later cohort, one has left, and one has left and returned. */
export const lives = async (stage: Stage, people: People, { cohorts }: SetUp): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Sam } = people;
  const trainee = async (name: string) => {
    const personId = await stranger(stage, people, name);
    const { id: traineeId } = await act(Lee, "enrolTrainee", { personId, cohortId: cohorts.first });
    await act(Lee, "assignStaff", { traineeId, personId: Sam, role: "SUPERVISOR", expectedVersion: 1 });
    const does = async (mutation: string, more: Record<string, unknown> = {}) => {
      const expectedVersion = await version("trainee", traineeId);
      return act(Lee, mutation, { traineeId, reason: words("Why"), expectedVersion, ...more });
    };
    return { personId, does };
  };
  // Whoever confirmed a place on the later cohort takes that one up.
  const deferred = await trainee("Val");
  await hasApplied(stage.db, cohorts.open, deferred.personId, ApplicationState.CONFIRMED);
  await deferred.does("deferTrainee", { cohortId: cohorts.open });
  const gone = await trainee("Vic");
  await gone.does("withdrawTrainee");
  const back = await trainee("Vin");
  await back.does("withdrawTrainee");
  await back.does("returnTrainee", { cohortId: cohorts.first });
};

/** What a programme publishes: of each two, a topic and a tool, and something else. */
const publish = async ({ db }: Stage, programmeId: string, taken: string | null): Promise<string[]> => {
  const ids: string[] = [];
  for (const [index, section] of [ProgrammeSection.TOPICS, ProgrammeSection.TOOLS].entries()) {
    const id = newId("itm");
    const item = { id, programmeId, section, ordinal: index + 1, text: words("An item"), days: null, retiredOn: null };
    await db.source.manager.insert(ProgrammeItem, item);
    ids.push(id);
  }
  const days = { section: ProgrammeSection.UNPAID_TIME, ordinal: 1, text: words("Unpaid time"), days: ids.length };
  const unpaid = { id: newId("itm"), programmeId, ...days, retiredOn: taken };
  await db.source.manager.insert(ProgrammeItem, taken ? { ...unpaid, days: 5 } : unpaid);
  return ids;
};

/** Course days with who runs them and what is practised: of two programmes, by leads and supervisors. */
export const courses = async (stage: Stage, people: People, { programmes, cohorts }: SetUp): Promise<void> => {
  const { act, db, version } = stage;
  const { Lee, Sam, Stu, Toni } = people;
  const change = async (
    cohortId: string,
    ago: number,
    itemIds: readonly string[],
    facilitatorIds: readonly string[],
  ) => {
    const [day] = await db.rows("SELECT id FROM course_day WHERE cohortId = ? ORDER BY number", [cohortId]);
    const courseDayId = day?.id as string;
    const said = { date: daysAgo(ago), venue: words("A hall"), topics: words("Topics"), itemIds, facilitatorIds };
    const expectedVersion = await version("course_day", courseDayId);
    await act(Lee, "changeCourseDay", { courseDayId, ...said, reason: words("Why"), expectedVersion });
  };
  await change(cohorts.first, 501, await publish(stage, programmes.first, null), [Lee, Sam]);
  await change(cohorts.second, 502, await publish(stage, programmes.second, daysAgo(7)), [Stu, Toni]);
};
