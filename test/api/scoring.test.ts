import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Programme } from "../../src/programme/programme.entity";
import { ProgrammeSection } from "../../src/programme/programme-section";
import { done, refused, rejected } from "../support/change";
import { published, scoredBefore, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let second: Person;
let kim: Person;
let criteria: string[];
let application: Application;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  second = await told.person("Lou Second", Role.PROGRAMME_LEAD);
  kim = await told.person("Kim Newcomer");
  criteria = [];
  for (const ordinal of [1, 2]) criteria.push(await published(tandem.db, told.programme.id, ordinal));
  application = await submittedApplication(tandem.db, { cohortId: told.cohort.id, personId: kim.id });
});
afterEach(() => tandem.close());

const both = (...scores: number[]) => scores.map((score, at) => ({ criterionId: criteria[at], score }));
const input = (scores: object[], more: object = {}) => ({
  ...{ applicationId: application.id, expectedVersion: 1, scores },
  ...more,
});
const SCORED = `application { version totalScore scored { rule met needed actual next because { text node { id } } }
  scores { score comment criterion { id text } scorer { id } application { id } } }`;
const score = async (by: Person, scores: object[], more: object = {}) =>
  (await done(tandem, by.id, "scoreApplication", input(scores, more), SCORED)).application;
const paths = (errors: { code: string; path: string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join(".")}`);

test("R10, R52, R56, R65: an application is scored by every published criterion, by each lead for themself", async () => {
  await published(tandem.db, told.programme.id, 3, { retiredOn: "2016-01-01" });
  await published(tandem.db, told.programme.id, 4, { section: ProgrammeSection.DEMANDS });
  const first = await score(told.lead, [
    { criterionId: criteria[0], score: 4, comment: "Led six." },
    ...both(0, 1).slice(1),
  ]);
  expect(first).toMatchObject({
    ...{ version: 1, totalScore: 5 },
    scored: { rule: "SELECTION", met: false, needed: 2, actual: 1, next: "Have 1 more person score every criterion." },
    scores: expect.arrayContaining([
      {
        ...{ score: 4, comment: "Led six.", criterion: { id: criteria[0], text: "Criterion 1." } },
        ...{ scorer: { id: told.lead.id }, application: { id: application.id } },
      },
    ]),
  });
  expect(await score(second, both(2, 2))).toMatchObject({
    ...{ totalScore: 4.5, scored: { met: true, actual: 2, next: null } },
  });
});

test("R52: who scores anew says why, and takes the place of their own scores only; the Log keeps both", async () => {
  await score(told.lead, both(4, 1));
  await score(second, both(2, 2));
  const again = await refused(tandem, told.lead.id, "scoreApplication", input(both(3, 1)));
  expect(paths(again)).toEqual(["INVALID_INPUT reason"]);
  const scored = await score(told.lead, both(3, 1), { reason: "I had read another's." });
  expect(scored.scores.map((one: { score: number }) => one.score).sort()).toEqual([1, 2, 2, 3]);

  const { data } = await tandem.as(second.id).ask("{ entries(first: 3) { nodes { kind facts reason actor { id } } } }");
  expect(data.entries.nodes[0]).toEqual({
    ...{ kind: "CriterionScored", reason: "I had read another's.", actor: { id: told.lead.id } },
    facts: { reference: application.reference, criterionId: criteria[0], from: 4, to: 3 },
  });
  expect(data.entries.nodes[1].actor).toEqual({ id: second.id }); // what stays as it was is not told again
});

test("scores that say what was said before are refused, and a comment alone may be changed without a reason", async () => {
  await score(told.lead, both(4, 1));
  const again = await refused(tandem, told.lead.id, "scoreApplication", input(both(4, 1)));
  expect(paths(again)).toEqual(["INVALID_INPUT scores"]);
  const [first, rest] = both(4, 1);
  const { scores } = await score(told.lead, [{ ...first, comment: "Six reviews." }, rest as object]);
  expect(scores.map(({ comment }: { comment: string | null }) => comment)).toContain("Six reviews.");
});

test("each fault of a list of scores is named, all at once", async () => {
  const { db } = tandem;
  const other = { ...told.programme, id: "prg_01j00000000000000000000000", reference: "OTHER" };
  await db.source.manager.insert(Programme, other);
  const named = [
    ...[criteria[0], criteria[0], "itm_01j00000000000000000000000", kim.id],
    await published(db, told.programme.id, 3, { retiredOn: "2016-01-01" }),
    await published(db, told.programme.id, 4, { section: ProgrammeSection.DEMANDS }),
    await published(db, other.id, 1),
  ];
  const scores = named.map((criterionId) => ({ criterionId, score: 2 }));
  expect(paths(await refused(tandem, told.lead.id, "scoreApplication", input(scores)))).toEqual([
    "INVALID_INPUT scores.1.criterionId",
    ...["NOT_FOUND scores.2.criterionId", "NOT_FOUND scores.3.criterionId"],
    ...[4, 5, 6].map((at) => `INVALID_INPUT scores.${at}.criterionId`),
    "INVALID_INPUT scores",
  ]);
});

test.each([-1, 5, 100])("a score of %i is outside the scale", async (amount) => {
  const errors = await refused(tandem, told.lead.id, "scoreApplication", input(both(amount, 4)));
  expect(paths(errors)).toEqual(["INVALID_INPUT scores.0.score"]);
});

test.each([0, 4])("R52: a score of %i is of the scale", async (amount) => {
  expect((await score(told.lead, both(amount, amount))).totalScore).toBe(2 * amount);
});

test.each([[[]], [Array.from({ length: 31 }, () => ({ criterionId: "itm_x", score: 1 }))]])(
  "no scores, or more than 30, are refused",
  async (scores) => {
    const errors = await refused(tandem, told.lead.id, "scoreApplication", input(scores));
    expect(paths(errors)).toEqual(["INVALID_INPUT scores"]);
  },
);

test.each(["OFFERED", "REFUSED", "CONFIRMED", "ENROLLED", "DECLINED", "WITHDRAWN"])(
  "an application that is %s is not scored",
  async (state) => {
    await tandem.db.source.query("UPDATE application SET state = ? WHERE id = ?", [state, application.id]);
    const errors = await refused(tandem, told.lead.id, "scoreApplication", input(both(1, 1)));
    expect(paths(errors)).toEqual(["INVALID_INPUT applicationId"]);
  },
);

test("scoring is for programme leads, and not for one whose own application it is", async () => {
  for (const by of [kim, told.supervisor, told.assessor, told.seat]) {
    expect(await rejected(tandem, by.id, "scoreApplication", input(both(1, 1)))).toBe("FORBIDDEN");
  }
  await tandem.db.source.query("UPDATE application SET personId = ? WHERE id = ?", [second.id, application.id]);
  expect(await rejected(tandem, second.id, "scoreApplication", input(both(1, 1)))).toBe("FORBIDDEN");
  await score(told.lead, both(1, 1));
});

test("a version that is not the one they read is a conflict, and a draft is the id of nothing", async () => {
  const stale = await refused(tandem, told.lead.id, "scoreApplication", input(both(1, 1), { expectedVersion: 2 }));
  expect(stale).toMatchObject([{ code: "CONFLICT", currentVersion: 1 }]);
  await tandem.db.source.query("UPDATE application SET submittedAt = NULL, state = 'DRAFT' WHERE id = ?", [
    application.id,
  ]);
  const hidden = await refused(tandem, told.lead.id, "scoreApplication", input(both(1, 1)));
  expect(paths(hidden)).toEqual(["NOT_FOUND applicationId"]);
});

test("R52: what was scored of an earlier writing counts no more, and is seen by nobody while it is a draft again", async () => {
  const { db } = tandem;
  for (const by of [told.lead, second]) await scoredBefore(db, application, criteria, by);
  const read = async () => {
    const query = `query ($id: ID!) { application(id: $id) { totalScore scored { actual } scores { id } } }`;
    return (await tandem.as(told.lead.id).ask(query, { id: application.id })).data.application;
  };
  const before = await read();
  expect(before).toMatchObject({ totalScore: 6, scored: { actual: 2 } });
  const ids = before.scores.map(({ id }: { id: string }) => id);
  expect(ids).toHaveLength(4);

  await db.source.manager.update(
    Application,
    { id: application.id },
    { submittedAt: null, state: ApplicationState.DRAFT },
  );
  expect(await read()).toBeNull();
  const { data } = await tandem.as(told.lead.id).ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  expect(data.nodes).toEqual([null, null, null, null]);

  const anew = { submittedAt: new Date(), state: ApplicationState.SUBMITTED };
  await db.source.manager.update(Application, { id: application.id }, anew);
  expect(await read()).toMatchObject({ totalScore: null, scored: { actual: 0 } });
  await score(told.lead, both(3, 3)); // the same again is new of what is new
  expect(await read()).toMatchObject({ totalScore: 6, scored: { actual: 1 } });
});

test("R52: what was decided keeps the criteria it was scored by, whatever is published for the next cohort", async () => {
  const { db } = tandem;
  for (const by of [told.lead, second]) await scoredBefore(db, application, criteria, by);
  const waits = { decidedAt: new Date(), state: ApplicationState.WAITING, waitingRank: 1 };
  await db.source.manager.update(Application, { id: application.id }, waits);
  await db.source.query("UPDATE programme_item SET retiredOn = '2016-06-01' WHERE id = ?", [criteria[0]]);
  const since = await published(db, told.programme.id, 3);
  const query = "query ($id: ID!) { application(id: $id) { totalScore scored { met actual } } }";
  const { data } = await tandem.as(told.lead.id).ask(query, { id: application.id });
  expect(data.application).toEqual({ totalScore: 6, scored: { met: true, actual: 2 } });

  // Who waits is scored anew by the same ones still.
  const anew = { reason: "Read again." };
  const errors = await refused(
    tandem,
    told.lead.id,
    "scoreApplication",
    input([...both(1, 1), { criterionId: since, score: 1 }], anew),
  );
  expect(paths(errors)).toEqual(["INVALID_INPUT scores.2.criterionId"]);
  expect(await score(told.lead, both(1, 1), anew)).toMatchObject({ totalScore: 4, scored: { met: true } });
});
