import { ConfigError, readConfig } from "../../src/config";

const LONG = "k".repeat(32);
const PRODUCTION = { NODE_ENV: "production", SECRET: LONG, AUTH_SECRET: LONG };
const PROVIDER = {
  AUTH_JWKS_URL: "https://id.example/jwks",
  AUTH_ISSUER: "https://id.example",
  AUTH_AUDIENCE: "tandem-api",
};

const faults = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

test.each([
  ["NODE_ENV", "prod", "NODE_ENV is not a known value: one of production, development, test is expected."],
  ["HOST", "localhost:4000", "HOST is not a host"],
  ["HOST", "::g", "HOST is not a host"],
  ["PORT", "http", "PORT is not a port: a whole number from 0 to 65535 is expected."],
  ["PORT", "65536", "PORT is not a port"],
  ["PORT", "-1", "PORT is not a port"],
  ["PORT", "4e3", "PORT is not a port"],
  ["PUBLIC_URL", "tandem.example", "PUBLIC_URL is not a web address"],
  ["PUBLIC_URL", "ftp://tandem.example", "PUBLIC_URL is not a web address"],
  ["PUBLIC_URL", "https://tandem.example/?a=b", "PUBLIC_URL is not a web address"],
  ["PUBLIC_URL", "https://user:pass@tandem.example", "PUBLIC_URL is not a web address"],
  ["DATABASE_URL", "postgres://u:p@h/db", "DATABASE_URL has an unknown form"],
  ["DATABASE_URL", "data/tandem.db", "DATABASE_URL has an unknown form"],
  ["DATABASE_URL", "sqlite:", "DATABASE_URL names no file"],
  ["DATABASE_URL", "sqlite:data/", "DATABASE_URL names no file"],
  ["DATABASE_URL", "sqlite://data/x.db", "DATABASE_URL has slashes after sqlite:"],
  ["STORAGE_URL", "data/documents", "STORAGE_URL has an unknown form: file:<path> or s3://key:secret@host:port/bucket"],
  ["STORAGE_URL", "file:", "STORAGE_URL names no folder: file:<path> is expected."],
  ["STORAGE_URL", "file://data/documents", "STORAGE_URL has slashes after file:"],
  ["STORAGE_URL", "s3://", "STORAGE_URL"],
  [
    "STORAGE_URL",
    "s3://k%zz@host/B?region=E&tls=maybe&acl=public",
    "STORAGE_URL cannot be used, as its key has a bare percent sign: %25 is expected; it names no key and secret; its bucket is none: 3 to 63 small letters, digits, dots and hyphens are expected; its region is none; its tls is not a known value: one of on, off is expected; after ? only region and tls are expected; s3://",
  ],
  ["AUTH_SECRET", "k".repeat(31), "AUTH_SECRET is too short: at least 32 bytes are expected."],
  ["CORS_ORIGINS", "*", "CORS_ORIGINS holds something that is not an origin"],
  ["CORS_ORIGINS", "https://app.example/", "CORS_ORIGINS holds something that is not an origin"],
  ["CORS_ORIGINS", "https://a.example,", "CORS_ORIGINS holds something that is not an origin"],
  ["CORS_ORIGINS", "https://a.example:1:*", "CORS_ORIGINS holds something that is not an origin"],
  ["TRUST_PROXY", "2", "TRUST_PROXY holds something that is not a proxy"],
  ["TRUST_PROXY", "10.0.0.0/33", "TRUST_PROXY holds something that is not a proxy"],
  [
    "LOG_LEVEL",
    "loud",
    "LOG_LEVEL is not a known value: one of fatal, error, warn, info, debug, trace, silent is expected.",
  ],
  ["RATE_LIMIT", "maybe", "RATE_LIMIT is neither on nor off: one of these two is expected."],
  ["METRICS_TOKEN", "fifteen-letters", "METRICS_TOKEN is too short: at least 16 signs are expected."],
  ["METRICS_TOKEN", "sixteen letters, and more", "METRICS_TOKEN holds a sign that a header cannot carry"],
  ["METRICS_TOKEN", "käse-und-brot-16-lang", "METRICS_TOKEN holds a sign that a header cannot carry"],
  ["PLAYGROUND", "yep", "PLAYGROUND is neither on nor off"],
  ["INTROSPECTION", "yep", "INTROSPECTION is neither on nor off"],
  ["DEMO", "yep", "DEMO is neither on nor off"],
  [
    "RETENTION_PERSON",
    "7",
    "RETENTION_PERSON is no time to keep something: off, or at least 30d is expected, such as 400d or 7y.",
  ],
  ["RETENTION_PERSON", "7d", "RETENTION_PERSON is no time to keep something"],
  ["RETENTION_PERSON", "on", "RETENTION_PERSON is no time to keep something"],
  ["RETENTION_ACCESS", "-1d", "RETENTION_ACCESS is no time to keep something: off, or at least 1d is expected"],
  ["RETENTION_ACCESS", "0d", "RETENTION_ACCESS is no time to keep something"],
  ["RETENTION_ACCESS", "1.5y", "RETENTION_ACCESS is no time to keep something"],
])("%s=%s is a fault", (name, value, sentence) => {
  expect(faults({ [name]: value })).toEqual([expect.stringContaining(sentence)]);
});

