import { setTimeout as sleep } from "node:timers/promises";
import { aroundField } from "../support/around-field";
import { send } from "../support/raw-http";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { until } from "../support/until";

const TOKEN = "scrape-me-0123456789";

let tandem: Tandem;
let s: Story;
beforeEach(async () => {
  tandem = await startTandem({ rateLimit: true });
  s = await story(tandem);
});
afterEach(() => tandem.close());

const scrape = (of: Tandem, headers: Record<string, string> = {}) => send(new URL("/metrics", of.url), { headers });
/** The samples, by name and labels as they are written. */
const samples = async (of: Tandem): Promise<Map<string, number>> => {
  const lines = (await scrape(of)).body.split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
};

test("what was asked is counted by type and code, on both transports", async () => {
  const lead = tandem.as(s.lead.id);
  for (const transport of [lead, tandem.ws(s.lead.id)]) {
    await transport.ask("{ programmes { totalCount } }");
    await transport.ask("query Canary { canary: programmes { totalCount } }");
    await transport.ask(
      'mutation { disablePerson(input: { personId: "x", reason: "canary", expectedVersion: 1 }) { errors { code } } }',
    );
    await transport.ask("{");
    await transport.ask("{ canary }");
    await transport.ask("query ($n: Int!) { trainees(first: $n) { totalCount } }", { n: "canary" });
    await transport.ask("{ trainees(first: 100) { nodes { supervision(first: 100) { nodes { id } } } } }");
  }
  const named = JSON.stringify({ query: "query Canary { cohorts { totalCount } }", operationName: "Canary" });
  await send(tandem.url, { method: "POST", headers: { "content-type": "application/json" }, body: named });
  await tandem.as(null).ask("{ programmes { totalCount } }", {}, { authorization: "Bearer canary" });
  await send(tandem.url, { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" });
  aroundField(tandem, "Query", "programmes", () => {
    throw new Error("canary");
  });
  await lead.ask("{ programmes { nodes { id } } }");
  const found = await samples(tandem);

  expect(Object.fromEntries([...found].filter(([name]) => name.startsWith("tandem_operations_total")))).toEqual({
    'tandem_operations_total{type="query",code="OK"}': 5,
    'tandem_operations_total{type="mutation",code="OK"}': 2,
    'tandem_operations_total{type="query",code="INTERNAL_SERVER_ERROR"}': 1,
    'tandem_operations_total{type="none",code="GRAPHQL_PARSE_FAILED"}': 2,
    'tandem_operations_total{type="none",code="GRAPHQL_VALIDATION_FAILED"}': 2,
    'tandem_operations_total{type="none",code="BAD_USER_INPUT"}': 3,
    'tandem_operations_total{type="none",code="LIMIT_EXCEEDED"}': 2,
    'tandem_operations_total{type="none",code="UNAUTHENTICATED"}': 1,
  });
  expect(found.get('tandem_operation_seconds_count{type="query"}')).toBe(6);
  expect(found.get('tandem_operation_seconds_count{type="mutation"}')).toBe(2);
  expect([...found.keys()].join()).not.toMatch(/canary/i);
});

test("who asks for too much is counted as such", async () => {
  const much = "{ trainees(first: 99) { nodes { evidence(first: 99) { nodes { id } } } } }";
  for (let count = 0; count < 12; count += 1) await tandem.as(s.lead.id).ask(much);

  expect((await samples(tandem)).get('tandem_operations_total{type="none",code="RATE_LIMITED"}')).toBeGreaterThan(0);
});

test("sockets, subscriptions, groups, messages, rights and the tail are told as they are", async () => {
  const feed = "subscription ($after: Cursor) { feed(after: $after) { cursor } }";
  const after = await tandem.log.head();
  const listening = [s.lead.id, s.lead.id, s.supervisor.id].map((id) => tandem.ws(id).subscribe(feed, { after }));
  const quiet = tandem.ws(null);
  await quiet.opened;
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  await Promise.all(listening.map((each) => each.take(1)));
  await until(async () => (await samples(tandem)).get("tandem_subscription_groups") === 2);
  const found = await samples(tandem);

  expect(found.get("tandem_sockets")).toBe(4);
  expect(found.get("tandem_subscriptions")).toBe(3);
  expect(found.get("tandem_messages_sent_total")).toBe(3);
  expect(found.get('tandem_operations_total{type="subscription",code="OK"}')).toBe(3);
  expect(found.get("tandem_log_position")).toBe(await tandem.log.headPosition());
  expect(found.get("tandem_log_behind")).toBe(0);
  const before = found.get("tandem_rights_renewals_total") as number;
  await s.assign(await s.trainee("Cleo"), s.supervisor, "SUPERVISOR" as never);
  await until(async () => ((await samples(tandem)).get("tandem_rights_renewals_total") as number) > before);

  for (const each of listening) each.stop();
  await quiet.close();
  await until(async () => (await samples(tandem)).get("tandem_sockets") === 3);
  await until(async () => (await samples(tandem)).get("tandem_subscriptions") === 0);
});

test("a tail that cannot go on is seen to be behind; a database that is away is seen as such", async () => {
  const { rows } = tandem.db;
  const db = tandem.db as { rows: typeof rows };
  db.rows = async (sql, values) => {
    if (/FROM entry t/.test(sql)) throw Object.assign(new Error("canary"), { code: "ECONNRESET" });
    return rows(sql, values);
  };
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  await sleep(50);
  const found = await samples(tandem);
  expect(found.get("tandem_log_behind")).toBe(2);
  expect(found.get('tandem_database_errors_total{kind="away"}')).toBeGreaterThan(0);

  db.rows = async () => {
    throw Object.assign(new Error("canary"), { code: "ECONNREFUSED" });
  };
  expect((await samples(tandem)).get("tandem_log_behind")).toBeNaN();
  db.rows = rows;
  await until(async () => (await samples(tandem)).get("tandem_log_behind") === 0);
});

test("what the database refuses is counted, what the rules refuse is not", async () => {
  await tandem.db.source.query("ALTER TABLE person RENAME TO away");
  await tandem
    .as(null)
    .ask("{ programmes { totalCount } }", {}, { authorization: `Bearer ${await tandem.as(s.lead.id).token()}` });
  await tandem.db.source.query("ALTER TABLE away RENAME TO person");
  const found = await samples(tandem);

  expect(found.get('tandem_database_errors_total{kind="refused"}')).toBe(1);
  expect(found.get('tandem_database_errors_total{kind="away"}')).toBeUndefined();
});

test("the process is told of too, in the format of Prometheus", async () => {
  const { status, headers, body } = await scrape(tandem);

  expect(status).toBe(200);
  expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  for (const name of [
    "process_resident_memory_bytes",
    "nodejs_eventloop_lag_p99_seconds",
    "nodejs_heap_size_used_bytes",
  ]) {
    expect(body).toContain(`\n${name} `);
  }
});

describe("/metrics is", () => {
  test.each([
    ["another name for this machine", { host: "evil.example" }],
    ["a proxy", { "x-forwarded-for": "127.0.0.1" }],
    ["a proxy of another kind", { forwarded: "for=127.0.0.1" }],
    ["a proxy that says little", { via: "1.1 x" }],
  ])("not there for %s", async (_, headers: Record<string, string>) => {
    const { status, body } = await scrape(tandem, headers);
    expect([status, body]).toEqual([404, (await send(new URL("/nothing", tandem.url))).body]);
  });

  test("with a token there for those who have it, from anywhere, and for nobody else", async () => {
    const guarded = await startTandem({ config: { metricsToken: TOKEN } });
    const status = async (headers = {}) => (await scrape(guarded, headers)).status;
    const from = { host: "tandem.example", "x-forwarded-for": "9.9.9.9" };

    expect(await status({ authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await status({ authorization: `bearer ${TOKEN}`, ...from })).toBe(200);
    for (const no of [
      "",
      TOKEN,
      `Basic ${TOKEN}`,
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      "Bearer ",
      "Bearer",
    ]) {
      expect(await status({ authorization: no })).toBe(404);
    }
    expect(await status()).toBe(404);
    expect((await send(new URL(`/metrics?token=${TOKEN}`, guarded.url))).status).toBe(404);
    await guarded.close();
  });
});

test("without a token nobody reads them where a proxy may stand before the server, whoever seems to ask", async () => {
  for (const config of [{ publicUrl: "https://tandem.example" }, { trustProxy: ["loopback"] }]) {
    const proxied = await startTandem({ config });
    try {
      expect((await fetch(proxied.url.replace("/graphql", "/metrics"))).status).toBe(404);
    } finally {
      await proxied.close();
    }
  }
});
