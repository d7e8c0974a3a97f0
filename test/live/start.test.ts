import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { folder, launch, run, serve } from "../support/process";

jest.setTimeout(90_000);

const file = (name: string): string => `sqlite:${join(folder, name)}`;

test("every fault of the environment is told at once, each in a sentence, with exit code 1", async () => {
  const { code, out, err } = await run("server.js", {
    NODE_ENV: "production",
    PORT: "http",
    DATABASE_URL: "postgres://somewhere/else",
  });
  expect(code).toBe(1);
  expect(out).toBe("");
  const faults = err.trim().split("\n");
  expect(faults).toHaveLength(4);
  for (const name of ["PORT", "DATABASE_URL", "SECRET", "AUTH_SECRET"])
    expect(err).toMatch(new RegExp(`^${name}\\b`, "m"));
});

test("a database that does not answer ends the start with one sentence", async () => {
  const secret = "0123456789abcdef0123456789abcdef";
  const { code, err } = await run("server.js", {
    DATABASE_URL: "mysql://root@127.0.0.1:9/tandem",
    SECRET: secret,
    AUTH_SECRET: secret,
  });
  expect(code).toBe(1);
  expect(err).toBe("DATABASE_URL: 127.0.0.1:9/tandem cannot be opened: the server does not answer (ECONNREFUSED).\n");
});

test("a taken port ends the start with one sentence", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  const { code, err } = await run("server.js", { PORT: String(port), DATABASE_URL: "sqlite::memory:", DEMO: "off" });
  taken.close();
  expect(code).toBe(1);
  expect(err).toBe(`PORT ${port} is taken: stop what uses it or set another; PORT=0 picks a free one.\n`);
});

test("a first start loads the demo, a second one finds it, and one file has one server", async () => {
  const env = { DATABASE_URL: file("demo.db") };
  const first = await serve(env);
  expect(first.said.out).toMatch(/^Tandem is ready at http:\/\/127\.0\.0\.1:\d+\/graphql\n$/);
  const second = await run("server.js", env);
  expect(second.code).toBe(1);
  expect(second.err).toMatch(/^DATABASE_URL: \S+ is in use by another server/);

  // A token is printed beside the running server, and nothing else; it is good there.
  const token = await run("identity/token.cli.js", env, "admin@example.org", "--ttl", "5m");
  expect(token.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const ask = async (base: string) => {
    const response = await fetch(`${base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token.out.trim()}` },
      body: JSON.stringify({ query: "{ people { totalCount } trainees { totalCount } }" }),
    });
    return ((await response.json()) as { data: object }).data;
  };
  const seen = await ask(first.base);
  expect(seen).toEqual({ people: { totalCount: 36 }, trainees: { totalCount: 18 } });
  const verified = await run("admin.cli.js", env, "verify-log");
  expect(verified.out).toMatch(
    /^All \d+ entries of the Log are as they were written\.\n[^\n]+note down its head: \d+:[0-9a-f]{64}\n$/,
  );
  expect(await first.stop()).toBe(0);

  const again = await serve(env);
  expect(await ask(again.base)).toEqual(seen);
  await again.stop();
});

test("a first start that is cut off while it loads the demo is begun anew by the next", async () => {
  const path = join(folder, "cut.db");
  const { child, said } = launch("server.js", { DATABASE_URL: `sqlite:${path}` });
  const written = () => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  while (written() < 1_000_000 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(said.out).toBe("");

  const again = await serve({ DATABASE_URL: `sqlite:${path}` });
  const settings = (await (await fetch(`${again.base}/playground/settings`)).json()) as { personas: unknown[] };
  expect(settings.personas).toHaveLength(13);
  expect(await again.stop()).toBe(0);
});

test("a Log is verified beside its server, and a head noted earlier finds what was cut since", async () => {
  const env = { DATABASE_URL: file("noted.db") };
  await run("admin.cli.js", env, "create-lead", "lead@example.org", "Lead", "One");
  const { stop } = await serve(env);
  const verify = (...words: string[]) => run("admin.cli.js", env, "verify-log", ...words);
  const { out } = await verify();
  const head = out.trim().split(" ").at(-1) as string;
  expect(head).toMatch(/^2:[0-9a-f]{64}$/);
  expect(await verify("--head", head)).toEqual({ code: 0, out, err: "" });

  const beyond = head.replace("2", "3");
  expect(await verify("--head", beyond)).toEqual({
    code: 1,
    out: "",
    err: "The Log ends with entry 2, and the head that was noted with entry 3: entries are missing at its end, or the head is of another Log.\n",
  });
  const another = `2:${"0a".repeat(32)}`;
  expect(await verify("--head", another)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^Entry 2 is not the one whose seal was noted: /),
  });
  for (const malformed of ["2", `${head}0`]) {
    expect(await verify("--head", malformed)).toEqual({
      code: 1,
      out: "",
      err: "--head: this is no head of a Log: a number, a colon and 64 digits, as verify-log prints it.\n",
    });
  }
  for (const words of [["--head"], ["--tail", head]]) {
    expect(await verify(...words)).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^Usage: /) });
  }
  expect(await stop()).toBe(0);
});

