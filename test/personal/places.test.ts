import { verifyLog } from "../../src/log/verify";
import { Role } from "../../src/person/role";
import { done } from "../support/change";
import { openCohort } from "../support/places";
import { Story, story } from "../support/story";
import { SECRET, startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const changeDay = (number: number, expectedVersion: number, reason: string, more: Record<string, unknown>) => {
  const input = { courseDayId: told.courseDays[number - 1]?.id, reason, expectedVersion, ...more };
  return done(tandem, told.lead.id, "changeCourseDay", input);
};
const erase = async (personId: string) => {
  const [person] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [personId]);
  const input = { personId, reason: "REQUESTED", expectedVersion: Number(person?.version) };
  await done(tandem, told.lead.id, "erasePerson", input);
  expect((await verifyLog(tandem.db, SECRET)).fault).toBeNull();
};
const reasons = async (kinds: string) =>
  (await tandem.db.rows(`SELECT reason FROM entry WHERE kind IN (${kinds}) ORDER BY position`)).map(
    ({ reason }) => reason,
  );

test("R31: who runs a course day is told so, and why they run it or no longer do goes with them", async () => {
  const stu = await told.person("Stu", Role.SUPERVISOR);
  await changeDay(1, 1, "Stu runs it.", { facilitatorIds: [stu.id] });
  await changeDay(1, 2, "Stu is ill.", { facilitatorIds: [told.lead.id] });
  await changeDay(2, 1, "Stu has a day off.", { facilitatorIds: [stu.id, told.lead.id] });
  await changeDay(3, 1, "The hall burnt down.", { venue: "Leeds" });
  const { data } = await tandem.as(stu.id).ask("{ viewer { personalData { held } } }");
  const { CourseDay: days, Entry: entries } = data.viewer.personalData.held;
  expect(days).toMatchObject([{ id: told.courseDays[1]?.id, number: 2 }]);
  const theirs = entries.filter(({ kind }: { kind: string }) => kind === "CourseDayChanged");
  expect(theirs.map(({ reason }: { reason: string }) => reason)).toEqual([
    "Stu runs it.",
    "Stu is ill.",
    "Stu has a day off.",
  ]);

  await erase(stu.id);

  expect(await reasons("'CourseDayChanged'")).toEqual([null, null, null, "The hall burnt down."]);
  const query = "query ($id: ID!) { node(id: $id) { ... on CourseDay { facilitators { name } } } }";
  const { data: now } = await tandem.as(told.lead.id).ask(query, { id: told.courseDays[1]?.id });
  expect(now.node.facilitators).toContainEqual({ name: "Erased person" });
});

test("why a trainee was deferred, left and returned is told them and goes with them", async () => {
  const cara = await told.trainee("Cara");
  const { reference: cohortId } = await openCohort(tandem, told, "LT-2018", 30);
  const act = (mutation: string, expectedVersion: number, reason: string, more: Record<string, unknown> = {}) =>
    done(tandem, told.lead.id, mutation, { traineeId: cara.id, reason, expectedVersion, ...more });
  await act("deferTrainee", 1, "Was ill.", { cohortId });
  await act("withdrawTrainee", 2, "Is ill again.");
  await act("returnTrainee", 3, "Is well.", { cohortId });
  const kinds = "'TraineeDeferred', 'TraineeWithdrawn', 'TraineeReturned'";
  expect(await reasons(kinds)).toEqual(["Was ill.", "Is ill again.", "Is well."]);
  const { data } = await tandem.as(cara.personId).ask("{ viewer { personalData { held } } }");
  for (const reason of await reasons(kinds)) expect(JSON.stringify(data.viewer.personalData.held)).toContain(reason);

  await erase(cara.personId);

  // That they have left with it is told after their data was erased.
  expect(await reasons(kinds)).toEqual([null, null, null, "They asked for it."]);
});

test("a trainee who is erased has left: nobody is assigned to them any more, and it is said", async () => {
  const cara = await told.trainee("Cara");
  await told.assign(cara, told.supervisor, Role.SUPERVISOR);
  const sees = async () =>
    (await tandem.as(told.supervisor.id).ask("query ($id: ID!) { trainee(id: $id) { id } }", { id: cara.id })).data
      .trainee;
  expect(await sees()).toEqual({ id: cara.id });

  await erase(cara.personId);

  expect(await sees()).toBeNull();
  const assigned = "SELECT id FROM staff_assignment WHERE traineeId = ? AND endedOn IS NULL";
  expect(await tandem.db.rows(assigned, [cara.id])).toEqual([]);
  expect(await reasons("'StaffUnassigned'")).toEqual(["They asked for it."]);
});
