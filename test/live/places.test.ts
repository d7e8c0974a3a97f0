import { setTimeout as sleep } from "node:timers/promises";
import { ApplicationState } from "../../src/application/application-state";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { done } from "../support/change";
import { hasApplied, openCohort } from "../support/places";
import { LiveSocket } from "../support/socket";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

const FEED = "subscription ($after: Cursor) { feed(after: $after) { entry { kind reason } } }";

let tandem: Tandem;
let told: Story;
let cara: Trainee;
beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  cara = await told.trainee("Cara");
  await told.assign(cara, told.supervisor, Role.SUPERVISOR);
});
afterEach(() => tandem.close());

const act = (mutation: string, input: Record<string, unknown>) => done(tandem, told.lead.id, mutation, input);
const about = () => told.append("EvidenceSubmitted", { traineeId: cara.id });
const kinds = (frames: Awaited<ReturnType<ReturnType<LiveSocket["subscribe"]>["take"]>>) =>
  frames.map(({ data }) => data.feed.entry.kind);
const following = async (personId: string) => tandem.ws(personId).subscribe(FEED, { after: await tandem.log.head() });

test("who leaves hears of it at once, with the reason; their supervisor hears neither that nor what follows", async () => {
  const [lead, own, staff] = [
    await following(told.lead.id),
    await following(cara.personId),
    await following(told.supervisor.id),
  ];
  await about();
  for (const each of [lead, own, staff]) await each.take(1);

  await act("withdrawTrainee", { traineeId: cara.id, reason: "Moves abroad.", expectedVersion: 1 });
  await about();

  const all = ["EvidenceSubmitted", "StaffUnassigned", "TraineeWithdrawn", "EvidenceSubmitted"];
  expect(kinds(await lead.take(4))).toEqual(all);
  expect(kinds(await own.take(4))).toEqual(all);
  expect(own.received[2]?.data.feed.entry.reason).toBe("Moves abroad.");
  await sleep(150);
  expect(kinds(staff.received)).toEqual(["EvidenceSubmitted"]);
});

test("whoever catches up on what happened before is told the same as who heard it live", async () => {
  const start = await tandem.log.head();
  await about();
  await act("withdrawTrainee", { traineeId: cara.id, reason: "Moves abroad.", expectedVersion: 1 });
  await act("returnTrainee", { traineeId: cara.id, cohortId: "LT-2017", reason: "Is back.", expectedVersion: 2 });
  await act("assignStaff", {
    ...{ traineeId: cara.id, personId: told.supervisor.id, role: "SUPERVISOR", expectedVersion: 3 },
  });
  // Assigned anew, they may know what was, as on the trainee's timeline.
  const staff = tandem.ws(told.supervisor.id).subscribe(FEED, { after: start });
  expect(kinds(await staff.take(5))).toEqual([
    ...["EvidenceSubmitted", "StaffUnassigned", "TraineeWithdrawn", "TraineeReturned", "StaffAssigned"],
  ]);
});

test("an applicant hears at once that their place was taken up, and as a trainee what follows", async () => {
  const { id: cohortId } = await openCohort(tandem, told, "LT-2018", 30);
  const kim = await told.person("Kim");
  await hasApplied(tandem.db, cohortId, kim.id, ApplicationState.CONFIRMED);
  const own = await following(kim.id);
  await sleep(100);
  await act("enrolTrainee", { personId: kim.id, cohortId });
  expect(kinds(await own.take(3))).toEqual(["TraineeEnrolled", "FeeCharged", "PlaceTakenUp"]);
});

test("R12: a correction of attendance is pushed both ways as readiness that changed", async () => {
  await told.attendCourse(cara, 3);
  const READY =
    "subscription ($id: ID!) { readinessChanged(traineeId: $id) { rule from to trainee { training { met actual } } } }";
  const [own, staff] = [cara.personId, told.supervisor.id].map((personId) =>
    tandem.ws(personId).subscribe(READY, { id: cara.id }),
  );
  await sleep(150);
  const record = (expectedVersion: number, attended: boolean, reason?: string) =>
    act("recordCourseAttendance", {
      ...{ courseDayId: told.courseDays[3]?.id, expectedVersion },
      attendance: [{ traineeId: cara.id, attended, reason }],
    });
  await record(1, true);
  const said = (frames: readonly { data?: unknown }[] = []) => frames.map(({ data }) => data);
  const change = (from: boolean, to: boolean, training: object) => ({
    readinessChanged: { rule: "E4", from, to, trainee: { training } },
  });
  expect(said(await own?.take(1))).toEqual([change(false, true, { met: true, actual: 4 })]);
  await record(2, false, "Signed for somebody else.");
  const both = [change(false, true, { met: true, actual: 4 }), change(true, false, { met: false, actual: 3 })];
  expect(said(await own?.take(2))).toEqual(both);
  expect(said(await staff?.take(2))).toEqual(both);
});
