import { ApplicationState } from "../../src/application/application-state";
import { Pair } from "../../src/pair/pair.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import { TraineeStanding } from "../../src/trainee/trainee-standing";
import { assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { hasApplied, openCohort } from "../support/places";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let cara: Trainee;
let later: Awaited<ReturnType<typeof openCohort>>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  cara = await told.trainee("Cara");
  later = await openCohort(tandem, told, "LT-2018", 30);
});
afterEach(() => tandem.close());

const deferral = (more: Record<string, unknown> = {}) => ({
  ...{ traineeId: cara.id, cohortId: later.reference, reason: "Ill in the spring.", expectedVersion: 1 },
  ...more,
});
const TRAINEE = "trainee { id reference standing version cohort { reference } training { met needed actual } }";
const defer = (more?: Record<string, unknown>) => done(tandem, told.lead.id, "deferTrainee", deferral(more), TRAINEE);
const refuse = (more?: Record<string, unknown>) => refused(tandem, told.lead.id, "deferTrainee", deferral(more));
const setStanding = (standing: TraineeStanding) =>
  tandem.db.source.manager.update(Trainee, { id: cara.id }, { standing });

test("R9: a trainee goes on with a later cohort, as the same trainee, and the history says from where, by whom and why", async () => {
  const { trainee } = await defer();
  expect(trainee).toMatchObject({ id: cara.id, reference: cara.reference, standing: "ENROLLED", version: 2 });
  expect(trainee.cohort).toEqual({ reference: "LT-2018" });
  expect((await history(tandem, told, 1))[0]).toEqual({
    kind: "TraineeDeferred",
    facts: {
      reference: cara.reference,
      cohort: { from: "LT-2017", to: "LT-2018" },
      cohortId: { from: told.cohort.id, to: later.id },
    },
    reason: "Ill in the spring.",
    actor: { id: told.lead.id },
    subject: { id: cara.id },
  });
});

test("R9: the place on the later cohort is taken, the one on the earlier is free", async () => {
  const kim = await told.person("Kim");
  await tandem.db.source.query("UPDATE cohort SET capacity = 3 WHERE reference IN ('LT-2017', 'LT-2018')");
  const enrol = (cohortId: string) => [tandem, told.lead.id, "enrolTrainee", { personId: kim.id, cohortId }] as const;
  expect(await refused(...enrol("LT-2017"))).toMatchObject([{ rule: { rule: "E3" } }]);
  await defer();
  await tandem.db.source.query("UPDATE cohort SET capacity = 1 WHERE reference = 'LT-2018'");
  expect(await refused(...enrol("LT-2018"))).toMatchObject([{ rule: { rule: "E3" } }]);
  await done(...enrol("LT-2017"));
});

test("R2, R12: days attended on two cohorts make one course, and a day attended on both counts once", async () => {
  const attend = async (courseDayId: string, more: Record<string, unknown> = {}) => {
    const attendance = [{ traineeId: cara.id, attended: true, ...more }];
    const [day] = await tandem.db.rows("SELECT version FROM course_day WHERE id = ?", [courseDayId]);
    const input = { courseDayId, attendance, expectedVersion: Number(day?.version) };
    await done(tandem, told.lead.id, "recordCourseAttendance", input);
  };
  const training = async () =>
    (
      await tandem.as(cara.personId).ask(
        `query ($id: ID!) { trainee(id: $id) { training { rule met needed actual because { id } }
          readiness { parts { rule met needed actual because { id } } } } }`,
        { id: cara.id },
      )
    ).data.trainee;
  const [one, two] = told.courseDays;
  await attend(one?.id as string);
  await attend(two?.id as string);
  await defer();
  await tandem.db.source.query("UPDATE course_day SET date = ? WHERE cohortId = ? AND number = 1", [
    daysAgo(9),
    later.id,
  ]);
  await tandem.db.source.query("UPDATE course_day SET date = ? WHERE cohortId = ? AND number = 3", [
    daysAgo(8),
    later.id,
  ]);
  await tandem.db.source.query("UPDATE course_day SET date = ? WHERE cohortId = ? AND number = 4", [
    daysAgo(7),
    later.id,
  ]);

  const [again, , three, four] = later.courseDays as [{ id: string }, unknown, { id: string }, { id: string }];
  await attend(again.id);
  await attend(three.id);
  const short = await training();
  expect(short.training).toMatchObject({ rule: "E4", met: false, needed: 4, actual: 3 });
  await attend(four.id);

  const complete = await training();
  expect(complete.training).toMatchObject({ rule: "E4", met: true, needed: 4, actual: 4 });
  expect(complete.training.because.map(({ id }: { id: string }) => id)).toEqual([one?.id, two?.id, three.id, four.id]);
  expect(complete.readiness.parts[0]).toEqual(complete.training);
  const entries = await tandem.db.rows("SELECT facts FROM entry WHERE kind = 'ReadinessChanged'");
  expect(entries.map(({ facts }) => JSON.parse(String(facts)))).toEqual([{ rule: "E4", from: false, to: true }]);
});

