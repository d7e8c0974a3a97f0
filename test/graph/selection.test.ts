import { GraphQLEnumType, GraphQLObjectType, getNamedType, isEnumType, isObjectType } from "graphql";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { makeSchema } from "../../src/schema";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;
let trainee: string;
let pair: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  ask = asking(db, log)(await fill(db, log, 4));
  const [row] = await db.rows("SELECT id, pairId FROM trainee ORDER BY id LIMIT 1");
  [trainee, pair] = [row?.id as string, row?.pairId as string];
});
afterAll(() => db.close());

/** Asks three times: the first is interpreted, the second compiles the document, the third runs it again. */
const thrice = async (query: string, variables?: Record<string, unknown>) => {
  const first = await ask(query, variables);
  expect(first.errors).toBeUndefined();
  for (let again = 0; again < 2; again += 1) {
    const next = await ask(query, variables);
    expect(next.errors).toBeUndefined();
    expect(next.data).toEqual(first.data);
    expect(JSON.stringify(next.data)).toBe(JSON.stringify(first.data));
    expect(next.statements.length).toBe(first.statements.length);
  }
  return first.data;
};

test("the same edge has an answer for each name it is asked under", async () => {
  const { trainee: found } = await thrice(
    `query ($id: ID!) { trainee(id: $id) {
       a: evidence(first: 1, orderBy: OLDEST_FIRST) { nodes { title } }
       b: evidence(first: 2, orderBy: NEWEST_FIRST) { nodes { title source } totalCount }
       evidence(last: 1, orderBy: NEWEST_FIRST) { nodes { id } edges { node { title } } }
       one: pair { members { ordinal } } two: pair { id members { person { name } } } } }`,
    { id: trainee },
  );
  expect(found.a.nodes[0].title).toMatch(/^Item 5/);
  expect(found.b.nodes.map(({ title }: { title: string }) => title.slice(0, 6))).toEqual(["Item 0", "Item 1"]);
  expect(found.b.totalCount).toBe(6);
  expect(found.evidence.edges[0].node).toEqual(found.a.nodes[0]);
  expect(Object.keys(found.evidence.nodes[0])).toEqual(["id"]);
  expect(found.one.members).toEqual([{ ordinal: 1 }, { ordinal: 2 }]);
  expect(found.two.id).toBe(pair);
  expect(Object.keys(found.two.members[0])).toEqual(["person"]);
});

test("`nodes` and `edges` may want different things of the same page, under several names", async () => {
  const { trainees } = await thrice(
    `{ trainees(first: 3) {
         nodes { x: person { name } evidence(first: 1) { nodes { id } } }
         edges { node { x: cohort { name } evidence(first: 2) { nodes { title } } } cursor }
         more: edges { thing: node { pair { members { ordinal } } } other: node { reference } }
         again: nodes { reference } } }`,
  );
  expect(trainees.nodes[0].x.name).toMatch(/^Trainee/);
  expect(trainees.edges[0].node.x.name).toBe("The first cohort");
  expect(trainees.nodes[0].evidence.nodes).toHaveLength(1);
  expect(trainees.edges[0].node.evidence.nodes).toHaveLength(2);
  expect(trainees.more[2].thing.pair.members).toHaveLength(2);
  expect(trainees.more.map(({ other }: { other: object }) => other)).toEqual(trainees.again);
});

test("a fragment at two places, within another and merged with fields answers as if written out", async () => {
  const data = await thrice(
    `query ($id: ID!) {
       a: trainee(id: $id) { ...Brief pair { members { trainee { ...Brief } } } }
       b: trainee(id: $id) { person { id } ...Whole }
     }
     fragment Brief on Trainee { reference person { name } }
     fragment Whole on Trainee { ...Brief ... on Node { id } person { email } }`,
    { id: trainee },
  );
  const { reference, person } = data.a;
  expect(data.b).toEqual({
    id: trainee,
    reference,
    person: { ...person, id: expect.stringMatching(/^per_/), email: expect.any(String) },
  });
  expect(data.a.pair.members.map(({ trainee: { reference: one } }: never) => one)).toContain(reference);
});

