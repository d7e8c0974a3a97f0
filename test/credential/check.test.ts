import { generateKeyPairSync } from "node:crypto";
import { CompactSign, importPKCS8 } from "jose";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { check, credentialFor, decided, given, overHttp } from "./given";
import { headerOf, Payload, payloadOf } from "./outside";

let tandem: Tandem;
let told: Story;
let jwt: string;

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  jwt = await given(tandem, told);
});
afterAll(() => tandem.close());

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const sign = async (payload: Payload, header: Payload) =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "RS256", ...header })
    .sign(await importPKCS8(privateKey.export({ type: "pkcs8", format: "pem" }) as string, "RS256"));
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The last character of a signature has four bits that say nothing: with another of them it is the same bytes. */
const alike = (text: string): string => {
  const other = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
    .map((last) => text.slice(0, -1) + last)
    .filter((changed) => changed !== text)
    .find((changed) => bytes(changed).equals(bytes(text)));
  return other as string;
};
const bytes = (text: string): Buffer => Buffer.from(text.split(".")[2] as string, "base64url");

const nothing = (why: string) => ({ verdict: "NOT_GENUINE", why, reference: null, standing: null });

test("anybody is told the number and the standing that a credential stands for, and nothing else", async () => {
  const [accreditation] = await tandem.db.rows("SELECT reference FROM accreditation");
  expect(await check(tandem, jwt)).toEqual({
    ...{ verdict: "VALID", why: null, reference: accreditation?.reference, standing: "ACTIVE" },
  });
});

test.each([
  ["nothing", () => ""],
  ["no signature", () => jwt.split(".").slice(0, 2).join(".")],
  ["no JSON", () => `${part({ alg: "RS256" })}.bm8ganNvbg.c2ln`],
  ["no algorithm", () => [part({ alg: "none", kid: headerOf(jwt).kid }), jwt.split(".")[1], ""].join(".")],
  ["a secret for a key", () => [part({ ...headerOf(jwt), alg: "HS256" }), ...jwt.split(".").slice(1)].join(".")],
  ["no key named", () => [part({ alg: "RS256" }), ...jwt.split(".").slice(1)].join(".")],
  ["padding", () => `${jwt}=`],
  ["a line's end", () => `${jwt}\n`],
  ["a space before it", () => ` ${jwt}`],
  ["another last character that reads the same", () => alike(jwt)],
  ["a fourth part", () => `${jwt}.`],
  ["more than it could have", () => `${jwt}${"A".repeat(16_384)}`],
])("what has %s is malformed", async (_, shown) => {
  expect(await check(tandem, shown())).toEqual(nothing("MALFORMED"));
});

test("what another issued is another's, and what names us with a key that we never had is forged", async () => {
  const said = payloadOf(jwt);
  const kid = headerOf(jwt).kid.replace(/sgk_\w+$/, "sgk_01m87amc65espvesrxv0qskz09");
  const iss = "https://other.example/issuers/1";
  expect(await check(tandem, await sign({ ...said, iss }, { kid: "https://other.example/keys/1" }))).toEqual(
    nothing("OTHER_ISSUER"),
  );
  expect(await check(tandem, await sign(said, { kid }))).toEqual(nothing("UNKNOWN_KEY"));
});

test("what names our key and another signed is not taken, not even when it brings the key that fits", async () => {
  const jwk = privateKey.export({ format: "jwk" });
  const brings = { ...headerOf(jwt), jwk: { kty: jwk.kty, n: jwk.n, e: jwk.e } };
  for (const header of [headerOf(jwt), brings]) {
    expect(await check(tandem, await sign(payloadOf(jwt), header))).toEqual(nothing("ALTERED"));
  }
});

test.each<[string, (said: Payload) => void]>([
  ["name", (said) => (said.credentialSubject.identifier[0].identityHash = "Somebody Else")],
  ["number", (said) => (said.credentialSubject.licenseNumber = "LT-AAAA-AAAA")],
  ["place in the list", (said) => (said.credentialStatus.statusListIndex = "70000")],
])("whose %s was altered is altered", async (_, alter) => {
  const said = payloadOf(jwt);
  alter(said);
  const [header, , signature] = jwt.split(".");
  expect(await check(tandem, [header, part(said), signature].join("."))).toEqual(nothing("ALTERED"));
});

test("what else we sign is no credential", async () => {
  const { body } = await overHttp(payloadOf(jwt).credentialStatus.statusListCredential);
  expect(await check(tandem, body)).toEqual(nothing("NOT_ON_RECORD"));
});

test("E15: one whose accreditation is not released is not good yet, and its trainee does not see it", async () => {
  const other = await startTandem();
  const theirs = await story(other);
  await decided(other, theirs);

  const [row] = await other.db.rows("SELECT jwt FROM credential");
  expect(await check(other, row?.jwt as string)).toEqual(nothing("NOT_YET_VALID"));
  expect(await credentialFor(other, theirs.ada.personId)).toBeNull();
  expect((await credentialFor(other, theirs.lead.id)).jwt).toBe(row?.jwt);
  expect((await credentialFor(other, theirs.assessor.id)).jwt).toBe(row?.jwt);
  const { body } = await overHttp(payloadOf(row?.jwt as string).credentialStatus.statusListCredential);
  const { encodedList } = payloadOf(body).credentialSubject;
  // Who watches the list does not learn that somebody is about to be accredited.
  await other.db.source.query("DELETE FROM credential WHERE jwt <> ?", [""]);
  const after = await overHttp(payloadOf(row?.jwt as string).credentialStatus.statusListCredential);
  expect(payloadOf(after.body).credentialSubject.encodedList).toBe(encodedList);
  await other.close();
});

test("what states something that is to come is not good yet", async () => {
  const early = await startTandem({ db: tandem.db, clock: { now: () => new Date(0), every: () => () => undefined } });
  expect(await check(early, jwt)).toEqual(nothing("NOT_YET_VALID"));
  await early.close();
});

test("after its holder's data was erased the server no longer has it; whoever was given it can check it still", async () => {
  await tandem.db.source.query("UPDATE credential SET jwt = NULL WHERE id <> ?", [""]);
  expect(await check(tandem, jwt)).toMatchObject({ verdict: "VALID" });
});
