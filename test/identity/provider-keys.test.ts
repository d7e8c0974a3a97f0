import { KeyObject } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { errors } from "jose";
import { KeysUnavailable, ProviderKeys } from "../../src/identity/provider-keys";
import { KeyServer, publish, serveKeys } from "./key-server";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let keyServer: KeyServer;
let keys: ProviderKeys;
/** How far the clock has been put on. */
let later: number;
let faults: number;

beforeEach(async () => {
  keyServer = await serveKeys();
  publish(keyServer, "first");
  later = 0;
  faults = 0;
  keys = new ProviderKeys(keyServer.url, {
    clock: () => performance.now() + later,
    onFault: () => {
      faults += 1;
    },
  });
});
afterEach(() => keyServer.close());

const find = (kid: string, of = keys) => of.find({ alg: "ES256", kid }, { payload: "", signature: "" });
/** Collects what nothing refers to any more. */
const tidy: () => void = (() => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
})();
const away = () => {
  keyServer.instead = (response) => response.writeHead(503).end();
};

test("the keys are read at first need, once for all who need them, and kept", async () => {
  await Promise.all([find("first"), find("first"), find("first")]);
  await find("first");
  expect(keyServer.reads()).toBe(1);
});

test("a key published a moment ago is found, by everybody who asks for it", async () => {
  await find("first");
  publish(keyServer, "second");
  const found = (await Promise.all([find("second"), find("second")])) as KeyObject[];

  expect(found.map(({ type }) => type)).toEqual(["public", "public"]);
  expect(keyServer.reads()).toBe(2);
});

test("a key published while the keys are being read is found", async () => {
  await find("first");
  const answers: (() => void)[] = [];
  keyServer.instead = (response) => {
    const keysThen = [...keyServer.shown].map(([kid, key]) => ({ ...key.export({ format: "jwk" }), kid }));
    answers.push(() => response.end(JSON.stringify({ keys: keysThen })));
  };
  later = 2_000;
  const early = find("none").catch((error) => error);
  while (answers.length === 0) await sleep(5);
  publish(keyServer, "second");
  const late = find("second");
  await sleep(20);
  keyServer.instead = null;
  answers[0]?.();

  await expect(late).resolves.toMatchObject({ type: "public" });
  expect(await early).toBeInstanceOf(errors.JWKSNoMatchingKey);
});

test("a flood of keys that nobody has asks the provider once a second at most, and delays nobody whose key is known", async () => {
  await find("first");
  const began = performance.now();
  const flood: Promise<unknown>[] = [];
  for (let count = 0; count < 2_000; count += 1) {
    flood.push(find(`none-${count}`).catch((error) => error));
    if (count % 100 === 0) await sleep(100);
  }
  const asked = performance.now();
  await find("first");
  expect(performance.now() - asked).toBeLessThan(500);
  const refusals = await Promise.all(flood);

  const seconds = (performance.now() - began) / 1_000;
  expect(refusals.every((error) => error instanceof errors.JWKSNoMatchingKey)).toBe(true);
  expect(keyServer.reads()).toBeGreaterThan(1);
  expect(keyServer.reads()).toBeLessThanOrEqual(2 + seconds);
});

test("a key that the provider withdraws is refused after a minute", async () => {
  await find("first");
  publish(keyServer, "second");
  keyServer.shown.delete("first");
  later = MINUTE - 5_000;
  await find("first");

  later = MINUTE + 1;
  await expect(find("first")).rejects.toBeInstanceOf(errors.JWKSNoMatchingKey);
});

test("while the provider is away known keys go on working, for a day, and of others nothing can be said", async () => {
  await find("first");
  away();
  later = 2 * MINUTE;
  await find("first");
  await find("first");
  expect({ reads: keyServer.reads(), faults }).toEqual({ reads: 2, faults: 1 });
  await expect(find("second")).rejects.toBeInstanceOf(KeysUnavailable);

  later = DAY - MINUTE;
  await find("first");
  later = DAY + MINUTE;
  await expect(find("first")).rejects.toBeInstanceOf(KeysUnavailable);
  keyServer.instead = null;
  await find("first");
});

test("before the keys were ever read nothing can be said, and the next who asks finds the provider back", async () => {
  away();
  await expect(find("first")).rejects.toBeInstanceOf(KeysUnavailable);
  keyServer.instead = null;
  await find("first");
});

test.each<[string, KeyServer["instead"]]>([
  ["an error", (response) => response.writeHead(500).end()],
  ["an error that looks like keys", (response) => response.writeHead(500).end('{"keys":[]}')],
  ["no JSON", (response) => response.end("<html>")],
  ["no keys", (response) => response.end("{}")],
  ["a cut connection", (response) => response.destroy()],
])("%s in place of keys says nothing about a token, and nothing is forgotten", async (_, instead) => {
  await find("first");
  keyServer.instead = instead;
  later = 2 * MINUTE;
  await expect(find("second")).rejects.toBeInstanceOf(KeysUnavailable);
  await find("first");
});

test("keys at another address, to which the provider's leads, are not believed", async () => {
  const elsewhere = await serveKeys();
  try {
    publish(elsewhere, "second");
    keyServer.instead = (response) => response.writeHead(302, { location: elsewhere.url }).end();
    await expect(find("second")).rejects.toBeInstanceOf(KeysUnavailable);
    expect(elsewhere.reads()).toBe(0);
  } finally {
    await elsewhere.close();
  }
});

test("a provider that is silent is not waited for longer than three seconds", async () => {
  await find("first");
  keyServer.instead = (response) => response.write('{"keys":['); // and no more
  later = 2 * MINUTE;
  const began = performance.now();
  const tidying = setInterval(tidy, 100); // what waits must not be forgotten with what is not needed
  await find("first");
  clearInterval(tidying);

  expect(performance.now() - began).toBeGreaterThan(2_500);
  expect(performance.now() - began).toBeLessThan(6_000);
});

test("a published key that is none says nothing about the token", async () => {
  keyServer.instead = (response) =>
    response.end(JSON.stringify({ keys: [{ kty: "EC", crv: "P-256", x: "AA", y: "AA", kid: "broken" }] }));
  await expect(find("broken")).rejects.toBeInstanceOf(KeysUnavailable);
});
