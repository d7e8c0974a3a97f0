import { Writable } from "node:stream";
import { Logger } from "../../../src/operator/logger";
import { openTestDatabase } from "../../support/database";
import { send } from "../../support/raw-http";
import { AUTH_SECRET, SECRET, startTandem, Tandem } from "../../support/tandem";
import { live, nonsense } from "./asking";
import { disasters } from "./disasters";
import { CANARY, METRICS_TOKEN, PLANTED, TOKEN } from "./words";
import { plant, World } from "./world";

let logged = "";
let onConsole = "";
let scraped = "";
let tandem: Tandem;
let world: World;

const errorsSaid = () => world.said.filter(({ text }) => /"errors":\[\{/.test(text) || /"type":"error"/.test(text));

beforeAll(async () => {
  const destination = new Writable({
    write: (line, _, next) => {
      logged += String(line);
      next();
    },
  });
  for (const name of ["error", "warn", "log", "info", "debug"] as const) {
    jest.spyOn(console, name).mockImplementation((...words) => {
      onConsole += words.map(String).join(" ");
    });
  }
  const db = await openTestDatabase();
  tandem = await startTandem({ db, logger: new Logger("trace", destination), config: { metricsToken: METRICS_TOKEN } });
  world = await plant(tandem);
  const { s, stranger } = world;
  for (const [to, personId] of [
    ["the lead", s.lead.id],
    ["the assessor", s.assessor.id],
    ["Ada", s.ada.personId],
    ["the board", s.seat.id],
    ["a stranger", stranger],
    ["the public", null],
  ] as const) {
    await live(world, to, personId);
  }
  await nonsense(world);
  await disasters(world, () => logged);
  const authorization = `Bearer ${METRICS_TOKEN}`;
  scraped = (await send(new URL("/metrics", tandem.url), { headers: { authorization } })).body;
}, 60_000);
afterAll(async () => {
  await tandem.close();
  jest.restoreAllMocks();
});

const textOf = (to: string) =>
  world.said
    .filter((each) => each.to === to)
    .map(({ text }) => text)
    .join("\n");
const found = (text: string, what: RegExp) => [...new Set(text.match(what) ?? [])];

test("the canaries live: whoever may see them reads them, and what was to go wrong went wrong", () => {
  const lead = textOf("the lead");
  for (const canary of [
    "ZqpBenQz",
    "zqpmailqz",
    "ZqpPhoneQz",
    "ZqpNotesQz",
    "ZqpTitleQz",
    "ZqpEvidenceQz",
    "ZqpQualityQz",
  ]) {
    expect(lead).toContain(canary);
  }
  for (const canary of ["ZqpStrengthsQz", "ZqpWeaknessQz"]) expect(textOf("the assessor")).toContain(canary);
  for (const code of ["INTERNAL_SERVER_ERROR", "UNAVAILABLE", "GRAPHQL_PARSE_FAILED", "NOT_FOUND", "CONFLICT"]) {
    expect(lead).toContain(code);
  }
  expect(errorsSaid().length).toBeGreaterThan(80);
});

test("the log, at its most talkative, has no word of any of them, no token and no secret", () => {
  const lines = logged
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const internal = lines.filter(({ msg }) => msg === "internal error");

  expect(internal.length).toBeGreaterThan(20);
  expect(found(logged, CANARY)).toEqual([]);
  expect(found(logged, TOKEN)).toEqual([]);
  for (const secret of [SECRET, AUTH_SECRET, METRICS_TOKEN, ...passwords()]) expect(logged).not.toContain(secret);
  expect(logged).not.toMatch(/select |insert into|@example|bearer|graphql\?/i);
});

const passwords = (): string[] => {
  const { password } = new URL(process.env.TEST_DATABASE_URL ?? "sqlite:x");
  return password ? [password, decodeURIComponent(password)] : [];
};

test("what the log has of a fault is enough to find it: its kind, its number, its place, and the client's id", () => {
  const lines = logged
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ids = new Set(world.said.flatMap(({ text }) => text.match(/(?<="id":")[0-9a-f]{8}-[0-9a-f-]{27}(?=")/g) ?? []));

  expect(ids.size).toBeGreaterThan(10);
  for (const id of ids) expect(lines.filter((line) => line.id === id)).toHaveLength(1);
  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: "internal error",
      err: {
        type: "Error",
        at: expect.arrayContaining([expect.stringMatching(/canary\.test\.[jt]s:\d+:\d+$/)]),
        cause: expect.objectContaining({
          type: "QueryFailedError",
          code: "ER_DUP_ENTRY",
          errno: 1062,
          cause: expect.objectContaining({ code: "ER_DUP_ENTRY", errno: 1062, sqlState: "23000" }),
        }),
      },
    }),
  );
});

test("nothing is written to the console", () => {
  expect(onConsole).toBe("");
});

test("metrics have none of them", () => {
  expect(scraped).toContain('code="INTERNAL_SERVER_ERROR"');
  expect(scraped).toMatch(/^tandem_log_behind nan$/im);
  expect(found(scraped, CANARY)).toEqual([]);
  for (const secret of [SECRET, AUTH_SECRET, METRICS_TOKEN]) expect(scraped).not.toContain(secret);
  expect(found(scraped, /\b[a-z]{3}_[0-9a-z]{26}\b/g)).toEqual([]);
});

test("who may not know them is told none of them, in data or in errors", () => {
  for (const to of ["a stranger", "the public"]) {
    expect(textOf(to).length).toBeGreaterThan(1_000);
    // Their own words come back to them; a name that they guessed is among what they sent.
    expect(found(textOf(to), PLANTED)).toEqual([]);
  }
});

test("who may know them is told none of them by an error", () => {
  for (const { text } of errorsSaid()) {
    expect(found(errorsIn(text), PLANTED)).toEqual([]);
    expect(errorsIn(text)).not.toMatch(/select |insert |node_modules|\.[jt]s:|sqlite|mysql|\bER_/i);
  }
});

/** What of an answer, or of messages, is errors; all of what is neither. */
const errorsIn = (text: string): string => {
  if (!/^[[{]/.test(text)) return text;
  const answers = [JSON.parse(text)].flat() as { errors?: unknown }[];
  return JSON.stringify(answers.map(({ errors }) => errors));
};
