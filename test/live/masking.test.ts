import { Writable } from "node:stream";
import { Logger } from "../../src/operator/logger";
import { aroundField } from "../support/around-field";
import { Frame } from "../support/socket";
import { Story, story } from "../support/story";
import { Answer, startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let s: Story;
let logged: Record<string, unknown>[];
beforeEach(async () => {
  logged = [];
  const destination = new Writable({
    write: (line, _, done) => {
      logged.push(JSON.parse(String(line)));
      done();
    },
  });
  tandem = await startTandem({ logger: new Logger("error", destination) });
  s = await story(tandem);
});
afterEach(() => tandem.close());

const QUERY = "{ programmes { nodes { name } } cohorts { nodes { name } } }";
const NO_SECRET = /secret|SELECT|sqlite|mysql|node_modules|\.ts|\.js|\/src\/|at [A-Z]/i;

/** Asks over both transports. */
const asked = async (query = QUERY, personId: string | null = s.lead.id): Promise<[Answer, Frame]> => [
  await tandem.as(personId).ask(query),
  await tandem.ws(personId).ask(query),
];

/** Replaces the resolver of a root query by one that goes wrong. */
const programmesFail = (how: () => unknown): void => aroundField(tandem, "Query", "programmes", how);
const throwing = (error: unknown) => () => {
  throw error;
};

test.each([
  ["an error", throwing(new Error("secret in /src/programme.ts"))],
  [
    "an error of the database",
    throwing(Object.assign(new Error("SELECT secret FROM person"), { code: "SQLITE_ERROR" })),
  ],
  ["a rejected promise", () => Promise.reject(new TypeError("secret of undefined"))],
  ["a text", throwing("secret")],
  ["nothing at all", throwing(undefined)],
  ["an error with a code of its own", throwing(Object.assign(new Error("secret"), { extensions: { code: "SECRET" } }))],
  ["an error with a code of ours", throwing(Object.assign(new Error("secret"), { extensions: { code: "NOT_FOUND" } }))],
  ["a value that its type refuses", () => ({ nodes: "secret" })],
])("what a bug throws is masked: %s", async (_, how) => {
  programmesFail(how);
  // Thrice: the third time a compiled form of the query answers.
  for (const { data, errors } of [...(await asked()), ...(await asked())]) {
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: "Internal error",
      path: expect.arrayContaining(["programmes"]),
      extensions: { code: "INTERNAL_SERVER_ERROR", id: expect.any(String) },
    });
    expect(Object.keys(errors?.[0]).sort()).toEqual(["extensions", "locations", "message", "path"]);
    expect(JSON.stringify(errors)).not.toMatch(NO_SECRET);
  }
});

test("the server's log has what went wrong and where, under the id that the client was told, and no word of the message", async () => {
  programmesFail(throwing(new TypeError("secret in a table")));
  for (const { errors } of await asked()) {
    const line = logged.find(({ id }) => id === errors?.[0].extensions.id);
    const at = expect.arrayContaining([expect.stringMatching(/^(dist\/)?test\/live\/masking\.test\.[jt]s:\d+:\d+$/)]);
    expect(line).toMatchObject({ msg: "internal error", err: { type: "TypeError", at } });
    expect(JSON.stringify(logged)).not.toContain("secret in a table");
  }
});

test("a bug in a mutation is masked too, and nothing was changed", async () => {
  const [before] = await tandem.db.rows("SELECT COUNT(*) AS n FROM entry");
  const people = [await s.trainee("Cleo"), await s.trainee("Dev")].map(({ personId }) => `"${personId}"`);
  await tandem.db.source.query("ALTER TABLE idempotency RENAME TO secret");
  const answers = await asked(
    `mutation { formPair(input: { personIds: [${people}], idempotencyKey: "abcdefgh" }) { cursor errors { code } } }`,
  );
  await tandem.db.source.query("ALTER TABLE secret RENAME TO idempotency");
  const [after] = await tandem.db.rows("SELECT COUNT(*) AS n FROM entry");

  for (const { errors } of answers) {
    expect(errors?.[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(errors)).not.toMatch(NO_SECRET);
  }
  expect(after?.n).toBe((before?.n as number) + 4); // two people were invited and enrolled, no pair formed
});

describe("while the database is away", () => {
  const away = () => {
    (tandem.db as { rows: Tandem["db"]["rows"] }).rows = async () => {
      throw Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:3306"), { code: "ECONNREFUSED" });
    };
  };
  let rows: Tandem["db"]["rows"];
  beforeEach(() => {
    rows = tandem.db.rows;
  });
  afterEach(() => {
    (tandem.db as { rows: Tandem["db"]["rows"] }).rows = rows;
  });

  test("both transports say UNAVAILABLE, and sockets that are open stay open", async () => {
    const socket = tandem.ws(s.lead.id);
    await socket.opened;
    away();
    const http = await tandem.as(s.lead.id).ask(QUERY);

    expect([http.status, http.errors?.[0].extensions]).toEqual([503, { code: "UNAVAILABLE" }]);
    expect((await socket.ask(QUERY)).errors?.[0].extensions).toEqual({ code: "UNAVAILABLE" });
    expect((await tandem.as(null).ask("{ cursor }")).status).toBe(503);
    expect((await tandem.as(null).ask(QUERY)).errors?.[0].extensions).toEqual({ code: "UNAVAILABLE" });
    tandem.db.rows = rows;
    expect((await socket.ask(QUERY)).data.programmes.nodes).toHaveLength(1);
  });

  test("who connects is told to try again, not that they may not", async () => {
    away();
    expect(await tandem.ws(s.lead.id).closed).toEqual({ code: 1013, reason: "Try again later" });
  });

  test("a subscription goes on where it was when the database is back", async () => {
    const feed = "subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }";
    const listening = tandem.ws(s.lead.id).subscribe(feed, { after: await tandem.log.head() });
    await s.boardNamed("Eastvale");
    await listening.take(1);
    away();
    await new Promise((resolve) => setTimeout(resolve, 600));
    tandem.db.rows = rows;
    await s.boardNamed("Westvale");

    expect(await listening.take(2)).toHaveLength(2);
  });

  test("/readyz says so, /livez does not mind", async () => {
    away();
    expect((await fetch(new URL("/readyz", tandem.url))).status).toBe(503);
    expect((await fetch(new URL("/livez", tandem.url))).status).toBe(200);
  });
});

test("a database whose connections are closed under the server is UNAVAILABLE", async () => {
  const going = await startTandem();
  await going.db.close();
  const { errors } = await going.as(s.lead.id).ask(QUERY);
  const query = await going.as(null).ask(QUERY);

  expect(errors?.[0].extensions).toEqual({ code: "UNAVAILABLE" });
  expect(query.errors?.[0].extensions).toEqual({ code: "UNAVAILABLE" });
  await going.app.close();
});
