import { Assessment } from "../../src/assessment/assessment.entity";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused } from "../support/change";
import { startTandem, Tandem } from "../support/tandem";
import { Planted, planted } from "./planted";

let tandem: Tandem;
let world: Planted;

beforeEach(async () => {
  tandem = await startTandem();
  world = await planted(tandem.db, tandem.log);
  const { manager } = tandem.db.source;
  await manager.update(Commission, { id: world.ofAda.commission }, { stage: CommissionStage.CLOSED });
  await manager.update(Assessment, { id: world.ofAda.unreleased }, { releasedAt: new Date() });
});
afterEach(() => tandem.close());

const ada = () => world.told.ada;
const versionOf = async (personId: string) =>
  Number((await tandem.db.rows("SELECT version FROM person WHERE id = ?", [personId]))[0]?.version);
const erasing = async (personId: string, more: object = {}) => ({
  ...{ personId, reason: "REQUESTED", expectedVersion: await versionOf(personId) },
  ...more,
});
const eraseAda = async (more: object = {}) =>
  done(
    tandem,
    world.told.lead.id,
    "erasePerson",
    await erasing(ada().personId, more),
    "person { id name email phone }",
  );

test("who is erased can no longer sign in, and a new sign-in of the same address is somebody new", async () => {
  const [before] = await tandem.db.rows("SELECT email, issuer, subject FROM person WHERE id = ?", [ada().personId]);
  await eraseAda();
  expect(await tandem.as(ada().personId).ask("{ viewer { person { id } } }")).toMatchObject({ status: 401 });
  const known = await tandem.db.rows("SELECT id FROM person WHERE issuer = ? AND subject = ?", [
    before?.issuer as string,
    before?.subject as string,
  ]);
  expect(known).toEqual([]);
  const input = { name: "Ada", email: "ada@example.org" };
  const { person } = await done(tandem, world.told.lead.id, "invitePerson", input, "person { id }");
  expect(person.id).not.toBe(ada().personId);
});

test("reads know nobody of the old name, and places in lists that were sealed with it still hold", async () => {
  const { told } = world;
  const asked = (query: string, variables?: Record<string, unknown>) => tandem.as(told.lead.id).ask(query, variables);
  const PAGE = `query ($after: String) { people(first: 100, after: $after) { edges { cursor node { id name } } } }`;
  const { edges } = (await asked(PAGE)).data.people;
  const place = edges.find(({ node }: { node: { id: string } }) => node.id === ada().personId).cursor;
  const old = edges.find(({ node }: { node: { id: string } }) => node.id === ada().personId).node.name;
  await eraseAda();

  const NAMED =
    "query ($name: String!) { people(filter: { name: { contains: $name } }) { totalCount } trainees(filter: { name: { contains: $name } }) { totalCount } }";
  expect((await asked(NAMED, { name: old })).data).toEqual({ people: { totalCount: 0 }, trainees: { totalCount: 0 } });
  const { data, errors } = await asked(PAGE, { after: place });
  expect(errors).toBeUndefined();
  expect(data.people.edges.length).toBeLessThan(edges.length);
  const one = await asked("query ($id: ID!) { trainee(id: $id) { standing person { name email roles } } }", {
    id: ada().id,
  });
  expect(one.data.trainee).toEqual({
    standing: "WITHDRAWN",
    person: { name: "Erased person", email: null, roles: [] },
  });
});

const DRAFTS = ["applicationDraft", "evidenceDraft"];

test("old entries answer without facts and reason, in history and to a subscription that replays", async () => {
  const by = world.told.lead.id;
  await eraseAda();
  const erased = new Set(
    (await tandem.db.rows("SELECT id FROM entry WHERE salt IS NULL AND sees NOT IN (?, ?)", DRAFTS)).map(
      ({ id }) => id as string,
    ),
  );
  // Of a draft the programme lead reads nothing, neither that it was written nor that it was erased.
  const [seen] = await tandem.db.rows("SELECT COUNT(*) AS count FROM entry WHERE sees NOT IN (?, ?)", DRAFTS);

  const HISTORY = "{ entries(first: 100, orderBy: NEWEST_FIRST) { nodes { id facts reason subject { id } } } }";
  const { data, errors } = await tandem.as(by).ask(HISTORY);
  expect(errors).toBeUndefined();
  const FEED = "subscription ($after: Cursor) { feed(after: $after) { entry { id facts reason } } }";
  const frames = await tandem
    .ws(by)
    .subscribe(FEED, { after: tandem.log.cursorOf(0) })
    .take(Number(seen?.count));
  expect(frames.flatMap((frame) => frame.errors ?? [])).toEqual([]);
  const replayed = frames.map((frame) => frame.data.feed.entry);
  for (const entries of [data.entries.nodes, replayed]) {
    const empty = entries.filter(({ facts }: { facts: unknown }) => facts === null);
    expect(empty.length).toBeGreaterThan(10);
    for (const { id, reason } of empty) expect([erased.has(id), reason]).toEqual([true, null]);
  }
  expect(replayed.filter(({ facts }) => facts === null)).toHaveLength(erased.size);
});

test("nobody gives a part to somebody who was erased", async () => {
  await eraseAda();
  const { told } = world;
  const personId = ada().personId;
  const by = told.lead.id;
  const [board] = await tandem.db.rows("SELECT version FROM board WHERE id = ?", [told.board.id]);
  const seat = { boardId: told.board.id, personId, expectedVersion: Number(board?.version) };
  const role = { personId, role: "SUPERVISOR", expectedVersion: await versionOf(personId) };
  const asked = [
    await refused(tandem, by, "grantSeat", seat),
    await refused(tandem, by, "grantRole", role),
    await refused(tandem, by, "enrolTrainee", { personId, cohortId: told.cohort.id }),
    await refused(tandem, by, "formPair", { personIds: [told.ben.personId, personId] }),
  ];
  for (const [error] of asked) expect(error).toMatchObject({ message: expect.stringMatching(/who was erased\.$/) });
});
