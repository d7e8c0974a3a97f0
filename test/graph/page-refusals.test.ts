import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { fill } from "../bench/data";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { Ask, asking } from "./asking";

let db: Database;
let ask: Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  ask = asking(db, log)(await fill(db, log, 10));
});
afterAll(() => db.close());

test.each([["first: 0"], ["first: -1"], ["first: 101"], ["last: 0"], ["last: 101"], ["first: 5, last: 5"]])(
  "a page of (%s) is refused, at the root and below",
  async (page) => {
    for (const query of [
      `{ trainees(${page}) { nodes { id } } }`,
      `{ cohorts(first: 1) { nodes { trainees(${page}) { nodes { id } } } } }`,
    ]) {
      const { errors, statements } = await ask(query);
      expect(errors).toEqual([expect.objectContaining({ extensions: { code: "BAD_USER_INPUT" } })]);
      expect(statements).toEqual([]);
    }
  },
);

const cursorOf = async (list: string, order: string): Promise<string> =>
  (await ask(`{ ${list}(first: 1, orderBy: ${order}) { edges { cursor } } }`)).data[list].edges[0].cursor;

test.each([
  ["of another order", () => cursorOf("trainees", "REFERENCE")],
  ["of another list", () => cursorOf("boards", "NAME")],
  ["of another list whose orders are called alike", () => cursorOf("people", "NAME")],
  ["that is nothing", async () => "nonsense"],
  ["that is empty", async () => ""],
  ["whose values are not plain", async () => Buffer.from('["NAME",{"a":1},"x"]').toString("base64url")],
  ["that is no list", async () => Buffer.from('"NAME"').toString("base64url")],
])("a place %s is refused", async (_, place) => {
  const at = await place();
  for (const argument of ["after", "before"]) {
    const { data, errors } = await ask(
      `query ($at: String) { trainees(first: 2, ${argument}: $at, orderBy: NAME) { nodes { id } } }`,
      { at },
    );
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: "BAD_USER_INPUT" } })]);
    expect(data?.trainees ?? null).toBeNull();
  }
});

test("twenty come at the root and ten below, unless told", async () => {
  const { data } = await ask("{ people { nodes { id } } cohorts { nodes { trainees { nodes { id } } } } }");
  expect(data.people.nodes).toHaveLength(20);
  expect(data.cohorts.nodes[0].trainees.nodes).toHaveLength(10);
});

test("things are counted only when asked, whatever the page", async () => {
  const without = await ask("{ trainees(first: 3) { nodes { id } } }");
  expect(without.statements.join()).not.toMatch(/COUNT/);
  const { data, statements } = await ask("{ trainees(first: 3) { totalCount } }");
  expect(data.trainees.totalCount).toBe(20);
  expect(statements.filter((sql) => /COUNT/.test(sql))).toHaveLength(1);
  const below = await ask(
    "{ pairs(first: 10) { nodes { members { trainee { evidence(first: 2) { totalCount } } } } } }",
  );
  expect(below.statements.filter((sql) => /COUNT/.test(sql))).toHaveLength(1);
  for (const { members } of below.data.pairs.nodes) {
    for (const { trainee } of members) expect(trainee.evidence.totalCount).toBe(6);
  }
});

test("each parent has its own page, its own places and its own end", async () => {
  const { data, errors, statements } = await ask(
    `{ trainees(first: 20) { nodes { id
         first: evidence(first: 4, orderBy: OLDEST_FIRST) { edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage } }
         last: evidence(last: 2, orderBy: OLDEST_FIRST) { nodes { id title } pageInfo { hasNextPage hasPreviousPage } }
         none: evidence(filter: { commissionId: { eq: "com_0" } }) { totalCount nodes { id } pageInfo { startCursor hasNextPage } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(5);
  const [one] = data.trainees.nodes;
  for (const { first, last, none } of data.trainees.nodes) {
    const titles = [...first.edges.map(({ node }: { node: { title: string } }) => node), ...last.nodes].map(
      ({ title }: { title: string }) => title.slice(0, 6),
    );
    expect(titles).toEqual(["Item 5", "Item 4", "Item 3", "Item 2", "Item 1", "Item 0"]);
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect(last.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
    expect(none).toEqual({ totalCount: 0, nodes: [], pageInfo: { startCursor: null, hasNextPage: false } });
  }
  const after = one.first.edges[3].cursor;
  const rest = await ask(
    `query ($id: ID!, $after: String) { trainee(id: $id) { evidence(first: 10, after: $after, orderBy: OLDEST_FIRST) { nodes { id title } } } }`,
    { id: one.id, after },
  );
  expect(rest.data.trainee.evidence.nodes).toEqual(one.last.nodes);
});