test("a Log is not verified before there is a database, and none is made", async () => {
  const { code, err } = await run("admin.cli.js", { DATABASE_URL: file("none.db") }, "verify-log");
  expect({ code, err }).toEqual({ code: 1, err: "There is no database yet: npm start makes one.\n" });
  expect(readdirSync(folder).filter((name) => name.startsWith("none"))).toEqual([]);
});

test("a token is not printed before there is a database, and none is made", async () => {
  const { code, err } = await run("identity/token.cli.js", { DATABASE_URL: file("none.db") }, "admin@example.org");
  expect({ code, err }).toEqual({ code: 1, err: "There is no database yet: npm start makes one.\n" });
  expect(readdirSync(folder).filter((name) => name.startsWith("none"))).toEqual([]);
});

test("a real database is never filled: its first lead is made by hand, and DEMO=on is refused", async () => {
  const env = { DATABASE_URL: file("real.db") };
  const lead = await run("admin.cli.js", env, "create-lead", "lead@example.org", "Lead", "One");
  expect(lead).toMatchObject({ code: 0, out: "Lead One is the programme lead.\n" });
  const refused = await run("server.js", { ...env, DEMO: "on" });
  expect(refused).toMatchObject({ code: 1, err: "DEMO: this database has data of its own: name an empty one.\n" });
  const again = await run("admin.cli.js", env, "create-lead", "other@example.org", "Lead Two");
  expect(again.code).toBe(1);

  const server = await serve(env);
  const settings = (await (await fetch(`${server.base}/playground/settings`)).json()) as { personas: unknown[] };
  expect(settings.personas).toEqual([]);
  expect(await server.stop()).toBe(0);
});

test("with an identity provider the first lead is told how they sign in, no token is minted, and its absence stops no start", async () => {
  const env = {
    DATABASE_URL: file("provided.db"),
    AUTH_JWKS_URL: "http://127.0.0.1:9/jwks",
    AUTH_ISSUER: "http://127.0.0.1:9",
    AUTH_AUDIENCE: "tandem-api",
  };
  const wrong = await run("admin.cli.js", env, "create-lead", "lead@example", "Lead One");
  expect(wrong).toMatchObject({ code: 1, err: "lead@example is not an e-mail address.\n" });
  const lead = await run("admin.cli.js", env, "create-lead", "lead@example.org", "Lead One");
  expect(lead).toMatchObject({
    code: 0,
    out: "Lead One is the programme lead. Your identity provider signs them in, once it has verified that lead@example.org is theirs.\n",
  });
  const token = await run("identity/token.cli.js", env, "lead@example.org");
  expect(token).toMatchObject({
    code: 1,
    out: "",
    err: "Tokens come from your OIDC provider: none are minted here.\n",
  });

  const server = await serve(env);
  const ask = (authorization: Record<string, string>) =>
    fetch(`${server.base}/graphql?query={__typename}`, {
      headers: { "apollo-require-preflight": "x", ...authorization },
    });
  expect((await ask({})).status).toBe(200);
  const unsigned = `${Buffer.from('{"alg":"ES256","kid":"k"}').toString("base64url")}.e30.e30`;
  expect((await ask({ authorization: `Bearer ${unsigned}` })).status).toBe(503);
  expect(await server.stop()).toBe(0);
});
