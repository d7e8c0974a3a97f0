import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { done } from "../support/change";
import { beforeTheCourse, published, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let second: Person;
let criteria: string[];
let application: Application;

const COMMENT = "Has led no review of this kind.";
const FEED = `subscription ($after: Cursor) { feed(after: $after) { entry { id kind reason facts actor { id } } subject { id } } }`;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await beforeTheCourse(tandem.db, told.cohort);
  second = await told.person("Lou Second", Role.PROGRAMME_LEAD);
  criteria = [];
  for (const ordinal of [1, 2]) criteria.push(await published(tandem.db, told.programme.id, ordinal));
});
afterEach(() => tandem.close());

const apply = async (personId: string, more: Partial<Application> = {}) =>
  submittedApplication(tandem.db, { cohortId: told.cohort.id, personId, ...more });
const scored = async (by: string) =>
  done(tandem, by, "scoreApplication", {
    ...{ applicationId: application.id, expectedVersion: 1 },
    scores: criteria.map((criterionId) => ({ criterionId, score: 3, comment: COMMENT })),
  });
const decided = async (by: string, decision: object) =>
  done(tandem, by, "decideApplication", { applicationId: application.id, expectedVersion: 1, ...decision });
const scores = async () =>
  (await tandem.db.rows("SELECT id FROM criterion_score ORDER BY id")).map(({ id }) => id as string);

/** All that somebody can ask of an application and of how it was scored, by every road. */
const ASKED = `query ($id: ID!, $ids: [ID!]!, $first: ID!) {
  application(id: $id) { id version state waitingRank totalScore scored { actual } scores { id score comment } }
  node(id: $first) { id } nodes(ids: $ids) { id }
  applications { nodes { version waitingRank totalScore scored { actual } scores { id } } }
  cohorts { nodes { placesLeft placesTaken } }
  entries(first: 100) { totalCount nodes { id kind facts subject { id } } }
  viewer { applications { waitingRank totalScore scored { met } scores { score } } personalData { held } tasks { kind } } }`;
const learnt = async (by: string) => {
  const ids = await scores();
  const asked = { id: application.id, ids, first: ids[0] };
  const { data, errors } = await tandem.as(by).ask(ASKED, asked);
  expect(errors).toBeUndefined();
  return data;
};
const NOTHING = { waitingRank: null, totalScore: null, scored: null, scores: null };

test.each([
  { who: "a stranger to the programme", lead: false },
  { who: "another programme lead", lead: true },
])(
  "R52: who applies, $who, learns neither that they were scored nor how, by no road and at no time",
  async ({ lead }) => {
    const kim = await told.person("Kim Newcomer", lead ? Role.PROGRAMME_LEAD : undefined);
    application = await apply(kim.id);
    const other = await apply((await told.person("Max")).id, { state: ApplicationState.WAITING, waitingRank: 41 });
    const after = (await tandem.as(kim.id).ask("{ cursor }")).data.cursor;
    const feed = tandem.ws(kim.id).subscribe(FEED, { after });
    await tandem.ws(kim.id).ask("{ __typename }");

    await scored(told.lead.id);
    await scored(second.id);
    const before = await learnt(kim.id);
    expect(before.application).toEqual({ ...NOTHING, id: application.id, version: 1, state: "SUBMITTED" });
    expect(before.node).toBeNull();
    expect(before.nodes).toEqual([null, null, null, null]);
    expect(before.viewer.applications).toEqual([NOTHING]);
    const mine = before.viewer.personalData.held;
    expect(Object.keys(mine)).not.toContain("CriterionScore");
    expect(mine.Application).toMatchObject([{ id: application.id }]);
    expect(JSON.stringify(before)).not.toContain(COMMENT);
    expect(JSON.stringify(before)).not.toContain("CriterionScored");
    const { nodes } = before.applications;
    expect(nodes).toHaveLength(lead ? 2 : 1);
    expect(before.cohorts.nodes).toEqual([
      lead ? { placesLeft: 14, placesTaken: 2 } : { placesLeft: null, placesTaken: null },
    ]);

    await decided(told.lead.id, { decision: "WAITING_LIST", reason: "Many were strong." });
    const waits = await learnt(kim.id);
    expect(waits.application).toEqual({ ...NOTHING, id: application.id, version: 2, state: "WAITING" });
    expect(JSON.stringify(waits.viewer.personalData)).not.toMatch(/waitingRank|CriterionScore/);
    const [first] = await feed.take(1);
    expect(first?.data.feed).toMatchObject({
      entry: { kind: "ApplicationDecided", reason: "Many were strong." },
      subject: { id: application.id },
    });
    expect(first?.data.feed.entry.facts).toEqual({
      ...{ reference: application.reference, from: "SUBMITTED", to: "WAITING" },
      decisionReason: { from: null, to: "Many were strong." },
    });

    // For another lead all of it is there.
    const all = await learnt(second.id);
    expect(all.application).toMatchObject({ totalScore: 6, scored: { actual: 2 }, waitingRank: 42 });
    expect(all.application.scores).toHaveLength(4);
    expect(all.nodes).toEqual((await scores()).map((id) => ({ id })));
    const kinds = all.entries.nodes.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === "CriterionScored")).toHaveLength(4);
    expect(other.waitingRank).toBe(41);
  },
);

