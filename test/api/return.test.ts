import { ApplicationState } from "../../src/application/application-state";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { ask, done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { hasApplied, openCohort } from "../support/places";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let cara: Trainee;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  cara = await told.trainee("Cara");
  await told.assign(cara, told.supervisor, Role.SUPERVISOR);
  const leaving = { traineeId: cara.id, reason: "Ill.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "withdrawTrainee", leaving);
});
afterEach(() => tandem.close());

const returning = (more: Record<string, unknown> = {}) => ({
  ...{ traineeId: cara.id, cohortId: told.cohort.id, reason: "Is well again.", expectedVersion: 2 },
  ...more,
});
const comeBack = (more?: Record<string, unknown>) =>
  done(
    ...([tandem, told.lead.id, "returnTrainee", returning(more)] as const),
    "trainee { id reference standing enrolledOn version cohort { reference } }",
  );
const refuse = (more?: Record<string, unknown>) => refused(tandem, told.lead.id, "returnTrainee", returning(more));

test("who had left returns to their cohort as the same trainee, and the history says by whom and why", async () => {
  const { trainee } = await comeBack();
  expect(trainee).toEqual({
    ...{ id: cara.id, reference: cara.reference, standing: "ENROLLED", enrolledOn: cara.enrolledOn, version: 3 },
    cohort: { reference: "LT-2017" },
  });
  expect((await history(tandem, told, 1))[0]).toEqual({
    kind: "TraineeReturned",
    facts: {
      reference: cara.reference,
      cohort: { from: "LT-2017", to: "LT-2017" },
      cohortId: { from: told.cohort.id, to: told.cohort.id },
      standing: { from: "WITHDRAWN", to: "ENROLLED" },
    },
    reason: "Is well again.",
    actor: { id: told.lead.id },
    subject: { id: cara.id },
  });
});

test("or to a later one, begun or not, whose Standard is theirs then", async () => {
  await openCohort(tandem, told, "LT-2018", -5);
  expect((await comeBack({ cohortId: "LT-2018" })).trainee.cohort).toEqual({ reference: "LT-2018" });
});

test("who supervised them sees nothing of them until assigned anew", async () => {
  await comeBack();
  const sees = async () =>
    (await tandem.as(told.supervisor.id).ask("query ($id: ID!) { trainee(id: $id) { standing } }", { id: cara.id }))
      .data.trainee;
  expect(await sees()).toBeNull();
  const staff = { traineeId: cara.id, personId: told.supervisor.id, role: "SUPERVISOR", expectedVersion: 3 };
  await done(tandem, told.lead.id, "assignStaff", staff);
  expect(await sees()).toEqual({ standing: "ENROLLED" });
});

test("R9: only while a place is left, and of two who return for the last one at once one does", async () => {
  await tandem.db.source.query("UPDATE cohort SET capacity = 2");
  expect(await refuse()).toMatchObject([{ code: "RULE_NOT_MET", rule: { rule: "E3", needed: 1, actual: 0 } }]);
  const dan = await told.trainee("Dan");
  await done(tandem, told.lead.id, "withdrawTrainee", { traineeId: dan.id, reason: "Ill.", expectedVersion: 1 });
  await tandem.db.source.query("UPDATE cohort SET capacity = 3");
  const answers = await Promise.all(
    [cara, dan].map(({ id }) =>
      ask(tandem, told.lead.id, "returnTrainee", returning({ traineeId: id }), "trainee { id }"),
    ),
  );
  const errors = answers.flatMap(({ data }) => data.returnTrainee.errors);
  expect(errors).toMatchObject([{ rule: { rule: "E3", actual: 0 } }]);
});

test("R63: whoever applied anew and confirmed a place returns to that one", async () => {
  const { id: cohortId } = await openCohort(tandem, told, "LT-2018", 30, { capacity: 1 });
  const { id } = await hasApplied(tandem.db, cohortId, cara.personId, ApplicationState.CONFIRMED);
  await comeBack({ cohortId });
  expect(await tandem.db.rows("SELECT state, traineeId FROM application WHERE id = ?", [id])).toEqual([
    { state: "ENROLLED", traineeId: cara.id },
  ]);
});

test("who left a cohort is not enrolled on it anew: they return", async () => {
  const input = { personId: cara.personId, cohortId: "LT-2017" };
  expect(await refused(tandem, told.lead.id, "enrolTrainee", input)).toMatchObject([
    { path: ["personId"], message: "personId left this cohort before: they return instead." },
  ]);
});

test("not who has not left, to an earlier cohort or another programme's, or while a trainee elsewhere", async () => {
  const [ada] = await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [told.ada.id]);
  const here = { traineeId: told.ada.reference, expectedVersion: Number(ada?.version) };
  expect(await refuse(here)).toMatchObject([{ path: ["traineeId"], message: "traineeId has not left the programme." }]);
  await openCohort(tandem, told, "LT-2015", -500);
  expect(await refuse({ cohortId: "LT-2015" })).toMatchObject([
    { path: ["cohortId"], message: expect.stringContaining(`begins on ${daysAgo(500)}, not after`) },
  ]);
  const other = await openCohort(tandem, told, "OT-2018", 30);
  await done(tandem, told.lead.id, "enrolTrainee", { personId: cara.personId, cohortId: other.id });
  expect(await refuse()).toMatchObject([
    { path: ["traineeId"], message: "traineeId is of somebody who is a trainee as OT-2018-T01." },
  ]);
  await tandem.db.source.query(
    `INSERT INTO programme (id, reference, name, summary, contactEmail, version)
     VALUES ('prg_01h455vb4pex5vsknk084sn02q', 'OT', 'Other', 'Another.', 'o@example.org', 1)`,
  );
  await tandem.db.source.query("UPDATE cohort SET programmeId = 'prg_01h455vb4pex5vsknk084sn02q' WHERE id = ?", [
    other.id,
  ]);
  expect(await refuse({ cohortId: other.id })).toMatchObject([
    { path: ["traineeId"] },
    { path: ["cohortId"], message: "cohortId is of another programme." },
  ]);
});

test("nobody returns who was erased", async () => {
  const erasing = { personId: cara.personId, reason: "REQUESTED", expectedVersion: 1 };
  await done(tandem, told.lead.id, "erasePerson", erasing);
  const [row] = await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [cara.id]);
  expect(await refuse({ expectedVersion: Number(row?.version) })).toMatchObject([
    { path: ["traineeId"], message: "traineeId is of somebody who was erased." },
  ]);
});

test("a stale version is a Conflict, a blank reason is refused, and what is not there is NotFound", async () => {
  expect(await refuse({ expectedVersion: 7 })).toMatchObject([{ __typename: "Conflict", currentVersion: 2 }]);
  expect(await refuse({ reason: "\n" })).toMatchObject([{ __typename: "InvalidInput", path: ["reason"] }]);
  expect(await refuse({ traineeId: "nobody" })).toMatchObject([{ __typename: "NotFound", path: ["traineeId"] }]);
  expect(await refuse({ cohortId: "nothing" })).toMatchObject([{ __typename: "NotFound", path: ["cohortId"] }]);
});

test("it is a programme lead's to record", async () => {
  expect(await rejected(tandem, null, "returnTrainee", returning())).toBe("UNAUTHENTICATED");
  for (const personId of [cara.personId, told.ada.personId, told.supervisor.id, told.seat.id]) {
    expect(await rejected(tandem, personId, "returnTrainee", returning())).toBe("FORBIDDEN");
  }
});
