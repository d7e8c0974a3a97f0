import { getIntrospectionQuery } from "graphql";
import { Frame } from "../support/socket";
import { Story, story } from "../support/story";
import { Answer, startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let s: Story;
beforeAll(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterAll(() => tandem.close());

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join(" ");
const codeOf = ({ errors }: Answer | Frame): string | undefined => errors?.[0]?.extensions.code;
/** Asks over both transports: they must agree. */
const codeFor = async (query: string, variables?: Record<string, unknown>): Promise<string | undefined> => {
  const socket = tandem.ws(s.lead.id);
  const over = { http: await tandem.as(s.lead.id).ask(query, variables), ws: await socket.ask(query, variables) };
  await socket.close();
  expect(codeOf(over.ws)).toBe(codeOf(over.http));
  expect(over.ws.errors).toEqual(over.http.errors);
  if (over.http.errors) expect(over.http.status).toBe(400);
  return codeOf(over.http);
};

/** So many fields one in another, the root's counted. */
const deep = (depth: number): string => {
  const path = ['cohort(id: "LT-2017")', "programme"];
  while (path.length < depth - 1) path.push("cohorts(first: 1)", "programme");
  path.length = depth - 1;
  const leaf = path.at(-1) === "programme" ? "name" : "totalCount";
  const opened = path.map((step, index) =>
    /^cohorts/.test(step) && index < path.length - 1 ? `${step} { nodes` : step,
  );
  return `{ ${opened.join(" { ")} { ${leaf} ${"}".repeat(opened.join(" { ").split("{").length + 1)}`;
};

test("2,000 tokens pass, more do not", async () => {
  // Twenty root fields of twelve tokens and two braces, filled up with ids: of these a field takes a hundred.
  const ids = (count: number, field: number) => lines(Math.floor((count - 20 * 12 - 2 + field) / 20), () => '"x"');
  const tokens = (count: number) =>
    `{ ${lines(20, (field) => `a${field}: nodes(ids: [${ids(count, field)}]) { id }`)} }`;

  expect(await codeFor(tokens(2_000))).toBeUndefined();
  expect(await codeFor(tokens(2_001))).toBe("LIMIT_EXCEEDED");
});

test("fields lie 15 deep at most, where `edges` and `nodes` count for nothing", async () => {
  expect(await codeFor(deep(15))).toBeUndefined();
  expect(await codeFor(deep(16))).toBe("LIMIT_EXCEEDED");
  expect(await codeFor(deep(17))).toBe("LIMIT_EXCEEDED");
});

test("depth is found through fragments, however they are nested", async () => {
  const chain = lines(
    15,
    (i) => `fragment F${i} on Cohort { programme { cohorts(first: 1) { nodes { ...F${i + 1} } } } }`,
  );
  const query = `{ cohort(id: "LT-2017") { ...F0 } } ${chain} fragment F15 on Cohort { name }`;

  expect(await codeFor(query)).toBe("LIMIT_EXCEEDED");
});

test("50 aliases in a document pass, 51 do not, wherever they stand", async () => {
  const aliased = (count: number) => `{ trainees(first: 1) { nodes { ${lines(count, (i) => `a${i}: reference`)} } } }`;
  const spread = `{ ...A trainees { ${lines(40, (i) => `a${i}: totalCount`)} } } fragment A on Query { boards { ${lines(11, (i) => `b${i}: totalCount`)} } }`;

  expect(await codeFor(aliased(50))).toBeUndefined();
  expect(await codeFor(aliased(51))).toBe("LIMIT_EXCEEDED");
  expect(await codeFor(spread)).toBe("LIMIT_EXCEEDED");
});

test("20 root fields pass, 21 do not, in fragments either", async () => {
  const roots = (count: number) => lines(count, (i) => `a${i}: __typename`);
  const spread = `{ ${roots(15)} ...A } fragment A on Query { ${lines(6, (i) => `b${i}: __typename`)} }`;

  expect(await codeFor(`{ ${roots(20)} }`)).toBeUndefined();
  expect(await codeFor(`{ ${roots(21)} }`)).toBe("LIMIT_EXCEEDED");
  expect(await codeFor(spread)).toBe("LIMIT_EXCEEDED");
});

test("10 directives on a node pass, 11 do not", async () => {
  const directed = (count: number) => `{ __typename ${lines(count, () => "@include(if: true)")} }`;
  const repeated = async (count: number) =>
    (await tandem.as(null).ask(directed(count))).errors?.map(({ extensions }) => extensions.code);

  expect(await codeFor("{ __typename @include(if: true) @skip(if: false) }")).toBeUndefined();
  expect(await repeated(10)).not.toContain("LIMIT_EXCEEDED"); // refused otherwise: @include stands once
  expect(await repeated(11)).toContain("LIMIT_EXCEEDED");
});

test("5 operations in a document pass, 6 do not", async () => {
  const operations = (count: number) => lines(count, (i) => `query Q${i} { __typename }`);
  const ask = async (query: string) => {
    const body = JSON.stringify({ query, operationName: "Q1" });
    const response = await fetch(tandem.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    return codeOf((await response.json()) as Answer);
  };

  expect(await ask(operations(5))).toBeUndefined();
  expect(await ask(operations(6))).toBe("LIMIT_EXCEEDED");
});

describe("cost", () => {
  const costOf = async (query: string, variables?: Record<string, unknown>) =>
    (await tandem.as(s.lead.id).ask(query, variables)).extensions?.cost?.requested;
  const nested = (first: number) =>
    `{ trainees(first: ${first}) { nodes { evidence(first: 10) { nodes { areas { code } } } } } }`;

  test("counts objects, lists multiplied in", async () => {
    expect(await costOf("{ __typename }")).toBe(0);
    expect(await costOf("{ trainees(first: 7) { nodes { reference } } }")).toBeGreaterThanOrEqual(7);
    const [once, twice] = [await costOf(nested(10)), await costOf(nested(20))];
    expect(twice).toBe(2 * (once as number));
    expect(once).toBeGreaterThanOrEqual(10 * 10 * 6);
  });

  test("is the same with the number in a variable, its default, or a fragment", async () => {
    const plain = await costOf("{ trainees(first: 30) { nodes { person { name } } } }");
    const withVariable = "query ($n: Int = 30) { trainees(first: $n) { nodes { person { name } } } }";

    expect(await costOf(withVariable)).toBe(plain);
    expect(await costOf(withVariable, { n: 30 })).toBe(plain);
    expect(await costOf(withVariable, { n: 60 })).toBe(2 * (plain as number));
    expect(
      await costOf(
        "{ ...A } fragment A on Query { trainees(first: 30) { nodes { ...B } } } fragment B on Trainee { person { name } }",
      ),
    ).toBe(plain);
  });

  test("over 20,000 is refused, told with what was asked and what is allowed", async () => {
    const query =
      "query ($n: Int!) { trainees(first: 100) { nodes { evidence(first: $n) { nodes { about { id } } } } } }";
    const { errors } = await tandem.as(s.lead.id).ask(query, { n: 100 });

    expect(await codeFor(query, { n: 10 })).toBeUndefined();
    expect(await codeFor(query, { n: 100 })).toBe("LIMIT_EXCEEDED");
    expect(errors?.[0].extensions.cost).toEqual({ requested: expect.any(Number), limit: 20_000 });
    expect(errors?.[0].extensions.cost.requested).toBeGreaterThan(20_000);
  });

  test("does not count what is skipped", async () => {
    const query = "query ($yes: Boolean!) { trainees(first: 100) @include(if: $yes) { totalCount } __typename }";

    expect(await costOf(query, { yes: false })).toBe(0);
    expect(await costOf(query, { yes: true })).toBeGreaterThan(0);
  });
});

test("a page holds 1 to 100", async () => {
  const page = (args: string) => `{ trainees(${args}) { totalCount } }`;
  for (const good of ["first: 1", "first: 100", "last: 100"]) expect(await codeFor(page(good))).toBeUndefined();
  for (const bad of ["first: 0", "first: 101", "first: -1", "last: 101", "first: 2, last: 2"]) {
    expect(await codeFor(page(bad))).toBe("BAD_USER_INPUT");
  }
});

test("introspection costs nothing and may be deep, but not without end", async () => {
  const { data, extensions } = await tandem.as(null).ask(getIntrospectionQuery());
  const types = "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }";

  expect(data.__schema.queryType.name).toBe("Query");
  expect(extensions?.cost?.requested).toBe(0);
  expect(await codeFor(getIntrospectionQuery())).toBeUndefined();
  expect(await codeFor(types)).toBe("GRAPHQL_VALIDATION_FAILED");
});

test("introspection can be off, on both transports", async () => {
  const closed = await startTandem({ introspection: false });
  const ask = "{ __schema { queryType { name } } }";

  expect(codeOf(await closed.as(null).ask(ask))).toBe("GRAPHQL_VALIDATION_FAILED");
  expect(codeOf(await closed.ws(null).ask(ask))).toBe("GRAPHQL_VALIDATION_FAILED");
  expect((await closed.as(null).ask("{ __typename }")).data).toEqual({ __typename: "Query" });
  await closed.close();
});

test("at most 50 faults of variables are told", async () => {
  const query =
    "query ($input: FormPairInput!) { __typename @skip(if: false) ...A } fragment A on Query { __typename }";
  const { errors } = await tandem
    .as(s.lead.id)
    .ask(
      `${query.replace("query", "mutation").replace("__typename @skip(if: false) ...A", "formPair(input: $input) { cursor }").split(" fragment")[0]}`,
      {
        input: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`unknown${i}`, i])),
      },
    );

  expect(errors?.length).toBeLessThanOrEqual(51); // and one that says there are more
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
});