test("R52: an entry of how one was scored is the id of nothing, also for a lead whose own it is", async () => {
  const kim = await told.person("Kim Newcomer", Role.PROGRAMME_LEAD);
  application = await apply(kim.id);
  await scored(told.lead.id);
  const entries = await tandem.db.rows("SELECT id FROM entry WHERE kind = 'CriterionScored'");
  const ids = entries.map(({ id }) => id as string);
  expect(ids).toHaveLength(2);
  const asked = async (by: string) =>
    (
      await tandem.as(by).ask("query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } entry(id: $id) { id } }", {
        ...{ ids, id: ids[0] },
      })
    ).data;
  expect(await asked(kim.id)).toEqual({ nodes: [null, null], entry: null });
  expect(await asked(second.id)).toEqual({ nodes: ids.map((id) => ({ id })), entry: { id: ids[0] } });
});

test("R63: who moves up hears at once that they are offered a place and until when, and not whose it was", async () => {
  const kim = await told.person("Kim Newcomer");
  application = await apply(kim.id, { state: ApplicationState.WAITING, waitingRank: 1 });
  // Ada, with whom Kim works, gives the place back.
  await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
  const ada = await apply(told.ada.personId, { state: ApplicationState.OFFERED, confirmBy: daysAgo(-2) });
  const feed = tandem.ws(kim.id).subscribe(FEED);
  await tandem.ws(kim.id).ask("{ __typename }");
  await done(tandem, told.ada.personId, "declinePlace", { applicationId: ada.id, expectedVersion: 1 });
  const [first] = await feed.take(1);
  expect(first?.data.feed).toMatchObject({
    entry: { kind: "MovedUp", reason: null, actor: null, facts: { from: "WAITING", to: "OFFERED" } },
    subject: { id: application.id },
  });
  expect(first?.data.feed.entry.facts.confirmBy).toEqual({ from: null, to: daysAgo(-14) });
  const [row] = await tandem.db.rows("SELECT actorId FROM entry WHERE kind = 'MovedUp'");
  expect(row?.actorId).toBeNull();
  const [declined] = await tandem.db.rows("SELECT actorId FROM entry WHERE kind = 'PlaceDeclined'");
  expect(declined?.actorId).toBe(told.ada.personId);
  expect(feed.received).toHaveLength(1);
});

test("R63: a refusal, an offer and its end are read by the applicant with their reasons, and by no other applicant", async () => {
  const [kim, max] = [await told.person("Kim Newcomer"), await told.person("Max")];
  application = await apply(kim.id);
  await apply(max.id);
  await scored(told.lead.id);
  await scored(second.id);
  await decided(told.lead.id, { decision: "OFFER", confirmBy: daysAgo(-5), reason: "Well told." });
  const ended = { applicationId: application.id, expectedVersion: 2, reason: "Not heard." };
  await done(tandem, told.lead.id, "withdrawOffer", ended);
  const query = "{ entries(first: 100) { nodes { kind reason subject { id } } } }";
  const heard = async (by: string) =>
    (await tandem.as(by).ask(query)).data.entries.nodes
      .filter(({ subject }: { subject: { id: string } | null }) => subject?.id === application.id)
      .map(({ kind, reason }: { kind: string; reason: string }) => `${kind} ${reason}`);
  expect(await heard(kim.id)).toEqual(["OfferWithdrawn Not heard.", "ApplicationDecided Well told."]);
  for (const by of [max.id, told.ada.personId, told.supervisor.id, told.seat.id]) expect(await heard(by)).toEqual([]);
});
