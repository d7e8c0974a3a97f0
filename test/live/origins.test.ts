import { originCheck } from "../../src/transport/origins";
import { RawAnswer, send, UPGRADE } from "../support/raw-http";
import { startTandem, Tandem } from "../support/tandem";

const APP = "https://app.example";
const ANY_PORT = "http://dev.example";
const JSON_TYPE = { "content-type": "application/json" };
const QUERY = { method: "POST", headers: JSON_TYPE, body: '{"query":"{ __typename }"}' };

let tandem: Tandem;
beforeAll(async () => {
  tandem = await startTandem({
    config: { corsOrigins: [APP, `${ANY_PORT}:*`], publicUrl: "https://tandem.example" },
    playground: { personas: [], tabs: [] },
  });
});
afterAll(() => tandem.close());

const FOREIGN = [
  "null",
  "",
  "https://evil.example",
  "http://app.example",
  "https://app.example:8443",
  "https://app.example.evil.example",
  "https://evilapp.example",
  "https://sub.app.example",
  "https://app.example/",
  "https://app.example@evil.example",
  "https://APP.EXAMPLE",
  "https://app.example, https://evil.example",
  "http://dev.example.evil.example",
  "http://dev.example.evil.example:3000",
  "https://dev.example:3000",
  "http://dev.example:3000:4000",
  "http://dev.example:",
  "http://dev.example:x",
  "http://localhost:3000",
  "http://tandem.example",
  "https://tandem.example:4000",
  "file://",
];
const ALLOWED = [APP, ANY_PORT, `${ANY_PORT}:3000`, "https://tandem.example"];

const corsOf = ({ headers }: RawAnswer) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("access-control-")));
const preflight = (origin: string, path = "/graphql", method = "POST") =>
  send(new URL(path, tandem.url), {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization,content-type,x-anything",
    },
  });
const upgrade = async (url: string, origin?: string) =>
  (await send(url, { headers: { ...UPGRADE, ...(origin === undefined ? {} : { origin }) } })).status;

test.each(ALLOWED)(
  "pages of %s may call, with the methods and headers that it takes and no credentials",
  async (origin) => {
    const asked = await preflight(origin);
    expect(asked.status).toBe(204);
    expect(corsOf(asked)).toEqual({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": "authorization, content-type, apollo-require-preflight",
      "access-control-max-age": "600",
    });
    const answer = await send(tandem.url, { ...QUERY, headers: { ...JSON_TYPE, origin } });
    expect(answer.status).toBe(200);
    expect(corsOf(answer)).toEqual({ "access-control-allow-origin": origin });
    expect(answer.headers.vary).toMatch(/\borigin\b/i);
    expect(await upgrade(tandem.url, origin)).toBe(101);
  },
);

test.each(FOREIGN)("pages of %j learn nothing from any answer, and open no socket", async (origin) => {
  const post = (body: string, more = {}) =>
    send(tandem.url, { method: "POST", headers: { ...JSON_TYPE, origin, ...more }, body });
  const answers = [
    await preflight(origin),
    await post(QUERY.body),
    await post("{"),
    await post('{"query":"{ nothing }"}'),
    await post(QUERY.body, { authorization: "Bearer x" }),
    await post("x".repeat(300_000)),
    await send(tandem.url, { method: "PUT", headers: { origin } }),
    await send(new URL("/nothing", tandem.url), { headers: { origin } }),
    await send(new URL("/%zz", tandem.url), { headers: { origin } }),
  ];
  for (const answer of answers) expect(corsOf(answer)).toEqual({});
  for (const { headers } of answers.slice(0, 8)) expect(headers.vary).toMatch(/\borigin\b/i);
  expect(await upgrade(tandem.url, origin)).toBe(403);
});

test("what is no page has no origin, and may open a socket", async () => {
  expect(await upgrade(tandem.url)).toBe(101);
});

test.each(["/", "/playground/settings", "/playground/personas/0/token", "/livez", "/readyz", "/metrics", "/nothing"])(
  "nothing but GraphQL is for other pages: %s",
  async (path) => {
    expect(corsOf(await preflight(APP, path, "GET"))).toEqual({});
    expect(corsOf(await send(new URL(path, tandem.url), { headers: { origin: APP } }))).toEqual({});
  },
);

test("a server without origins of its own lets its own page in by any name of this machine, and no other", async () => {
  const alone = await startTandem();
  const { port } = new URL(alone.url);
  for (const name of ["127.0.0.1", "localhost", "[::1]"])
    expect(await upgrade(alone.url, `http://${name}:${port}`)).toBe(101);
  for (const origin of [
    `https://localhost:${port}`,
    `http://localhost:${Number(port) + 1}`,
    `http://localhost.evil.example:${port}`,
    `http://LOCALHOST:${port}`,
    `http://0.0.0.0:${port}`,
    "http://localhost",
    "null",
  ]) {
    expect(await upgrade(alone.url, origin)).toBe(403);
  }
  await alone.close();
});

describe("a demo that was given no origins", () => {
  const allowed = originCheck({ configured: null, demo: true, own: () => "http://127.0.0.1:4000" });

  test.each([
    "http://localhost",
    "http://localhost:5173",
    "https://localhost:5173",
    "http://127.0.0.1:1",
    "http://[::1]:80",
  ])("lets %s in", (origin) => expect(allowed(origin)).toBe(true));
  test.each([
    "null",
    "",
    "http://localhost.evil.example",
    "http://localhost:5173.evil.example",
    "http://evil.example:80/http://localhost",
    "http://localhost@evil.example",
    "http://127.0.0.1.evil.example",
    "http://127.0.0.11:80",
    "http://LOCALHOST",
    "http://localhost\n.evil.example",
    "ws://localhost",
  ])("does not let %j in", (origin) => expect(allowed(origin)).toBe(false));
  test("and one that was given none at all is no more than that", () => {
    const none = originCheck({ configured: [], demo: true, own: () => "https://tandem.example" });
    expect(none("http://localhost:5173")).toBe(false);
  });
});
