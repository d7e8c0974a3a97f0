import { readConfig } from "../../src/config";
import { isLoopback } from "../../src/config.values";

const LONG = "k".repeat(32);
const PRODUCTION = { NODE_ENV: "production", SECRET: LONG, AUTH_SECRET: LONG };
const PROVIDER = {
  AUTH_JWKS_URL: "https://id.example/jwks",
  AUTH_ISSUER: "https://id.example",
  AUTH_AUDIENCE: "tandem-api",
};

test("an empty environment gives the demo's defaults", () => {
  expect(readConfig({})).toEqual({
    production: false,
    host: "127.0.0.1",
    port: 4000,
    publicUrl: null,
    database: { kind: "sqlite", path: "data/tandem.db" },
    storage: null,
    secret: null,
    auth: null,
    corsOrigins: null,
    trustProxy: [],
    logLevel: "info",
    rateLimit: true,
    metricsToken: null,
    playground: true,
    introspection: true,
    demo: null,
    retention: { personDays: null, accessDays: 400 },
  });
});

test("every variable is read", () => {
  const config = readConfig({
    ...PRODUCTION,
    HOST: "0.0.0.0",
    PORT: "0",
    PUBLIC_URL: "https://tandem.example/api/",
    DATABASE_URL: "mysql://tandem:p%40ss@db.example:3307/tandem",
    STORAGE_URL: "s3://key:se%2Fcret@s3.example:9000/documents?region=eu-west-2&tls=off",
    CORS_ORIGINS: "https://app.example, http://localhost:*",
    TRUST_PROXY: "10.0.0.0/8, ::1, loopback",
    LOG_LEVEL: "WARN",
    RATE_LIMIT: "off",
    METRICS_TOKEN: "scrape-me-0123456789=",
    PLAYGROUND: "on",
    INTROSPECTION: "true",
    DEMO: "off",
    RETENTION_PERSON: "7y",
    RETENTION_ACCESS: "90D",
  });

  expect(config).toEqual({
    production: true,
    host: "0.0.0.0",
    port: 0,
    publicUrl: "https://tandem.example/api",
    database: { kind: "mysql", url: "mysql://tandem:p%40ss@db.example:3307/tandem" },
    storage: {
      ...{ kind: "bucket", endpoint: "http://s3.example:9000", bucket: "documents" },
      ...{ region: "eu-west-2", key: "key", secret: "se/cret" },
    },
    secret: LONG,
    auth: { kind: "secret", secret: LONG },
    corsOrigins: ["https://app.example", "http://localhost:*"],
    trustProxy: ["10.0.0.0/8", "::1", "loopback"],
    logLevel: "warn",
    rateLimit: false,
    metricsToken: "scrape-me-0123456789=",
    playground: true,
    introspection: true,
    demo: false,
    retention: { personDays: 2_557, accessDays: 90 },
  });
});

test("a provider takes the place of AUTH_SECRET", () => {
  expect(readConfig({ NODE_ENV: "production", SECRET: LONG, ...PROVIDER }).auth).toEqual({
    kind: "jwks",
    url: "https://id.example/jwks",
    issuer: "https://id.example",
    audience: "tandem-api",
  });
});

test("production hides the playground and the schema unless told otherwise", () => {
  expect(readConfig(PRODUCTION)).toMatchObject({ playground: false, introspection: false, rateLimit: true });
});

test("blanks around a value do not count", () => {
  expect(readConfig({ PORT: " 80\r", DATABASE_URL: "sqlite:x.db\n" })).toMatchObject({
    port: 80,
    database: { path: "x.db" },
  });
});

test.each([
  ["on", ["loopback", "linklocal", "uniquelocal"]],
  ["off", []],
])("TRUST_PROXY=%s believes %j", (TRUST_PROXY, trustProxy) => {
  expect(readConfig({ TRUST_PROXY }).trustProxy).toEqual(trustProxy);
});

test("what is kept is kept for good where a retention is off", () => {
  expect(readConfig({ RETENTION_PERSON: "off", RETENTION_ACCESS: "off" }).retention).toEqual({
    personDays: null,
    accessDays: null,
  });
});

test("an empty variable counts as none", () => {
  const empty = Object.fromEntries(
    ["NODE_ENV", "PORT", "SECRET", "AUTH_SECRET", "AUTH_ISSUER"].map((name) => [name, " "]),
  );
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test.each([
  ["sqlite:/var/lib/tandem.db", { kind: "sqlite", path: "/var/lib/tandem.db" }],
  ["sqlite::memory:", { kind: "memory" }],
])("%s is a database", (DATABASE_URL, database) => {
  expect(readConfig({ DATABASE_URL }).database).toEqual(database);
});

test("a secret is taken byte for byte and measured in UTF-8", () => {
  expect(readConfig({ AUTH_SECRET: ` ${LONG} ` }).auth).toEqual({ kind: "secret", secret: ` ${LONG} ` });
  expect(readConfig({ AUTH_SECRET: "é".repeat(16) }).auth).toEqual({ kind: "secret", secret: "é".repeat(16) });
});

test.each([
  ["localhost", true],
  ["127.8.9.10", true],
  ["[::1]", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.0.0.1.example", false],
])("that only this machine reaches %s is %s", (host, only) => {
  expect(isLoopback(host)).toBe(only);
});
