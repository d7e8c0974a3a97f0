import { compactVerify, createLocalJWKSet } from "jose";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";
import { check, credentialFor, given, overHttp, replaced, stands } from "./given";
import { outsider, payloadOf } from "./outside";

let tandem: Tandem;
let told: Story;
let jwt: string;
const { genuine, status } = outsider(overHttp);

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  jwt = await given(tandem, told);
});
afterEach(() => tandem.close());

const base = () => tandem.url.replace("/graphql", "");

test("R41: with nothing but what is published anybody finds a credential genuine and good", async () => {
  expect(await status(jwt, new Date())).toBe("valid");
  const keys = JSON.parse((await overHttp(`${base()}/.well-known/jwks.json`)).body);
  await compactVerify(jwt, createLocalJWKSet(keys));
  expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  const { issuer, credentialSubject } = payloadOf(jwt);
  expect(JSON.parse((await overHttp(issuer.id)).body)).toEqual(issuer);
  expect(JSON.parse((await overHttp(credentialSubject.achievement.id)).body)).toEqual(credentialSubject.achievement);
});

test("R46: what is published says suspended from the day it lapsed, and good again once it is restored", async () => {
  const reference = (await tandem.db.rows("SELECT reference FROM accreditation"))[0]?.reference;
  await stands(tandem, { lapsesOn: daysAgo(0) });
  expect(await status(jwt, new Date())).toBe("suspended");
  expect(await check(tandem, jwt)).toEqual({ verdict: "SUSPENDED", why: null, reference, standing: "LAPSED" });

  await stands(tandem, { lapsesOn: daysAgo(-1) });
  expect(await status(jwt, new Date())).toBe("valid");
  expect(await check(tandem, jwt)).toEqual({ verdict: "VALID", why: null, reference, standing: "ACTIVE" });
});

test("R46: what is published says revoked once it is withdrawn", async () => {
  await stands(tandem, { withdrawnOn: daysAgo(0) });
  expect(await status(jwt, new Date())).toBe("revoked");
  expect(await check(tandem, jwt)).toMatchObject({ verdict: "REVOKED", why: null, standing: "WITHDRAWN" });
});

test("one that was replaced is revoked for good, and the new one is good", async () => {
  await replaced(tandem, told, (await credentialFor(tandem, told.ada.personId)).id);
  const now = await credentialFor(tandem, told.ada.personId);

  expect(now.jwt).not.toBe(jwt);
  expect([await status(jwt, new Date()), await status(now.jwt, new Date())]).toEqual(["revoked", "valid"]);
  expect(await check(tandem, jwt)).toMatchObject({ verdict: "REVOKED", standing: "ACTIVE" });
  expect(await check(tandem, now.jwt)).toMatchObject({ verdict: "VALID" });
  expect(payloadOf(now.jwt).credentialStatus.statusListIndex).not.toBe(payloadOf(jwt).credentialStatus.statusListIndex);
});

test("an altered one is not genuine, whoever looks", async () => {
  const [header, payload, signature] = jwt.split(".") as [string, string, string];
  const said = payloadOf(jwt);
  said.credentialSubject.identifier[0].identityHash = "Somebody Else";
  const altered = [header, Buffer.from(JSON.stringify(said)).toString("base64url"), signature].join(".");
  expect(payload).not.toBe(altered.split(".")[1]);
  await expect(genuine(altered, new Date())).rejects.toThrow("Not genuine.");
});

test("it is good on the server's later days and after its name has changed: it states what was so when it was signed", async () => {
  const [person] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [told.ada.personId]);
  const expectedVersion = person?.version;
  await done(tandem, told.lead.id, "changePerson", { personId: told.ada.personId, name: "Ada Novak", expectedVersion });
  expect(await status(jwt, new Date())).toBe("valid");
  await replaced(tandem, told, (await credentialFor(tandem, told.ada.personId)).id);
  const { jwt: anew } = await credentialFor(tandem, told.ada.personId);
  expect(payloadOf(anew).credentialSubject.identifier[0].identityHash).toBe("Ada Novak");
});
