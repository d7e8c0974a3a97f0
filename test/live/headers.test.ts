import Fastify from "fastify";
import { Logger } from "../../src/operator/logger";
import { registerErrors } from "../../src/transport/errors";
import { RawAnswer, send, sendBytes } from "../support/raw-http";
import { startTandem, Tandem, TandemOptions } from "../support/tandem";

const PLAYGROUND: TandemOptions = { playground: { personas: [], tabs: [] } };

let tandem: Tandem;
beforeAll(async () => {
  tandem = await startTandem({ ...PLAYGROUND, introspection: false });
});
afterAll(() => tandem.close());

const JSON_TYPE = { "content-type": "application/json" };
const at = (path: string) => new URL(path, tandem.url);
const query = (text: string) => ({ method: "POST", headers: JSON_TYPE, body: JSON.stringify({ query: text }) });

const ANSWERS: [string, number, () => Promise<RawAnswer>][] = [
  ["data", 200, () => send(tandem.url, query("{ programmes { totalCount } }"))],
  ["a query by GET", 200, () => send(at("/graphql?query={__typename}"), { headers: JSON_TYPE })],
  ["a syntax error", 400, () => send(tandem.url, query("{"))],
  [
    "a refused token",
    401,
    () => send(tandem.url, { ...query("{ a }"), headers: { ...JSON_TYPE, authorization: "x" } }),
  ],
  ["no JSON", 400, () => send(tandem.url, { method: "POST", headers: JSON_TYPE, body: "{" })],
  ["a body that is too long", 413, () => send(tandem.url, query("x".repeat(300_000)))],
  ["another type", 415, () => send(tandem.url, { ...query("{ a }"), headers: { "content-type": "image/png" } })],
  ["another method", 405, () => send(tandem.url, { method: "DELETE" })],
  ["a method nobody knows", 404, () => send(tandem.url, { method: "PROPFIND" })],
  ["OPTIONS", 204, () => send(tandem.url, { method: "OPTIONS" })],
  ["nothing there", 404, () => send(at("/nothing"))],
  ["the page", 200, () => send(at("/"))],
  ["its settings", 200, () => send(at("/playground/settings"))],
  ["no such persona", 404, () => send(at("/playground/personas/7/token"), { method: "POST" })],
  ["/livez", 200, () => send(at("/livez"))],
  ["/readyz", 200, () => send(at("/readyz"))],
  ["/metrics", 200, () => send(at("/metrics"))],
  ["an address that is none", 400, () => send(at("/%zz"))],
];

test.each(ANSWERS)("%s is not kept, guessed or framed, and tells nothing of the server", async (_, expected, ask) => {
  const { status, headers } = await ask();

  expect(status).toBe(expected);
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
  });
  for (const name of ["set-cookie", "server", "x-powered-by", "etag", "strict-transport-security"]) {
    expect(headers).not.toHaveProperty(name);
  }
  expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*|http/);
});

test("browsers tell nobody where they came from, and keep other pages out of ours", async () => {
  for (const path of ["/graphql", "/", "/nothing", "/playground/settings"]) {
    expect((await send(at(path))).headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
  }
});

test("the page runs scripts from here only, and styles beside that only with a nonce of each answer", async () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 3; count += 1) {
    const { headers, body } = await send(at("/"));
    const policy = String(headers["content-security-policy"]);
    const [, nonce = ""] = /style-src 'self' 'nonce-([\w-]{22})'/.exec(policy) ?? [];
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(body).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("browsers are bound to https where that is how the world reaches the server, and nowhere else", async () => {
  const secure = await startTandem({ ...PLAYGROUND, config: { publicUrl: "https://tandem.example" } });
  const plain = await startTandem({ config: { publicUrl: "http://tandem.example" } });

  for (const path of ["/", "/graphql", "/nothing"]) {
    const { headers } = await send(new URL(path, secure.url));
    expect(headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
  }
  expect((await send(plain.url)).headers).not.toHaveProperty("strict-transport-security");
  await secure.close();
  await plain.close();
});

test.each([
  ["headers that are too long", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"canary".repeat(4_000)}\r\n\r\n`, 431],
  ["what is not HTTP", "canary\r\n\r\n", 400],
])("%s end the connection with a code of the closed list", async (_, bytes, status) => {
  const answer = await sendBytes(tandem.url, bytes);
  const [head = "", body = ""] = answer.split("\r\n\r\n");

  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toContain("canary");
  expect(head).toContain("cache-control: no-store");
  expect(JSON.parse(body).errors[0].extensions.code).toBe(status === 431 ? "LIMIT_EXCEEDED" : "BAD_USER_INPUT");
});

test.each([
  ["an address", () => send(at("/canary?query=canary"))],
  ["an address that is none", () => send(at("/canary%zz"))],
  ["a type of content", () => send(tandem.url, { method: "POST", headers: { "content-type": "x/canary" }, body: "x" })],
  ["no JSON", () => send(tandem.url, { method: "POST", headers: JSON_TYPE, body: "{canary" })],
  [
    "a poisoned prototype",
    () => send(tandem.url, { method: "POST", headers: JSON_TYPE, body: '{"__proto__":{"canary":1}}' }),
  ],
  ["an asset", () => send(at("/playground/assets/canary/x.js"))],
])("%s is refused in fixed words with a code, and is not repeated", async (_, ask) => {
  const { status, body } = await ask();

  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(Object.keys(JSON.parse(body))).toEqual(["errors"]);
  expect(JSON.parse(body).errors).toEqual([
    { message: expect.any(String), extensions: { code: expect.stringMatching(/^(NOT_FOUND|BAD_USER_INPUT)$/) } },
  ]);
  expect(body).not.toContain("canary");
});

test.each([
  [{ statusCode: 400 }, 400, "BAD_USER_INPUT"],
  [{ statusCode: 404 }, 404, "NOT_FOUND"],
  [{ statusCode: 451, code: "FST_ERR_CANARY" }, 451, "BAD_USER_INPUT"],
  [{ statusCode: 500 }, 500, "INTERNAL_SERVER_ERROR"],
  [{ statusCode: 302 }, 500, "INTERNAL_SERVER_ERROR"],
  [{ code: "ECONNREFUSED" }, 503, "UNAVAILABLE"],
  [{ extensions: { code: "FORBIDDEN" } }, 500, "INTERNAL_SERVER_ERROR"],
])("whatever a handler throws, %j, is told without its message", async (more, expected, code) => {
  const app = Fastify();
  registerErrors(app, new Logger("silent"));
  app.get("/", async () => {
    throw Object.assign(new Error("canary"), more);
  });
  const { statusCode, body } = await app.inject("/");
  await app.close();

  expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([expected, code]);
  expect(body).not.toMatch(/canary/i);
});