test.each([
  ["mysql://", "is not an address"],
  ["mysql://u:p@h:99999/db", "is not an address"],
  ["mysql://h:3306/db", "names no user"],
  ["mysql://root@127.0.0.1:31060/", "names no database"],
  ["mysql://u:p@h", "names no database"],
  ["mysql://u:p@h/a/b", "names no database"],
  ["mysql://u:p@h/db?ssl=1", "has a part after ? or #"],
  ["mysql://u:100%@h/db", "has a bare percent sign"],
])("%s is no MySQL address", (DATABASE_URL, sentence) => {
  const [fault, ...others] = faults({ DATABASE_URL, SECRET: LONG, AUTH_SECRET: LONG });
  expect(fault).toContain(`DATABASE_URL ${sentence}`);
  expect(others).toEqual([]);
});

test.each([
  ["both kinds of identity", { AUTH_SECRET: LONG, ...PROVIDER }, ["AUTH_SECRET and AUTH_JWKS_URL exclude each other"]],
  [
    "a provider alone",
    { AUTH_JWKS_URL: PROVIDER.AUTH_JWKS_URL },
    ["AUTH_ISSUER is missing", "AUTH_AUDIENCE is missing"],
  ],
  [
    "a provider in Tandem's own name",
    { ...PROVIDER, AUTH_ISSUER: "tandem" },
    ["AUTH_ISSUER is the name of Tandem's own tokens"],
  ],
  [
    "a provider with an endless name",
    { ...PROVIDER, AUTH_ISSUER: `https://id.example/${"x".repeat(240)}` },
    ["AUTH_ISSUER is too long"],
  ],
  ["an issuer alone", { AUTH_ISSUER: "x", AUTH_SECRET: LONG }, ["AUTH_ISSUER has no meaning without AUTH_JWKS_URL"]],
  ["an audience alone", { AUTH_AUDIENCE: "x" }, ["AUTH_AUDIENCE has no meaning without AUTH_JWKS_URL"]],
  [
    "a provider that is no address",
    { ...PROVIDER, AUTH_JWKS_URL: "id.example" },
    ["AUTH_JWKS_URL is not a web address"],
  ],
  [
    "a provider in plain http in production",
    { NODE_ENV: "production", SECRET: LONG, ...PROVIDER, AUTH_JWKS_URL: "http://id.example/jwks" },
    ["AUTH_JWKS_URL is not encrypted"],
  ],
  [
    "production without secrets",
    { NODE_ENV: "production" },
    ["SECRET is needed in production", "AUTH_SECRET is needed in production"],
  ],
  ["production without SECRET", { NODE_ENV: "production", AUTH_SECRET: LONG }, ["SECRET is needed in production"]],
  ["production without AUTH", { NODE_ENV: "production", SECRET: LONG }, ["AUTH_SECRET is needed in production"]],
  [
    "a short SECRET in production",
    { ...PRODUCTION, SECRET: "short" },
    ["SECRET is too short: at least 32 bytes are expected."],
  ],
  [
    "MySQL without secrets",
    { DATABASE_URL: "mysql://u:p@h/db" },
    ["SECRET is needed with a MySQL database", "AUTH_SECRET is needed with a MySQL database"],
  ],
])("%s is refused", (_, env, sentences) => {
  expect(faults(env)).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
});

test("a provider beside this machine may speak plain http in production", () => {
  const env = { NODE_ENV: "production", SECRET: LONG, ...PROVIDER, AUTH_JWKS_URL: "http://[::1]:9/jwks" };
  expect(faults(env)).toEqual([]);
});

test("all faults are told at once", () => {
  const found = faults({
    NODE_ENV: "production",
    PORT: "x",
    LOG_LEVEL: "x",
    DATABASE_URL: "x",
    DEMO: "x",
    AUTH_SECRET: "x",
  });

  expect(found.map((fault) => fault.split(" ")[0])).toEqual([
    "PORT",
    "DATABASE_URL",
    "AUTH_SECRET",
    "LOG_LEVEL",
    "DEMO",
    "SECRET",
  ]);
});

test("no fault shows a value", () => {
  const hidden = "hidden-in-plain-sight";
  const names = [
    "NODE_ENV",
    "PORT",
    "PUBLIC_URL",
    "AUTH_SECRET",
    "AUTH_JWKS_URL",
    "CORS_ORIGINS",
    "TRUST_PROXY",
    "LOG_LEVEL",
  ];
  const env = Object.fromEntries([...names, "RATE_LIMIT", "DEMO"].map((name) => [name, hidden]));

  const found = faults({
    ...env,
    METRICS_TOKEN: `${hidden}!`,
    HOST: `${hidden}!`,
    SECRET: hidden,
    DATABASE_URL: `mysql://u:${hidden}@h/`,
  });

  expect(found.length).toBeGreaterThan(names.length);
  expect(found.join()).not.toContain(hidden);
});
