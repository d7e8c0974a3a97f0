import { setTimeout as sleep } from "node:timers/promises";
import { Role } from "../../src/person/role";
import { aroundField } from "../support/around-field";
import { counts } from "../support/counts";
import { openRaw } from "../support/raw-socket";
import { Story, story } from "../support/story";
import { startTandem, Tandem, tokenFor } from "../support/tandem";

let tandem: Tandem;
let s: Story;
beforeAll(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterAll(() => tandem.close());

const JSON_TYPE = { "content-type": "application/json" };
const QUERY = "{ __typename }";
const call = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(new URL(path, tandem.url), init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
};
const post = (body: unknown, headers: Record<string, string> = {}) =>
  call("/graphql", {
    method: "POST",
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const get = (asked: Record<string, string>, headers: Record<string, string> = JSON_TYPE) =>
  call(`/graphql?${new URLSearchParams(asked)}`, { headers });
const codeOf = ({ body }: { body: { errors: { extensions: { code: string } }[] } }) => body.errors[0]?.extensions.code;

test("a POST is answered with its data, and what it cost", async () => {
  const { status, headers, body } = await post({ query: "{ trainees(first: 3) { nodes { reference } } }" });

  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toEqual({
    data: { trainees: { nodes: [] } },
    extensions: { cost: { requested: expect.any(Number), limit: 20_000 } },
  });
  expect(body.extensions.cost.requested).toBeGreaterThanOrEqual(3);
});

test("the type that GraphQL over HTTP asks for is answered in it", async () => {
  const accept = "application/graphql-response+json";
  const { status, headers } = await post({ query: QUERY }, { accept });
  expect([status, headers.get("content-type")]).toEqual([200, `${accept}; charset=utf-8`]);

  expect((await post({ query: "{ nothing }" }, { accept })).status).toBe(400);
  expect((await post({ query: QUERY }, { accept: "text/html" })).status).toBe(406);
});

test("a GET answers queries, with variables, and nothing else", async () => {
  const query = "query Some($n: Int!) { trainees(first: $n) { totalCount } } query Other { __typename }";
  const form = `mutation { formPair(input: { personIds: ["${s.ada.personId}"] }) { cursor } }`;
  const authorization = `Bearer ${await tokenFor(s.lead.id)}`;
  const before = await counts(tandem.db);
  const refused = await get({ query: form }, { ...JSON_TYPE, authorization });

  expect((await get({ query, operationName: "Some", variables: '{"n":2}' })).body.data).toEqual({
    trainees: { totalCount: 0 },
  });
  expect(refused.status).toBe(405);
  expect(refused.headers.get("allow")).toBe("POST");
  expect(codeOf(refused)).toBe("BAD_USER_INPUT");
  expect((await get({ query: "subscription { feed { cursor } }" })).status).toBeGreaterThanOrEqual(400);
  expect(await counts(tandem.db)).toEqual(before);
});

test("what a foreign page could send without asking first is refused", async () => {
  const body = JSON.stringify({ query: QUERY });
  const plain = await post(body, { "content-type": "text/plain" });
  const bare = await get({ query: QUERY }, {});

  expect([plain.status, codeOf(plain)]).toEqual([400, "BAD_USER_INPUT"]);
  expect([bare.status, codeOf(bare)]).toEqual([400, "BAD_USER_INPUT"]);
  expect((await post(body, { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
  expect((await post(body, { "content-type": "multipart/form-data; boundary=x" })).status).toBe(415);
});

test.each(["PUT", "PATCH", "DELETE"])("%s is not for GraphQL", async (method) => {
  const { status, headers, body } = await call("/graphql", { method });

  expect(status).toBe(405);
  expect(headers.get("allow")).toBe("GET, POST");
  expect(codeOf({ body })).toBe("BAD_USER_INPUT");
});

test.each([
  ["no JSON", "{query"],
  ["nothing", ""],
  ["a text", '"{ __typename }"'],
  ["null", "null"],
  ["no query", "{}"],
  ["a query that is a number", { query: 1 }],
  ["variables that are a text", { query: QUERY, variables: "{}" }],
  ["variables that are a list", { query: QUERY, variables: [] }],
  ["an operation's name that is a number", { query: QUERY, operationName: 1 }],
  ["an operation that is not there", { query: "query A { __typename }", operationName: "B" }],
  ["two operations and no name", { query: "query A { __typename } query B { __typename }" }],
  ["a batch", [{ query: QUERY }, { query: QUERY }]],
  ["an empty batch", []],
  ["a persisted query", { extensions: { persistedQuery: { version: 1, sha256Hash: "00" } } }],
  ["a subscription", { query: "subscription { feed { cursor } }" }],
  ["a variable of another type", { query: "query ($n: Int!) { trainees(first: $n) { totalCount } }", variables: {} }],
])("a body that holds %s is refused with BAD_USER_INPUT", async (_, sent) => {
  const { status, body } = await post(sent);

  expect(codeOf({ body })).toBe("BAD_USER_INPUT");
  expect(body.data ?? null).toBeNull();
  expect(status).toBe(JSON.stringify(sent).includes("persisted") ? 200 : 400);
});

test("faults of the document have codes of their own", async () => {
  const syntax = await post({ query: "{" });
  const unknown = await post({ query: "{ nothing }" });

  expect([syntax.status, codeOf(syntax)]).toEqual([400, "GRAPHQL_PARSE_FAILED"]);
  expect([unknown.status, codeOf(unknown)]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
});

test("a body of more than 256 KiB is refused with LIMIT_EXCEEDED", async () => {
  const sized = (bytes: number) => {
    const body = JSON.stringify({ query: `${QUERY} #` });
    return body.replace("#", `#${"x".repeat(bytes - body.length)}`);
  };
  const big = await post(sized(256 * 1024 + 1));

  expect((await post(sized(256 * 1024))).status).toBe(200);
  expect([big.status, codeOf(big)]).toEqual([413, "LIMIT_EXCEEDED"]);
});

test("a token that is present but no good refuses the request; none leaves the public part", async () => {
  const refused = async (authorization: string) => {
    const { status, body } = await post({ query: QUERY }, { authorization });
    return [status, codeOf({ body }), body.data];
  };
  const ended = await tokenFor(s.lead.id, -1);
  const nobody = await tokenFor("per_nobody");
  for (const no of ["Bearer x", "Basic eDp5", "Bearer", `Bearer ${ended}`, `Bearer ${nobody}`]) {
    expect(await refused(no)).toEqual([401, "UNAUTHENTICATED", undefined]);
  }
  expect((await post({ query: "{ programmes { totalCount } }" })).body.data).toEqual({ programmes: { totalCount: 1 } });
});

test("a person who was disabled is refused at once", async () => {
  const person = await s.person("Toni Temporary", Role.SUPERVISOR);
  const authorization = `Bearer ${await tokenFor(person.id)}`;
  expect((await post({ query: QUERY }, { authorization })).status).toBe(200);
  await tandem.db.source.query("UPDATE person SET disabledAt = '2020-01-01 00:00:00.000' WHERE id = ?", [person.id]);

  expect((await post({ query: QUERY }, { authorization })).status).toBe(401);
});

test("/livez says that it runs, /readyz that it can work; elsewhere there is nothing", async () => {
  expect(await call("/livez")).toMatchObject({ status: 200, body: { status: "ok" } });
  expect(await call("/readyz")).toMatchObject({ status: 200, body: { status: "ok" } });
  await tandem.db.source.query(
    "DELETE FROM migrations WHERE id = (SELECT m FROM (SELECT MAX(id) AS m FROM migrations) x)",
  );
  expect(await call("/readyz")).toMatchObject({ status: 503, body: { status: "migrations are pending" } });
  expect((await call("/graphql/elsewhere")).status).toBe(404);
});

test("a server that goes lets a running request finish, and takes no other", async () => {
  const going = await startTandem();
  aroundField(going, "Query", "programme", () => sleep(400, null));
  const slow = going.as(null).ask('{ programme(id: "LT") { id } }');
  const socket = going.ws(null);
  await socket.opened;
  const slowSocket = socket.ask('{ programme(id: "LT") { id } }');
  await sleep(150);
  const closing = going.app.close();
  await sleep(50);

  await expect(fetch(going.url)).rejects.toThrow("fetch failed");
  expect(await slow).toMatchObject({ status: 200, data: { programme: null } });
  expect(await slowSocket).toMatchObject({ data: { programme: null } });
  await closing;
  await going.close();
});

test("a server that goes closes its sockets with 1001, waits for no client that does not answer", async () => {
  const going = await startTandem();
  const socket = going.ws(null);
  await socket.opened;
  const deaf = await openRaw(going.url);
  deaf.ws.pause();
  const began = performance.now();
  await going.app.close();
  await going.db.close();

  expect(await socket.closed).toEqual({ code: 1001, reason: "Server is going away" });
  expect(performance.now() - began).toBeLessThan(4_000);
});
