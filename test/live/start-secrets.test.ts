import { once } from "node:events";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { openSqlite } from "../../src/database/sqlite";
import { folder, run, serve } from "../support/process";

jest.setTimeout(120_000);

const CANARY = "canary-in-the-environment-0123456789";
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
/** The demo's database, which the first test's server fills. */
const filled = join(folder, "made", "here", "tandem.db");
const freePort = async (): Promise<string> => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  taken.close();
  return String(port);
};
const settings = async (base: string): Promise<{ personas: unknown[]; tabs: unknown[] }> =>
  (await fetch(`${base}/playground/settings`)).json() as never;

test("everything that a server writes is for its user alone: folder, database, log of changes, lock and secrets", async () => {
  const server = await serve({ DATABASE_URL: `sqlite:${filled}` });
  const files = readdirSync(join(folder, "made", "here"));

  expect([modeOf(join(folder, "made")), modeOf(join(folder, "made", "here"))]).toEqual(["700", "700"]);
  expect(files).toEqual(
    expect.arrayContaining(["tandem.db", "tandem.db-wal", "tandem.db-shm", "tandem.db.lock", "tandem.db.secrets.json"]),
  );
  for (const name of files) expect([name, modeOf(join(folder, "made", "here", name))]).toEqual([name, "600"]);
  expect((await settings(server.base)).personas).toHaveLength(13);
  expect(await server.stop()).toBe(0);
});

test.each([
  ["listens beyond loopback", { HOST: "0.0.0.0", DEMO: "on" }],
  ["is told to the world under another name", { PUBLIC_URL: "https://demo.example" }],
])("a demo that %s shows neither personas nor tokens, and says so", async (_, env: Record<string, string>) => {
  const PORT = await freePort();
  const server = await serve({ DATABASE_URL: `sqlite:${filled}`, LOG_LEVEL: "warn", PORT, ...env });
  const base = `http://127.0.0.1:${PORT}`;
  const { personas, tabs } = await settings(base);
  const token = await fetch(`${base}/playground/personas/0/token`, { method: "POST" });

  expect(personas).toEqual([]);
  expect(tabs.length).toBeGreaterThan(1);
  expect(token.status).toBe(404);
  expect(server.said.err).toContain("this demo can be reached from beyond this machine: it hands out no tokens");
  await server.stop();
});

test.each<[string, string, Record<string, string>, string[]]>([
  ["a wrong environment", "server.js", { PORT: CANARY, METRICS_TOKEN: `${CANARY}!`, CORS_ORIGINS: CANARY }, []],
  ["a database that is away", "server.js", { DATABASE_URL: `mysql://${CANARY}:${CANARY}@127.0.0.1:9/tandem` }, []],
  ["a token for nobody", "identity/token.cli.js", { DATABASE_URL: `mysql://x:${CANARY}@127.0.0.1:9/t` }, ["a@b"]],
  ["an admin's command", "admin.cli.js", { DATABASE_URL: `mysql://x:${CANARY}@127.0.0.1:9/t` }, ["verify-log"]],
])("%s is told without a value of the environment", async (_, script, env, words) => {
  const secrets = { SECRET: CANARY, AUTH_SECRET: CANARY, LOG_LEVEL: "trace" };
  const { code, out, err } = await run(script, { ...secrets, ...env }, ...words);

  expect(code).toBe(1);
  expect(err).not.toBe("");
  expect(out + err).not.toContain("canary");
});

test("a start that fails for a reason of ours tells kind and place of it, and nothing of what the database quotes", async () => {
  const path = join(folder, "half.db");
  const db = await openSqlite(path);
  await db.source.query("CREATE TABLE person (canary TEXT)");
  await db.source.query("CREATE TABLE migrations (canary TEXT)");
  await db.close();
  const { code, out, err } = await run("server.js", {
    DATABASE_URL: `sqlite:${path}`,
    ...{ SECRET: CANARY, AUTH_SECRET: CANARY, LOG_LEVEL: "trace" },
  });

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^The start failed: QueryFailedError SQLITE_ERROR at [\w@/.-]+:\d+:\d+.*\.\n$/);
  expect(err).not.toMatch(/canary|select|insert/i);
});

test("a server that something unforeseen ends says what and where in its log, and not in which words", async () => {
  const trap = join(folder, "trap.js");
  writeFileSync(trap, 'process.on("SIGUSR2", () => { console.log("canary"); throw new TypeError("canary"); });');
  const server = await serve({
    DATABASE_URL: "sqlite::memory:",
    DEMO: "off",
    NODE_OPTIONS: `--require ${trap}`,
    LOG_LEVEL: "trace",
  });
  server.child.kill("SIGUSR2");
  const [code] = (await once(server.child, "close")) as [number];
  const lines = server.said.err
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

  expect(code).toBe(1);
  expect(lines.at(-1)).toMatchObject({ level: 60, err: { type: "TypeError" } });
  expect(server.said.out).toMatch(/^Tandem is ready at \S+\n$/);
  expect(server.said.err).not.toContain("canary");
});

test("a file of secrets that is not whole is told of without what it holds", async () => {
  const path = join(folder, "broken.db");
  writeFileSync(`${path}.secrets.json`, JSON.stringify({ secret: CANARY }));
  const { code, err } = await run("server.js", { DATABASE_URL: `sqlite:${path}` });

  expect(code).toBe(1);
  expect(err).toContain("JSON with secret and authSecret is expected");
  expect(err).not.toContain("canary");
});
