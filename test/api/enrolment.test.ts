import { ApplicationState } from "../../src/application/application-state";
import { ask, done, refused } from "../support/change";
import { history } from "../support/history";
import { hasApplied, openCohort } from "../support/places";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let cohort: Awaited<ReturnType<typeof openCohort>>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  cohort = await openCohort(tandem, told, "LT-2018", 30, { capacity: 1 });
});
afterEach(() => tandem.close());

const enrol = (personId: string, cohortId = cohort.id) =>
  done(tandem, told.lead.id, "enrolTrainee", { personId, cohortId }, "trainee { id reference }");
const refuse = (personId: string, cohortId = cohort.id) =>
  refused(tandem, told.lead.id, "enrolTrainee", { personId, cohortId });
const applicationOf = async (id: string) =>
  (await tandem.db.rows("SELECT state, traineeId, version FROM application WHERE id = ?", [id]))[0];

test("R9, R63: a confirmed place is taken up: the application says whose, and the place counts once", async () => {
  const [kim, lou] = [await told.person("Kim"), await told.person("Lou")];
  const { id, reference } = await hasApplied(tandem.db, cohort.id, kim.id, ApplicationState.CONFIRMED);
  expect(await refuse(lou.id)).toMatchObject([{ code: "RULE_NOT_MET", rule: { rule: "E3", needed: 1, actual: 0 } }]);

  const { trainee } = await enrol(kim.id);

  expect(await applicationOf(id)).toEqual({ state: "ENROLLED", traineeId: trainee.id, version: 2 });
  const [takenUp, , enrolled] = await history(tandem, told, 3); // between them the fee is charged
  expect(enrolled).toMatchObject({ kind: "TraineeEnrolled", subject: { id: trainee.id }, reason: null });
  expect(takenUp).toMatchObject({
    kind: "PlaceTakenUp",
    facts: { reference, from: "CONFIRMED", to: "ENROLLED", traineeId: trainee.id },
    subject: { id },
    actor: { id: told.lead.id },
  });
  expect(await refuse(lou.id)).toMatchObject([{ rule: { rule: "E3", actual: 0 } }]);
  await tandem.db.source.query("UPDATE cohort SET capacity = 2 WHERE id = ?", [cohort.id]);
  await enrol(lou.id);
});

test("the applicant is told that their place was taken up; nobody else but a lead is", async () => {
  const kim = await told.person("Kim");
  const { id } = await hasApplied(tandem.db, cohort.id, kim.id, ApplicationState.CONFIRMED);
  await enrol(kim.id);
  const told1 = async (personId: string) =>
    (await tandem.as(personId).ask("{ entries(first: 100) { nodes { kind subject { id } } } }")).data.entries.nodes;
  expect(await told1(kim.id)).toContainEqual({ kind: "PlaceTakenUp", subject: { id } });
  for (const other of [told.ada.personId, told.supervisor.id, told.seat.id]) {
    expect(JSON.stringify(await told1(other))).not.toContain("PlaceTakenUp");
  }
});

test.each([
  { state: ApplicationState.SUBMITTED, says: "decide on the application first" },
  { state: ApplicationState.OFFERED, says: "they confirm it first" },
  { state: ApplicationState.WAITING, says: "they are offered a place first, and confirm it" },
])(
  "R63: who is on the way to a place goes on with that: an application that is $state says what to do",
  async (given) => {
    const kim = await told.person("Kim");
    await hasApplied(tandem.db, cohort.id, kim.id, given.state);
    expect(await refuse(kim.id)).toMatchObject([
      { __typename: "InvalidInput", path: ["personId"], message: expect.stringContaining(given.says) },
    ]);
  },
);

test.each([ApplicationState.DRAFT, ApplicationState.REFUSED, ApplicationState.DECLINED, ApplicationState.WITHDRAWN])(
  "who comes otherwise is enrolled while a place is left, their %s application stays as it is",
  async (state) => {
    const kim = await told.person("Kim");
    const { id } = await hasApplied(tandem.db, cohort.id, kim.id, state);
    await enrol(kim.id);
    expect(await applicationOf(id)).toEqual({ state, traineeId: null, version: 1 });
    expect(await refuse((await told.person("Lou")).id)).toMatchObject([{ rule: { rule: "E3" } }]);
  },
);

test("a place on one cohort is none on another", async () => {
  const [kim, other] = [await told.person("Kim"), await openCohort(tandem, told, "LT-2019", 400, { capacity: 1 })];
  const { id } = await hasApplied(tandem.db, cohort.id, kim.id, ApplicationState.CONFIRMED);
  await enrol((await told.person("Lou")).id, other.id);
  expect(await refuse(kim.id, other.id)).toMatchObject([{ rule: { rule: "E3" } }]);
  expect(await applicationOf(id)).toMatchObject({ state: "CONFIRMED" });
});

/** Asks for all at once; answers with how many got a trainee, and the errors of the others. */
const atOnce = async (people: readonly string[]) => {
  const answers = await Promise.all(
    people.map((personId) =>
      ask(tandem, told.lead.id, "enrolTrainee", { personId, cohortId: cohort.id }, "trainee { id }"),
    ),
  );
  const payloads = answers.map(({ data }) => data.enrolTrainee);
  return {
    enrolled: payloads.filter(({ trainee }) => trainee !== null).length,
    errors: payloads.flatMap(({ errors }) => errors),
  };
};
const count = async (sql: string) => Number((await tandem.db.rows(sql, [cohort.id]))[0]?.n);

test("R9: ten are enrolled at once for the last place: one gets it, nine are told why", async () => {
  const people: string[] = [];
  for (let index = 0; index < 10; index += 1) people.push((await told.person(`Kim ${index}`)).id);

  const { enrolled, errors } = await atOnce(people);

  expect(enrolled).toBe(1);
  expect(errors).toHaveLength(9);
  for (const error of errors) expect(error).toMatchObject({ code: "RULE_NOT_MET", rule: { rule: "E3", actual: 0 } });
  expect(await count("SELECT COUNT(*) AS n FROM trainee WHERE cohortId = ?")).toBe(1);
});

test("R9: somebody is enrolled several times at once: they are one trainee, of the place they confirmed", async () => {
  await tandem.db.source.query("UPDATE cohort SET capacity = 10 WHERE id = ?", [cohort.id]);
  const kim = await told.person("Kim");
  await hasApplied(tandem.db, cohort.id, kim.id, ApplicationState.CONFIRMED);

  const { enrolled, errors } = await atOnce(Array(6).fill(kim.id));

  expect(enrolled).toBe(1);
  expect(errors).toHaveLength(5);
  for (const error of errors) expect(error).toMatchObject({ code: "INVALID_INPUT", path: ["personId"] });
  expect(await count("SELECT COUNT(*) AS n FROM trainee WHERE cohortId = ?")).toBe(1);
  expect(await count("SELECT COUNT(*) AS n FROM application WHERE cohortId = ? AND state = 'ENROLLED'")).toBe(1);
});