test("what was recorded on the earlier cohort can still be corrected; nothing new is recorded there", async () => {
  const [one, two] = told.courseDays;
  await told.attendCourse(cara, 1);
  await defer();
  const record = (day: typeof one, reason: string) => ({
    ...{ courseDayId: day?.id, expectedVersion: 1 },
    attendance: [{ traineeId: cara.id, attended: false, reason }],
  });
  await done(tandem, told.lead.id, "recordCourseAttendance", record(one, "Left at noon."));
  expect(await refused(tandem, told.lead.id, "recordCourseAttendance", record(two, "Was away."))).toMatchObject([
    { __typename: "InvalidInput", path: ["attendance", "0", "traineeId"] },
  ]);
});

test("the later cohort's Standard is theirs, and readiness that it flips is told", async () => {
  await told.attendCourse(cara, 2);
  await tandem.db.source.query(
    `INSERT INTO standard (id, programmeId, number, courseDays, groupDays, sources, networkMeetings, everyAreaMet,
       reviewCountsFrom, assessorMayHaveSupervised) SELECT 'std_01h455vb4pex5vsknk084sn02q', programmeId, 2, 2, groupDays,
       sources, networkMeetings, everyAreaMet, reviewCountsFrom, assessorMayHaveSupervised FROM standard`,
  );
  await tandem.db.source.query("UPDATE cohort SET standardId = 'std_01h455vb4pex5vsknk084sn02q' WHERE id = ?", [
    later.id,
  ]);
  const { trainee } = await defer();
  expect(trainee.training).toEqual({ met: true, needed: 2, actual: 2 });
  const [entry] = await tandem.db.rows("SELECT facts FROM entry WHERE kind = 'ReadinessChanged'");
  expect(JSON.parse(String(entry?.facts))).toEqual({ rule: "E4", from: false, to: true });
});

test("whoever confirmed a place on the later cohort takes that one up", async () => {
  await tandem.db.source.query("UPDATE cohort SET capacity = 1 WHERE id = ?", [later.id]);
  const { id } = await hasApplied(tandem.db, later.id, cara.personId, ApplicationState.CONFIRMED);
  await defer();
  expect(await tandem.db.rows("SELECT state, traineeId FROM application WHERE id = ?", [id])).toEqual([
    { state: "ENROLLED", traineeId: cara.id },
  ]);
});

test("whoever has applied for a place on the later cohort goes on with that", async () => {
  await hasApplied(tandem.db, later.id, cara.personId, ApplicationState.OFFERED);
  expect(await refuse()).toMatchObject([{ path: ["cohortId"], message: expect.stringContaining("they confirm it") }]);
});

