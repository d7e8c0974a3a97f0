import { send } from "../support/raw-http";
import { startTandem, Tandem } from "../support/tandem";

const TOKEN = "a-lead-s-token";

let tandem: Tandem;
let minted = 0;
const started = (config = {}) =>
  startTandem({
    demo: true,
    config: { trustProxy: ["loopback"], ...config },
    playground: {
      personas: [
        {
          name: "Lee Lead",
          role: "Programme lead",
          can: "sees everything",
          token: async () => {
            minted += 1;
            return TOKEN;
          },
        },
      ],
      tabs: [],
    },
  });
beforeAll(async () => {
  tandem = await started();
});
beforeEach(() => {
  minted = 0;
});
afterAll(() => tandem.close());

const port = () => new URL(tandem.url).port;
const withPort = (text: string) => text.replace("PORT", port());
const settings = async (headers: Record<string, string> = {}) =>
  (await send(new URL("/playground/settings", tandem.url), { headers })).body;
const token = (headers: Record<string, string> = {}, path = "/playground/personas/0/token") =>
  send(new URL(path, tandem.url), { method: "POST", headers });

test.each(["127.0.0.1:PORT", "localhost:PORT", "localhost", "LocalHost:PORT", "[::1]:PORT", "127.1.2.3"])(
  "whoever asks on this machine for %s gets the personas and their tokens",
  async (name) => {
    const host = withPort(name);
    expect(await settings({ host })).toContain("Lee Lead");
    const { status, body } = await token({ host, origin: `http://${host}` });
    expect([status, JSON.parse(body)]).toEqual([200, { token: TOKEN }]);
  },
);

const ELSEWHERE = [
  "evil.example",
  "evil.example:PORT",
  "localhost.evil.example:PORT",
  "127.0.0.1.evil.example",
  "localhost.",
  "evil.localhost:PORT",
  "localhost@evil.example",
  "evil.example#localhost",
  "localhost/evil.example",
  "10.0.0.1:PORT",
  "0.0.0.0:PORT",
  "128.0.0.1",
  "[::]:PORT",
  "[::2]",
  "2130706433",
  "0x7f.1",
];

test.each(ELSEWHERE)("a page that let its own name point here, %j, gets neither personas nor tokens", async (name) => {
  const host = withPort(name);
  expect(await settings({ host })).not.toContain("Lee Lead");
  expect(JSON.parse(await settings({ host }))).toEqual({ endpoint: "/graphql", personas: [], tabs: [] });
  const { status, body } = await token({ host, origin: `http://${host}` });

  expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([421, "FORBIDDEN"]);
  expect(minted).toBe(0);
});

test.each([
  ["x-forwarded-host", "localhost"],
  ["x-forwarded-for", "127.0.0.1"],
  ["x-forwarded-proto", "http"],
  ["x-real-ip", "127.0.0.1"],
  ["forwarded", "for=127.0.0.1;host=localhost"],
  ["via", "1.1 proxy"],
])("what came through a proxy came from anywhere: %s: %s", async (name, value) => {
  const headers = { [name]: value };
  // Many proxies ask under the address they were told, which is a loopback one.
  expect(await settings(headers)).not.toContain("Lee Lead");
  expect((await token(headers)).status).toBe(421);
  expect((await token({ ...headers, host: "evil.example" })).status).toBe(421);
  expect(minted).toBe(0);
});

test.each(["https://evil.example", "http://localhost:3000", "null", ""])(
  "a page of %j is not the playground: no token is made for it",
  async (origin) => {
    expect((await token({ origin })).status).toBe(421);
    expect(minted).toBe(0);
  },
);

test("a token is made by POST only, for a persona there is", async () => {
  const path = "/playground/personas/0/token";
  expect((await send(new URL(path, tandem.url))).status).toBe(404);
  expect((await token({}, "/playground/personas/1/token")).status).toBe(404);
  expect(minted).toBe(0);
});
