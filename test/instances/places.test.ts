import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { CourseDay } from "../../src/course/course-day.entity";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { Cohort } from "../../src/programme/cohort.entity";
import { ask } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { standings, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET, Served } from "../support/tandem";

/** The places of the cohort that many want at once, and how many want one. */
const [PLACES, WANTED] = [10, 50];
/** How often two meet at the last place, each time on a cohort of its own. */
const ROUNDS = 8;

const { OFFERED, CONFIRMED, WAITING } = ApplicationState;

describe("at the same moment, on every instance", () => {
  let db: Database;
  let told: Story;
  let on: Instances;
  let many: { cohort: Cohort; wanting: Application[] };
  const rounds: Record<"two" | "enrolling" | "declining" | "passing" | "both", Round[]> = {
    ...{ two: [], enrolling: [], declining: [], passing: [], both: [] },
  };
  type Round = { cohort: Cohort; applications: Application[]; newcomer: Person };

  // All is here before the instances start: from then on only they write.
  beforeAll(async () => {
    db = await openTestDatabase();
    const log = await openLog(db, SECRET);
    told = await story({ db, log });
    const cohort = await cohortOf(PLACES);
    const wanting = [];
    for (let nth = 0; nth < WANTED; nth += 1) wanting.push(await applied(cohort, OFFERED));
    many = { cohort, wanting };
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      rounds.two.push(await round(1, OFFERED, OFFERED));
      rounds.enrolling.push(await round(1, OFFERED));
      rounds.declining.push(await round(1, CONFIRMED, OFFERED, WAITING));
      rounds.passing.push(await round(2, OFFERED, OFFERED, WAITING));
      rounds.both.push(await round(2, CONFIRMED, OFFERED, WAITING, WAITING));
    }
    on = await startInstances(db, log);
  });
  afterAll(async () => {
    await on?.stop();
    await db?.close();
  });
  jest.setTimeout(120_000);

  const cohortOf = async (capacity: number): Promise<Cohort> => {
    const cohort = { ...told.cohort, id: newId("coh"), reference: newId("coh").slice(-12), capacity };
    await db.source.manager.insert(Cohort, cohort);
    const day = { number: 1, date: daysAgo(-100), venue: "London", topics: "Systems thinking", version: 1 };
    await db.source.manager.insert(CourseDay, { id: newId("day"), cohortId: cohort.id, ...day });
    return cohort;
  };
  const newcomer = async (): Promise<Person> => {
    const email = `${newId("per")}@example.org`;
    const person = { ...told.lead, id: newId("per"), name: email, sortName: email, email, emailKey: email };
    await db.source.manager.insert(Person, person);
    return person;
  };
  const applied = async ({ id: cohortId }: Cohort, state: ApplicationState, waitingRank: number | null = null) =>
    submittedApplication(db, {
      ...{ cohortId, personId: (await newcomer()).id, state, waitingRank },
      confirmBy: state === WAITING ? null : daysAgo(-3),
    });
  const round = async (capacity: number, ...states: ApplicationState[]): Promise<Round> => {
    const cohort = await cohortOf(capacity);
    const applications = [];
    for (const [index, state] of states.entries()) {
      applications.push(await applied(cohort, state, state === WAITING ? index : null));
    }
    return { cohort, applications, newcomer: await newcomer() };
  };

  const THING = "application { state }";
  const act = (at: Served, mutation: string, { id: applicationId, personId }: Application) =>
    ask(at, personId, mutation, { applicationId, expectedVersion: 1 }, THING);
  /** What became of each: done, or by which rule not. */
  const outcomeOf = (answer: Awaited<ReturnType<typeof ask>>, mutation: string): string => {
    expect(answer.errors).toBeUndefined();
    const { errors } = answer.data[mutation];
    return errors.length === 0 ? "done" : (errors[0].rule?.rule ?? errors[0].code);
  };
  const outcome = async (...[at, mutation, one]: Parameters<typeof act>) =>
    outcomeOf(await act(at, mutation, one), mutation);
  const stateOf = async ({ id }: Application) =>
    (await db.rows("SELECT state FROM application WHERE id = ?", [id]))[0]?.state;
  const placesLeft = async ({ id }: Cohort) => {
    const { data } = await on.here
      .as(told.lead.id)
      .ask("query ($id: ID!) { cohort(id: $id) { placesTaken placesLeft } }", { id });
    return data.cohort;
  };

  test(`R9, R63: of ${WANTED} who confirm the last of ${PLACES} places exactly ${PLACES} hold one, and the others are told why`, async () => {
    const { cohort, wanting } = many;
    const outcomes = await Promise.all(
      wanting.map((one, nth) => outcome(on.all[nth % on.all.length] as Served, "confirmPlace", one)),
    );
    expect(outcomes.filter((each) => each === "done")).toHaveLength(PLACES);
    expect(outcomes.filter((each) => each === "E3")).toHaveLength(WANTED - PLACES);
    expect(await standings({ db }, cohort.id)).toEqual({ CONFIRMED: PLACES, OFFERED: WANTED - PLACES });
    expect(await placesLeft(cohort)).toEqual({ placesTaken: PLACES, placesLeft: 0 });
    for (const [nth, one] of wanting.entries()) {
      expect(await stateOf(one)).toBe(outcomes[nth] === "done" ? CONFIRMED : OFFERED);
    }
  });

  test("R9, R63: of two who confirm the last place one holds it", async () => {
    for (const { cohort, applications } of rounds.two) {
      const [one, other] = applications as [Application, Application];
      const outcomes = await Promise.all([
        outcome(on.here, "confirmPlace", one),
        outcome(on.there, "confirmPlace", other),
      ]);
      expect(outcomes.sort()).toEqual(["E3", "done"]);
      expect(await placesLeft(cohort)).toEqual({ placesTaken: 1, placesLeft: 0 });
    }
  });

  test("R9: of one who confirms the last place and one who is enrolled on it one holds it", async () => {
    for (const { cohort, applications, newcomer } of rounds.enrolling) {
      const enrol = async () => {
        const input = { personId: newcomer.id, cohortId: cohort.id };
        return outcomeOf(await ask(on.there, told.lead.id, "enrolTrainee", input), "enrolTrainee");
      };
      const outcomes = await Promise.all([outcome(on.here, "confirmPlace", applications[0] as Application), enrol()]);
      expect(outcomes.sort()).toEqual(["E3", "done"]);
      expect(await placesLeft(cohort)).toEqual({ placesTaken: 1, placesLeft: 0 });
    }
  });

  test("R9, R63: of one who gives the only place back and one who confirms it, whoever waits comes after both", async () => {
    for (const { cohort, applications } of rounds.declining) {
      const [holder, offered, waiting] = applications as [Application, Application, Application];
      const [declined, confirmed] = await Promise.all([
        outcome(on.here, "declinePlace", holder),
        outcome(on.there, "confirmPlace", offered),
      ]);
      expect(declined).toBe("done");
      expect(["done", "E3"]).toContain(confirmed);
      expect(await stateOf(offered)).toBe(confirmed === "done" ? CONFIRMED : OFFERED);
      expect(await stateOf(waiting)).toBe(WAITING);
      expect((await placesLeft(cohort)).placesTaken).toBe(confirmed === "done" ? 1 : 0);
    }
  });

  test("R9, R63: a place given back while another is confirmed goes to who waits, once", async () => {
    for (const { cohort, applications } of rounds.passing) {
      const [one, other, waiting] = applications as [Application, Application, Application];
      const outcomes = await Promise.all([
        outcome(on.here, "declinePlace", one),
        outcome(on.there, "confirmPlace", other),
      ]);
      expect(outcomes).toEqual(["done", "done"]);
      expect(await stateOf(waiting)).toBe(OFFERED);
      expect((await placesLeft(cohort)).placesTaken).toBe(1);
    }
  });

  test("R63: two places given back go to the two who wait, one each", async () => {
    for (const { applications } of rounds.both) {
      const [one, other, ...waiting] = applications as [Application, Application, Application, Application];
      const outcomes = await Promise.all([
        outcome(on.here, "declinePlace", one),
        outcome(on.there, "declinePlace", other),
      ]);
      expect(outcomes).toEqual(["done", "done"]);
      for (const each of waiting) expect(await stateOf(each)).toBe(OFFERED);
    }
  });
});
