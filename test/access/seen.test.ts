import { AccessLog } from "../../src/access/access-log";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { Logger } from "../../src/operator/logger";
import { PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Ask, asking } from "../graph/asking";
import { theWorld, World } from "../scope/world";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";

let db: Database;
let world: World;
let as: (personId: string | null) => Ask;
/** Every access there is: its id, who opened, and what. */
let all: { id: string; personId: string; subjectId: string }[];

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  world = await theWorld(db, log);
  as = asking(db, log);
  const { told, ofAda, ofCara, assessor } = world;
  const access = new AccessLog(db, new Logger("silent"));
  const at = (minute: number) => new Date(Date.UTC(2017, 5, 1, 9, minute));
  access.opened(told.assessor.id, [ofAda.released, ofAda.unreleased, ofAda.partnersUnreleased], at(1));
  access.opened(assessor.id, [ofCara.released, ofCara.unreleased], at(2));
  access.opened(told.lead.id, [ofAda.unreleased, ofCara.unreleased], at(3));
  access.opened(told.ada.personId, [ofAda.released], at(4));
  await access.close();
  all = (await db.rows("SELECT id, personId, subjectId FROM access ORDER BY at DESC, id DESC")) as never;
});
afterAll(() => db.close());

const own = (personId: string | null) => all.filter((access) => access.personId === personId).map(({ id }) => id);
const idsIn = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

/** The accesses somebody sees, which must be the same by every way there is. */
const seenBy = async (personId: string | null): Promise<string[]> => {
  const ask = as(personId);
  const asked = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const { accesses, oldest } = await asked(
    "{ accesses(first: 100) { totalCount nodes { id } edges { node { id } } } oldest: accesses(first: 100, orderBy: OLDEST_FIRST) { nodes { id } } }",
  );
  const seen = idsIn(accesses);
  expect(accesses.totalCount).toBe(seen.length);
  expect(accesses.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(seen);
  expect(idsIn(oldest)).toEqual([...seen].reverse());
  for (const { id, personId: by, subjectId } of all) {
    const found = await asked(
      `query ($id: ID!, $ids: [ID!]!, $by: ID!, $subject: ID!) { access(id: $id) { id } node(id: $id) { id } nodes(ids: $ids) { id }
         by: accesses(first: 100, filter: { personId: { eq: $by } }) { totalCount nodes { id } }
         of: accesses(first: 100, filter: { assessmentId: { eq: $subject } }) { totalCount nodes { id } } }`,
      { id, ids: [id], by, subject: subjectId },
    );
    const there = seen.includes(id) ? { id } : null;
    expect([found.access, found.node, found.nodes]).toEqual([there, there, [there]]);
    expect(idsIn(found.by).includes(id)).toBe(seen.includes(id));
    // Who has lost sight of a thing does not find by it what they opened of it.
    if (!seen.includes(id)) expect(idsIn(found.of)).not.toContain(id);
    for (const list of [found.by, found.of]) {
      expect(list.totalCount).toBe(list.nodes.length);
      expect(seen).toEqual(expect.arrayContaining(idsIn(list)));
    }
  }
  return seen;
};

test("the programme lead sees everybody's, the newest first", async () => {
  expect(await seenBy(world.told.lead.id)).toEqual(all.map(({ id }) => id));
  expect(all).toHaveLength(8);
});

test.each<[string, (world: World) => string | null, number]>([
  ["an assessor", ({ told }) => told.assessor.id, 3],
  ["another assessor", ({ assessor }) => assessor.id, 2],
  ["a trainee, and not who else opened their assessment,", ({ told }) => told.ada.personId, 1],
  ["the pair partner", ({ told }) => told.ben.personId, 0],
  ["a trainee whose assessment others opened", ({ cara }) => cara.personId, 0],
  ["the reviewer of the pair", ({ rex }) => rex.id, 0],
  ["the supervisor", ({ told }) => told.supervisor.id, 0],
  ["who speaks for the board", ({ told }) => told.seat.id, 0],
  ["somebody with no part in it", ({ nobody }) => nobody.id, 0],
  ["nobody without a token", () => null, 0],
])("%s sees only their own", async (_, who, count) => {
  const seen = await seenBy(who(world));
  expect(seen).toEqual(own(who(world)));
  expect(seen).toHaveLength(count);
});

test("a lead asks who opened an assessment, and when", async () => {
  const { told, ofAda } = world;
  const { data } = await as(told.lead.id)(
    `query ($id: ID!) { accesses(filter: { assessmentId: { eq: $id } }) { nodes { at subjectType person { name } subject { id } } } }`,
    { id: ofAda.unreleased },
  );
  const access = { subjectType: "Assessment", subject: { id: ofAda.unreleased } };
  expect(data.accesses.nodes).toEqual([
    { ...access, at: "2017-06-01T09:03:00.000Z", person: { name: told.lead.name } },
    { ...access, at: "2017-06-01T09:01:00.000Z", person: { name: told.assessor.name } },
  ]);
});

test("a lead asks what somebody opened since a moment", async () => {
  const { told } = world;
  const { data } = await as(told.lead.id)(
    `query ($id: ID!) { accesses(filter: { personId: { in: [$id] }, at: { after: "2017-06-01T09:03:30Z" } }) { nodes { person { name } } } }`,
    { id: told.ada.personId },
  );
  expect(data.accesses.nodes).toEqual([{ person: { name: "Ada" } }]);
});

const withRole = async (personId: string, role: Role, look: () => Promise<void>) => {
  const id = newId("rol");
  await db.source.manager.insert(PersonRole, { id, personId, role });
  try {
    await look();
  } finally {
    await db.source.manager.delete(PersonRole, { id });
  }
};

test.each<[string, (world: World) => string, (world: World) => string[]]>([
  ["a trainee", ({ told }) => told.ada.personId, ({ ofAda }) => [ofAda.unreleased, ofAda.partnersUnreleased]],
  ["the pair partner", ({ told }) => told.ben.personId, ({ ofAda }) => [ofAda.unreleased, ofAda.partnersUnreleased]],
  ["the reviewer of the pair", ({ rex }) => rex.id, ({ ofCara }) => [ofCara.unreleased]],
])("a lead who is %s is not told who opened what is withheld from them", async (_, who, withheld) => {
  await withRole(who(world), Role.PROGRAMME_LEAD, async () => {
    const seen = await seenBy(who(world));
    expect(seen).toEqual(all.filter(({ subjectId }) => !withheld(world).includes(subjectId)).map(({ id }) => id));
    expect(seen.length).toBeLessThan(all.length);
  });
});

test("somebody who has lost the right to a thing still sees that they opened it, and not the thing", async () => {
  const { assessor, ofCara } = world;
  const roles = await db.source.manager.findBy(PersonRole, { personId: assessor.id });
  await db.source.manager.delete(PersonRole, { personId: assessor.id });
  try {
    const { data } = await as(assessor.id)("{ accesses { nodes { subjectType subject { id } } } }");
    expect(data.accesses.nodes).toEqual(own(assessor.id).map(() => ({ subjectType: "Assessment", subject: null })));
    const found = await as(assessor.id)(
      "query ($id: ID!) { accesses(filter: { assessmentId: { eq: $id } }) { totalCount } }",
      {
        id: ofCara.unreleased,
      },
    );
    expect(found.data.accesses.totalCount).toBe(0);
  } finally {
    await db.source.manager.insert(PersonRole, roles);
  }
});