test("not to the same cohort, an earlier one, another programme's, one that has begun, or a full one", async () => {
  const because = async (cohortId: string) => (await refuse({ cohortId })).map(({ message }) => message);
  expect(await because("LT-2017")).toEqual([
    "cohortId is the cohort they are on.",
    `cohortId has begun its course, on ${daysAgo(390)}.`,
  ]);
  await openCohort(tandem, told, "LT-2015", -500);
  expect(await because("LT-2015")).toEqual([
    `cohortId is not a later cohort: its course begins on ${daysAgo(500)}, not after ${daysAgo(390)}.`,
    `cohortId has begun its course, on ${daysAgo(500)}.`,
  ]);
  await openCohort(tandem, told, "LT-NOW", 0);
  expect(await because("LT-NOW")).toEqual([`cohortId has begun its course, on ${daysAgo(0)}.`]);
  await openCohort(tandem, told, "LT-SOON", 1);
  const other = await openCohort(tandem, told, "OT-2018", 30);
  await tandem.db.source.query(
    `INSERT INTO programme (id, reference, name, summary, contactEmail, version)
     VALUES ('prg_01h455vb4pex5vsknk084sn02q', 'OT', 'Other', 'Another.', 'o@example.org', 1)`,
  );
  await tandem.db.source.query("UPDATE cohort SET programmeId = 'prg_01h455vb4pex5vsknk084sn02q' WHERE id = ?", [
    other.id,
  ]);
  expect(await because("OT-2018")).toEqual(["cohortId is of another programme."]);
  await tandem.db.source.query("UPDATE cohort SET capacity = 0 WHERE id = ?", [later.id]);
  expect(await refuse()).toMatchObject([{ code: "RULE_NOT_MET", rule: { rule: "E3", actual: 0 } }]);
  await defer({ cohortId: "LT-SOON" });
});

test("not while they work in a pair, and again once it is dissolved", async () => {
  const pair = await told.pair("Cara", "Dan");
  expect(await refuse({ expectedVersion: 2 })).toMatchObject([
    {
      message: `They work in pair ${pair.reference}: dissolve the pair or replace them in it first.`,
      rule: { rule: "PLACE_END", met: false },
    },
  ]);
  await done(tandem, told.lead.id, "dissolvePair", { pairId: pair.id, reason: "They part.", expectedVersion: 1 });
  await defer({ expectedVersion: 3 });
});

test("not while an assessment of theirs is not released, and what to do is said", async () => {
  await told.readyForAssessment(told.ada);
  const our = assessing(tandem, told);
  const assessment = await our.open();
  await tandem.db.source.manager.update(Pair, { id: told.adaAndBen.id }, { dissolvedOn: daysAgo(0) });
  const version = async () =>
    Number((await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [told.ada.id]))[0]?.version);
  const ada = async () => ({ traineeId: told.ada.id, expectedVersion: await version() });
  expect(await refuse(await ada())).toMatchObject([
    { message: "Round 1 of their assessment is not decided: it is decided and released first." },
  ]);
  await our.decide(await our.judgeAreas(assessment), "FURTHER_EVIDENCE_NEEDED");
  expect(await refuse(await ada())).toMatchObject([
    { message: "Round 1 of their assessment is not released: release it first." },
  ]);
  await tandem.db.source.query("UPDATE assessment SET releasedAt = decidedAt");
  await defer(await ada());
});

test("not who has left, or is accredited", async () => {
  await setStanding(TraineeStanding.WITHDRAWN);
  expect(await refuse()).toMatchObject([{ path: ["traineeId"], message: "traineeId has left the programme." }]);
  await setStanding(TraineeStanding.ACCREDITED);
  expect(await refuse()).toMatchObject([{ path: ["traineeId"], message: "traineeId is accredited already." }]);
});

test("a stale version is a Conflict, a blank reason is refused, and what is not there is NotFound", async () => {
  expect(await refuse({ expectedVersion: 7 })).toMatchObject([{ __typename: "Conflict", currentVersion: 1 }]);
  expect(await refuse({ reason: " " })).toMatchObject([{ __typename: "InvalidInput", path: ["reason"] }]);
  expect(await refuse({ traineeId: "nobody" })).toMatchObject([{ __typename: "NotFound", path: ["traineeId"] }]);
  expect(await refuse({ cohortId: "nothing" })).toMatchObject([{ __typename: "NotFound", path: ["cohortId"] }]);
});

test("it is a programme lead's to do, and not for themself: whether they are being assessed would show", async () => {
  expect(await rejected(tandem, null, "deferTrainee", deferral())).toBe("UNAUTHENTICATED");
  for (const personId of [cara.personId, told.ada.personId, told.supervisor.id, told.assessor.id, told.seat.id]) {
    expect(await rejected(tandem, personId, "deferTrainee", deferral())).toBe("FORBIDDEN");
  }
  const { personId } = cara;
  await done(tandem, told.lead.id, "grantRole", { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });
  expect(await rejected(tandem, personId, "deferTrainee", deferral())).toBe("FORBIDDEN");
});
