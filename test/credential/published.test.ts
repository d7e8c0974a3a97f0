import { makeSigningKey } from "../../src/credential/signing-keys";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { check, given, overHttp } from "./given";
import { headerOf, outsider, payloadOf } from "./outside";

let tandem: Tandem;
let told: Story;
let jwt: string;
let list: string;
let base: string;

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  jwt = await given(tandem, told);
  list = payloadOf(jwt).credentialStatus.statusListCredential;
  base = tandem.url.replace("/graphql", "");
});
afterAll(() => tandem.close());

test("each address answers in its own media type, may be kept for a short while, and is read by any page", async () => {
  const { issuer, credentialSubject } = payloadOf(jwt);
  for (const [url, type] of [
    [`${base}/.well-known/jwks.json`, "application/jwk-set+json"],
    [headerOf(jwt).kid, "application/jwk+json"],
    [issuer.id, "application/json; charset=utf-8"],
    [credentialSubject.achievement.id, "application/json; charset=utf-8"],
    [list, "application/vc+jwt"],
  ]) {
    const answer = await fetch(url, { headers: { origin: "https://anybody.example" } });
    expect([url, answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([
      ...[url, 200, type.split(";")[0]],
    ]);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("set-cookie")).toBeNull();
    const again = await fetch(url, { headers: { "if-none-match": answer.headers.get("etag") as string } });
    expect(again.status).toBe(304);
    const head = await fetch(url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  }
});

test("what is published is read and nothing else: other methods and other names are refused in the house's form", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await fetch(list, { method, body: "{}" });
    expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, "GET, HEAD"]);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  }
  for (const what of ["keys", "issuers", "achievements", "status"]) {
    const answer = await fetch(`${base}/credentials/${what}/nothing`);
    expect([what, answer.status]).toEqual([what, 404]);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  }
});

test("the list has room for so many that nobody is known by it, and says until when it is of worth", async () => {
  const said = payloadOf((await overHttp(list)).body);
  expect(said).toMatchObject({
    id: list,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    credentialSubject: { id: `${list}#list`, type: "BitstringStatusList", statusPurpose: "message", statusSize: 2 },
  });
  expect(said.exp * 1_000).toBe(Date.parse(said.validUntil));
  const later = new Date(Date.parse(said.validUntil) + 1_000);
  await expect(outsider(overHttp).genuine((await overHttp(list)).body, later)).rejects.toThrow("No longer valid.");
});

test("after a restart and on a second instance the same key signs", async () => {
  const kids = async (url: string) =>
    JSON.parse((await overHttp(`${url}/.well-known/jwks.json`)).body).keys.map(({ n }: { n: string }) => n);
  const second = await startTandem({ db: tandem.db });
  expect(await kids(second.url.replace("/graphql", ""))).toEqual(await kids(base));
  expect(await check(second, jwt)).toMatchObject({ verdict: "VALID" });
  await second.close();
});

test("R41: a new key signs from then on, and what the former one signed stays good", async () => {
  await makeSigningKey(tandem.db.source.manager, tandem.log.sealed, new Date());
  const former = headerOf(jwt).kid;
  const { body } = await overHttp(list);
  expect(headerOf(body).kid).not.toBe(former);
  const { keys } = JSON.parse((await overHttp(`${base}/.well-known/jwks.json`)).body);
  expect(keys.map(({ kid }: { kid: string }) => kid)).toEqual([headerOf(body).kid, former]);
  expect(await outsider(overHttp).status(jwt, new Date())).toBe("valid");
  expect(await check(tandem, jwt)).toMatchObject({ verdict: "VALID" });
});

test("the private half lies in the database sealed, and is published nowhere", async () => {
  const [key] = await tandem.db.rows("SELECT id, privateKey FROM signing_key");
  expect(key?.privateKey).not.toContain("PRIVATE");
  expect(tandem.log.sealed.open(key?.privateKey as string, key?.id as string)).toContain("PRIVATE KEY");
  expect(tandem.log.sealed.open(key?.privateKey as string, "sgk_another")).toBeNull();
});