test.each([[true], [false]])("@skip and @include decide with %s, in the same document", async (yes) => {
  const query = `query ($id: ID!, $yes: Boolean!) { trainee(id: $id) {
     reference @skip(if: $yes) standing @include(if: $yes) person @include(if: $yes) { name } pair { id ...M @skip(if: $yes) } ...P } }
     fragment M on Pair { members { ordinal } }
     fragment P on Trainee { person { id @include(if: $yes) name } }`;
  // Both ways in turn: what was planned for one must not serve the other.
  await ask(query, { id: trainee, yes: !yes });
  const data = await thrice(query, { id: trainee, yes });
  expect([Boolean(data.trainee.reference), Boolean(data.trainee.standing)]).toEqual([!yes, yes]);
  expect(Object.keys(data.trainee.person).sort()).toEqual(yes ? ["id", "name"] : ["name"]);
  expect(data.trainee.pair).toEqual(yes ? { id: pair } : { id: pair, members: [{ ordinal: 1 }, { ordinal: 2 }] });
});

test("things of any type come by id, in the order asked, null where there is none", async () => {
  const ids = [
    pair,
    trainee,
    newId("trn"),
    "trn_",
    "nonsense",
    "",
    trainee,
    newId("zzz"),
    `per_${trainee.slice(4)}`,
    trainee.toUpperCase(),
  ];
  const { nodes, node, none, ref } = await thrice(
    `query ($ids: [ID!]!, $id: ID!) {
       nodes(ids: $ids) { __typename id ... on Pair { reference members { ordinal } } ... on Trainee { reference person { name } } }
       node(id: $id) { ... on Trainee { who: person { name } } }
       none: node(id: "LT-2017") { id } ref: trainee(id: "per_${trainee.slice(4)}") { id } }`,
    { ids, id: trainee },
  );
  expect(nodes.map((found: { __typename: string } | null) => found?.__typename ?? null)).toEqual([
    ...["Pair", "Trainee", null, null, null, null, "Trainee", null, null, null],
  ]);
  expect(nodes[0].members).toHaveLength(2);
  expect(nodes[6]).toEqual(nodes[1]);
  expect(node.who).toEqual(nodes[1].person);
  expect([none, ref]).toEqual([null, null]);
});

test("a lookup answers by id or reference of its own type only", async () => {
  const { reference } = (await ask("query ($id: ID!) { trainee(id: $id) { reference } }", { id: trainee })).data
    .trainee;
  const data = await thrice(
    `query ($ref: ID!, $pair: ID!) { a: trainee(id: $ref) { id } b: trainee(id: $pair) { id } c: pair(id: $pair) { __typename }
      d: person(id: "Trainee 0003") { id } e: trainee(id: "") { id } }`,
    { ref: reference, pair },
  );
  expect(data).toEqual({ a: { id: trainee }, b: null, c: { __typename: "Pair" }, d: null, e: null });
});

test("an edge to a thing of any type is read for all at once", async () => {
  const query =
    "{ entries(first: 5) { nodes { kind actor { name } subject { __typename id ... on Person { name } } } } }";
  const { entries } = await thrice(query);
  expect(entries.nodes.some(({ subject }: { subject: object | null }) => subject)).toBe(true);
});

test("more ids than a hundred are refused", async () => {
  const { errors } = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: Array(101).fill(trainee) });
  expect(errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
});

test("compiled documents may answer leaves as they are: enums are called by their values, flags are true or false", async () => {
  const types = Object.values(makeSchema().getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  for (const type of types.filter((each): each is GraphQLEnumType => isEnumType(each))) {
    for (const { name, value } of type.getValues()) expect(value).toBe(name);
  }
  // Columns of things are read as flags. Elsewhere whoever makes the value must: these do.
  const elsewhere = types
    .filter((type): type is GraphQLObjectType => isObjectType(type))
    .filter((type) => !type.getInterfaces().some(({ name }) => name === "Node"))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, getNamedType(field.type).name]),
    )
    .filter(([, type]) => type === "Boolean")
    .map(([name]) => name);
  expect(elsewhere.sort()).toEqual([
    ...["AccreditationSnapshot.erased", "ApplicationQuestion.asksForReview", "CommissionSnapshot.erased"],
    ...["CommissionSnapshot.late", "CommissionSnapshot.practice", "CommissionSnapshot.qualityPassed"],
    ...["KindOfReview.named", "PageInfo.hasNextPage", "PageInfo.hasPreviousPage"],
    ...["ReadinessChanged.from", "ReadinessChanged.to", "RuleAsOf.met", "RuleOutcome.met", "Statement.complete"],
    ...["TraineeSnapshot.erased", "TraineeSnapshot.ready"],
  ]);
  const data = await thrice("{ commissions(first: 1) { nodes { practice qualityPassed late } } }");
  expect(data.commissions.nodes).toEqual([{ practice: true, qualityPassed: null, late: false }]);
});
