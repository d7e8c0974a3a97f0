import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { openCohort } from "../support/places";
import { beforeTheCourse, published, scoredBefore, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let kim: string;
let criterion: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await beforeTheCourse(tandem.db, told.cohort);
  kim = (await told.person("Kim Newcomer")).id;
  criterion = await published(tandem.db, told.programme.id, 1);
});
afterEach(() => tandem.close());

const lead = () => told.lead.id;
const applied = (personId: string, more: Partial<Application> = {}) =>
  submittedApplication(tandem.db, { cohortId: told.cohort.id, personId, ...more });
const of = ({ id }: { id: string }, more: object = {}) => ({ applicationId: id, expectedVersion: 1, ...more });
const offered = { state: ApplicationState.OFFERED, confirmBy: daysAgo(-3) };
const enrol = (cohortId: string) => done(tandem, lead(), "enrolTrainee", { personId: kim, cohortId });

test("R9: a trainee is offered no second place, and confirms none", async () => {
  const other = await openCohort(tandem, told, "LT-2018", 30);
  await enrol(other.id);
  const application = await applied(kim);
  await scoredBefore(tandem.db, application, [criterion], told.lead);
  await scoredBefore(tandem.db, application, [criterion], await told.person("Lou Second", Role.PROGRAMME_LEAD));
  const offer = of(application, { decision: "OFFER", confirmBy: daysAgo(-3) });
  expect(await refused(tandem, lead(), "decideApplication", offer)).toMatchObject([
    { path: ["applicationId"], message: "applicationId is of a trainee already, LT-2018-T01." },
  ]);

  await tandem.db.source.manager.update(Application, { id: application.id }, offered);
  expect(await refused(tandem, kim, "confirmPlace", of(application))).toMatchObject([
    { path: ["applicationId"], message: "applicationId is of a trainee already, LT-2018-T01: a person has one place." },
  ]);
});

test("R9: whoever holds a place confirms no other until they have given it back", async () => {
  const other = await openCohort(tandem, told, "LT-2018", 30);
  const first = await applied(kim, { cohortId: other.id, state: ApplicationState.CONFIRMED });
  const second = await applied(kim, offered);
  expect(await refused(tandem, kim, "confirmPlace", of(second))).toMatchObject([
    { message: "applicationId is one of two: give back your place on LT-2018 first." },
  ]);
  await done(tandem, kim, "declinePlace", of(first));
  await done(tandem, kim, "confirmPlace", of(second));
});

test("R9: a draft is submitted by nobody who has become a trainee meanwhile", async () => {
  const draft = await applied(kim, { state: ApplicationState.DRAFT, submittedAt: null });
  await enrol((await openCohort(tandem, told, "LT-2018", 30)).id);
  expect(await refused(tandem, kim, "submitApplication", of(draft))).toMatchObject([
    { path: [], message: "You are a trainee already, as LT-2018-T01." },
  ]);
});

test("R9: a confirmed place that nobody takes up is taken back, and goes to the next", async () => {
  const confirmed = await applied(kim, { state: ApplicationState.CONFIRMED });
  const next = await applied((await told.person("Lou Next")).id, { state: ApplicationState.WAITING, waitingRank: 1 });
  await tandem.db.source.query("UPDATE cohort SET capacity = (SELECT COUNT(*) FROM trainee) + 1");
  const { application } = await done(
    ...([tandem, lead(), "withdrawOffer", of(confirmed, { reason: "Not heard of since." })] as const),
    "application { state decisionReason }",
  );
  expect(application).toEqual({ state: "REFUSED", decisionReason: "Not heard of since." });
  expect(await tandem.db.source.manager.findOneByOrFail(Application, { id: next.id })).toMatchObject({
    state: ApplicationState.OFFERED,
  });
});

test("R9: whoever can take no place is passed over: who may not sign in, and who is a trainee", async () => {
  const [away, busy, next] = await Promise.all(["Away", "Busy", "Next"].map((name) => told.person(name)));
  const waits = [away, busy, next].map((person, index) =>
    applied((person as { id: string }).id, { state: ApplicationState.WAITING, waitingRank: index + 1 }),
  );
  const [first, second, third] = await Promise.all(waits);
  const other = await openCohort(tandem, told, "LT-2018", 30);
  await done(tandem, lead(), "enrolTrainee", { personId: busy?.id, cohortId: other.id });
  await done(tandem, lead(), "disablePerson", { personId: away?.id, reason: "Left.", expectedVersion: 1 });
  const confirmed = await applied(kim, { state: ApplicationState.CONFIRMED });
  await done(tandem, kim, "declinePlace", of(confirmed));
  const stateOf = async (application?: Application) =>
    (await tandem.db.source.manager.findOneByOrFail(Application, { id: application?.id as string })).state;
  expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual([
    "WAITING",
    "WAITING",
    "OFFERED",
  ]);
});

test("R9: once the course has begun no place is offered, nor one to be confirmed when it has", async () => {
  const application = await applied(kim);
  await scoredBefore(tandem.db, application, [criterion], told.lead);
  await scoredBefore(tandem.db, application, [criterion], await told.person("Lou Second", Role.PROGRAMME_LEAD));
  const late = of(application, { decision: "OFFER", confirmBy: daysAgo(-400) });
  expect(await refused(tandem, lead(), "decideApplication", late)).toMatchObject([
    { path: ["confirmBy"], message: `confirmBy must be before the course begins, on ${daysAgo(-400)}.` },
  ]);
});

test("R9: no programme lead gives themself a place, or takes themself back", async () => {
  const other = await openCohort(tandem, told, "LT-2018", 30);
  const input = { personId: lead(), cohortId: other.id };
  expect(await rejected(tandem, lead(), "enrolTrainee", input)).toBe("FORBIDDEN");

  const second = await told.person("Lou Second", Role.PROGRAMME_LEAD);
  const { trainee } = await done(tandem, second.id, "enrolTrainee", input, "trainee { id version }");
  const leaving = { traineeId: trainee.id, reason: "No time.", expectedVersion: trainee.version };
  await done(tandem, second.id, "withdrawTrainee", leaving);
  const back = { ...leaving, cohortId: other.id, expectedVersion: trainee.version + 1 };
  expect(await rejected(tandem, lead(), "returnTrainee", back)).toBe("FORBIDDEN");
  await done(tandem, second.id, "returnTrainee", back);
});

test("R9: nobody who may not sign in is enrolled", async () => {
  await done(tandem, lead(), "disablePerson", { personId: kim, reason: "Left.", expectedVersion: 1 });
  const input = { personId: kim, cohortId: told.cohort.id };
  expect(await refused(tandem, lead(), "enrolTrainee", input)).toMatchObject([{ path: ["personId"] }]);
});

test("R15: the first course day stays after the last day of application", async () => {
  const { id, courseDays } = await openCohort(tandem, told, "LT-2018", 30);
  const [first] = courseDays;
  const { data } = await tandem.as(lead()).ask("query ($id: ID!) { cohort(id: $id) { applyBy } }", { id });
  const input = { courseDayId: first?.id, date: data.cohort.applyBy, reason: "Earlier.", expectedVersion: 1 };
  expect(await refused(tandem, lead(), "changeCourseDay", input)).toMatchObject([
    { path: ["date"], message: `date must be after the last day of application, which is ${data.cohort.applyBy}.` },
  ]);
});
