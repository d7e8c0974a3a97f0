import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { ConfigError } from "../../src/config";
import { secretsOf } from "../../src/identity/secrets";

const GIVEN = { secret: "s".repeat(32), auth: { kind: "secret", secret: "a".repeat(32) } } as const;
const NONE = { secret: null, auth: null, demo: null };

let folder: string;
let path: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-secrets-"));
  path = join(folder, "data", "tandem.db");
  file = `${path}.secrets.json`;
});
afterEach(() => rmSync(folder, { recursive: true }));

const ofFile = (given: Partial<typeof GIVEN> = {}) =>
  secretsOf({ database: { kind: "sqlite", path }, ...NONE, ...given });

test("the environment's secrets are used and no file is made", () => {
  expect(ofFile(GIVEN)).toEqual(GIVEN);
  expect(existsSync(file)).toBe(false);
});

test("a demo makes two secrets of 32 random bytes, readable by their owner only", () => {
  const { secret, auth } = ofFile();

  const kept = JSON.parse(readFileSync(file, "utf8"));
  expect(kept).toEqual({ secret, authSecret: auth.kind === "secret" && auth.secret });
  expect(kept.secret).toMatch(/^[\w-]{43}$/);
  expect(kept.authSecret).toMatch(/^[\w-]{43}$/);
  expect(kept.secret).not.toBe(kept.authSecret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("the next start reads the same secrets", () => {
  const first = ofFile();
  writeFileSync(path, "rows");

  expect(ofFile()).toEqual(first);
});

test("one secret of the environment leaves the other to the demo", () => {
  const made = ofFile();

  expect(ofFile({ secret: GIVEN.secret })).toEqual({ secret: GIVEN.secret, auth: made.auth });
  expect(ofFile({ auth: GIVEN.auth })).toEqual({ secret: made.secret, auth: GIVEN.auth });
});

test("nothing but the file is left beside the database", () => {
  ofFile();
  expect(readdirSync(join(folder, "data"))).toEqual(["tandem.db.secrets.json"]);
});

test("starts at the same moment agree on one pair of secrets", async () => {
  const code = `
    const { parentPort, workerData: { module, path } } = require("node:worker_threads");
    const { secretsOf } = require(module);
    parentPort.once("message", () =>
      parentPort.postMessage(secretsOf({ database: { kind: "sqlite", path }, secret: null, auth: null })));
    parentPort.postMessage("loaded");`;
  const module = require.resolve("../../src/identity/secrets");
  const workers = Array.from({ length: 4 }, () => new Worker(code, { eval: true, workerData: { module, path } }));
  const heard = () => Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))));

  await heard();
  const answers = heard();
  for (const worker of workers) worker.postMessage("go");
  const found = await answers;
  await Promise.all(workers.map((worker) => worker.terminate()));

  expect(new Set(found.map((secrets) => JSON.stringify(secrets)))).toEqual(new Set([JSON.stringify(ofFile())]));
});

test("a database that lost its secrets is not given new ones", () => {
  ofFile();
  writeFileSync(path, "rows");
  rmSync(file);

  expect(() => ofFile()).toThrow(ConfigError);
  expect(() => ofFile()).toThrow(/SECRET is needed: .* holds data sealed with another one/);
  expect(existsSync(file)).toBe(false);
});

test("a database sealed with the environment's SECRET may still be given a secret for tokens", () => {
  mkdirSync(dirname(path));
  writeFileSync(path, "rows");

  expect(ofFile({ secret: GIVEN.secret }).auth.kind).toBe("secret");
});

test.each(["", "{", "null", "{}", '{"secret":"short","authSecret":"short"}'])(
  "a file that holds %j is refused",
  (text) => {
    ofFile();
    writeFileSync(file, text);

    expect(() => ofFile()).toThrow(ConfigError);
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);

test("a database in memory has new secrets each time and no file", () => {
  const memory = { database: { kind: "memory" }, ...NONE } as const;

  expect(secretsOf(memory)).not.toEqual(secretsOf(memory));
  expect(readdirSync(folder)).toEqual([]);
});

test("a demo on MySQL keeps its secrets in `data`, the same ones at the next start", () => {
  const home = process.cwd();
  process.chdir(folder);
  try {
    const demo = { ...NONE, demo: true, database: { kind: "mysql", url: "mysql://u@h:1234/db" } } as const;
    expect(secretsOf(demo)).toEqual(secretsOf(demo));
    expect(readdirSync(join(folder, "data"))).toEqual(["h-1234-db.secrets.json"]);
  } finally {
    process.chdir(home);
  }
});

test("any other MySQL database has no place for secrets beside it", () => {
  expect(() => secretsOf({ database: { kind: "mysql", url: "mysql://u@h/db" }, ...NONE })).toThrow(
    "SECRET and an AUTH_SECRET are needed with a MySQL database.",
  );
});
