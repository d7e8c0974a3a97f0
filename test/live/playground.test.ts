import Fastify, { type FastifyInstance } from "fastify";
import { SignJWT } from "jose";
import { type Persona, type PlaygroundTab, registerPlayground } from "../../src/playground/playground";

const expiry = new Date("2030-01-01T12:00:00.000Z");
const jwt = () =>
  new SignJWT({ sub: "per_1" })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(expiry)
    .sign(new TextEncoder().encode("a secret of at least thirty-two bytes"));

const ada: Persona = { name: "Ada", role: "trainee", can: "Sees her own file.", token: jwt };
const olu: Persona = { name: "Olu", role: "assessor", can: "Sees the evidence.", token: async () => "not-a-jwt" };
const whoAmI: PlaygroundTab = { title: "Who am I?", query: "query WhoAmI { viewer { id } }", persona: "Olu" };

let app: FastifyInstance;
let origin: string;
const open = async (personas: readonly Persona[] = [ada, olu], tabs: readonly PlaygroundTab[] = [whoAmI]) => {
  app = Fastify();
  registerPlayground(app, { endpoint: "/graphql", personas, tabs });
  origin = await app.listen({ host: "127.0.0.1", port: 0 });
};
afterEach(() => app.close());

const get = (address: string, headers = {}) => fetch(origin + address, { headers });
const tokenOf = (persona: string) => fetch(`${origin}/playground/personas/${persona}/token`, { method: "POST" });
const page = async () => (await get("/")).text();
const addressesIn = (html: string) => [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => `/${address}`);
const importsIn = (script: string, from: string) =>
  [...script.matchAll(/^(?:import|export) .*from ["'](.+)["'];$/gm)].map(
    ([, to]) => new URL(to ?? "", `http://here${from}`).pathname,
  );

/** Everything the page loads: what its HTML names, and what those scripts import. */
async function everyAsset() {
  const found = new Map<string, { status: number; type?: string; cache?: string; body: string }>();
  const waiting = addressesIn(await page());
  for (let address = waiting.pop(); address; address = waiting.pop()) {
    if (found.has(address)) continue;
    const answer = await get(address);
    const [type, cache] = ["content-type", "cache-control"].map((name) => String(answer.headers.get(name)));
    const body = await answer.text();
    found.set(address, { status: answer.status, type, cache, body });
    if (type?.startsWith("text/javascript")) waiting.push(...importsIn(body, address));
  }
  return found;
}

test("the page may load from this server only, and runs no inline script", async () => {
  await open();
  const { status, headers } = await get("/");
  const body = await page();

  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("content-security-policy")).toContain("default-src 'none';script-src 'self';");
  expect(body).not.toMatch(/<script(?![^>]* src=)/);
  expect(body).not.toContain("{{");
});

test("every asset is here, of its kind, and may be kept for ever", async () => {
  await open();
  const assets = await everyAsset();
  const types = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml" };

  for (const [address, { status, type, cache }] of assets) {
    expect({ address, status }).toEqual({ address, status: 200 });
    expect(type).toBe(types[address.split(".").at(-1) as keyof typeof types]);
    expect(cache).toBe("public, max-age=31536000, immutable");
  }
  const names = [...assets.keys()].map((address) => address.split("/").at(-1));
  expect(names).toEqual(
    expect.arrayContaining(["graphiql.js", "graphiql.css", "react-dom.js", "feed.js", "client.js"]),
  );
});

test("nothing we wrote, and no style sheet, names another host", async () => {
  await open();
  const libraries = /(react|react-dom|graphiql)\.js$|\/graphql-ws\//;
  const texts = [...(await everyAsset())].filter(([address]) => !libraries.test(address));

  for (const [address, { body }] of [...texts, ["/", { body: await page() }] as const]) {
    // An SVG's namespace is a name, not an address.
    const hosts = body.replaceAll("http://www.w3.org/2000/svg", "").match(/(https?:|["'(])\/\/[\w.-]+/g) ?? [];
    expect({ address, hosts }).toEqual({ address, hosts: [] });
  }
});

test("assets are compressed for those who accept it", async () => {
  await open();
  const address = addressesIn(await page()).find((each) => each.endsWith("graphiql.js")) ?? "";
  const plain = await get(address, { "accept-encoding": "identity" });
  const zipped = await get(address, { "accept-encoding": "gzip, br" });

  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(Number(zipped.headers.get("content-length"))).toBeLessThan(Number(plain.headers.get("content-length")) / 2);
  expect(await zipped.text()).toBe(await plain.text());
});

test.each(["..%2Findex.html", "secret.js"])("there is no asset %s", async (name) => {
  await open();
  const address = addressesIn(await page())[0] ?? "";
  expect((await get(address.replace(/[^/]+$/, name))).status).toBe(404);
});

test("the page learns the personas and the tabs, and no token", async () => {
  await open();
  expect(await (await get("/playground/settings")).json()).toEqual({
    endpoint: "/graphql",
    personas: [
      { name: "Ada", role: "trainee", can: "Sees her own file." },
      { name: "Olu", role: "assessor", can: "Sees the evidence." },
    ],
    tabs: [{ title: "Who am I?", operation: "WhoAmI", query: whoAmI.query, persona: 1 }],
  });
});

test("a persona's token is minted when it is asked for, and kept by nobody on the way", async () => {
  let minted = 0;
  const token = () => {
    minted++;
    return jwt();
  };
  await open([{ ...ada, token }, olu]);
  await get("/playground/settings");
  expect(minted).toBe(0);

  const answer = await tokenOf("0");
  expect(await answer.json()).toEqual({ token: await jwt(), expiresAt: expiry.toISOString() });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(minted).toBe(1);
});

test("a token that is no JWT comes without an expiry", async () => {
  await open();
  expect(await (await tokenOf("1")).json()).toEqual({ token: "not-a-jwt" });
});

test.each(["2", "-1", "length", "__proto__"])("there is no persona %s", async (index) => {
  await open();
  expect((await tokenOf(index)).status).toBe(404);
});

test("outside the demo there are no personas, and tabs open all the same", async () => {
  await open([]);
  expect(await (await get("/playground/settings")).json()).toEqual({
    endpoint: "/graphql",
    personas: [],
    tabs: [{ title: "Who am I?", operation: "WhoAmI", query: whoAmI.query }],
  });
  expect((await tokenOf("0")).status).toBe(404);
});

test("two tabs of one name are refused at the start", async () => {
  await expect(open([ada, olu], [whoAmI, { ...whoAmI, title: "Another" }])).rejects.toThrow('are called "WhoAmI"');
});

test.each([
  { tab: { title: "Nameless", query: "{ viewer { id } }" }, fault: 'The playground\'s tab "Nameless" needs' },
  { tab: { ...whoAmI, persona: "Eve" }, fault: "is for Eve, who is not among the personas" },
  { tab: { title: "Broken", query: "query {" }, fault: "Syntax Error" },
])("a mistaken tab is refused at the start: $fault", async ({ tab, fault }) => {
  await expect(open([ada, olu], [tab])).rejects.toThrow(fault);
});
