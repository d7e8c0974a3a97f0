import { generateKeyPairSync, KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import { InvalidToken } from "../../src/identity/claims";
import { TokenVerifier, tokenVerifier } from "../../src/identity/tokens";
import { KeyServer, serveKeys } from "./key-server";

const ISSUER = "https://id.example";
const pairs = {
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  EdDSA: generateKeyPairSync("ed25519"),
};

let keyServer: KeyServer;
let verifier: TokenVerifier;

beforeEach(async () => {
  keyServer = await serveKeys();
  for (const [kid, { publicKey }] of Object.entries(pairs)) keyServer.shown.set(kid, publicKey);
  verifier = tokenVerifier({ kind: "jwks", url: keyServer.url, issuer: ISSUER, audience: "api" });
});
afterEach(() => keyServer.close());

const sign = (alg: string, key: KeyObject | Uint8Array, header: { kid?: string } = { kid: alg }) =>
  new SignJWT({ sub: "someone" })
    .setProtectedHeader({ alg, ...header })
    .setIssuer(ISSUER)
    .setAudience("api")
    .setExpirationTime("1h")
    .sign(key);

test.each(Object.entries(pairs))("a provider's %s token is accepted", async (alg, { privateKey }) => {
  await expect(verifier.verify(await sign(alg, privateKey))).resolves.toEqual({
    issuer: ISSUER,
    subject: "someone",
    expiresAt: expect.any(Date),
    issuedAt: null,
    name: null,
    email: null,
  });
});

test("a public key does not serve as a secret", async () => {
  const key = Buffer.from(pairs.RS256.publicKey.export({ format: "pem", type: "spki" }));
  await expect(verifier.verify(await sign("HS256", key, { kid: "RS256" }))).rejects.toEqual(
    new InvalidToken("The token is signed with an algorithm that is not accepted."),
  );
});

test.each(["PS256", "RS384", "RS512"])("%s is refused, though the provider's key could make it", async (alg) => {
  const token = await sign(alg, pairs.RS256.privateKey, { kid: "RS256" });
  await expect(verifier.verify(token)).rejects.toEqual(
    new InvalidToken("The token is signed with an algorithm that is not accepted."),
  );
  expect(keyServer.reads()).toBe(0);
});

test("a key that the provider does not have, or somebody else's under its name, is refused", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  for (const kid of ["other", "ES256"]) {
    await expect(verifier.verify(await sign("ES256", privateKey, { kid }))).rejects.toEqual(
      new InvalidToken("The token is not genuine."),
    );
  }
});

test("a key of one kind is not taken for one of another, nor one that is not for signing", async () => {
  const crossed = await sign("ES256", pairs.ES256.privateKey, { kid: "RS256" });
  await expect(verifier.verify(crossed)).rejects.toBeInstanceOf(InvalidToken);

  const secret = Buffer.alloc(32, 7);
  const keys = [
    { kty: "oct", k: secret.toString("base64url"), kid: "oct" },
    { ...pairs.ES256.publicKey.export({ format: "jwk" }), kid: "enc", use: "enc" },
  ];
  keyServer.instead = (response) => response.end(JSON.stringify({ keys }));
  const careless = tokenVerifier({ kind: "jwks", url: keyServer.url, issuer: ISSUER, audience: "api" });
  for (const token of [
    await sign("HS256", secret, { kid: "oct" }),
    await sign("ES256", pairs.ES256.privateKey, { kid: "enc" }),
  ]) {
    await expect(careless.verify(token)).rejects.toBeInstanceOf(InvalidToken);
  }
});

test("a token that names no key is accepted only where there is no choice", async () => {
  const token = await sign("ES256", pairs.ES256.privateKey, {});
  await expect(verifier.verify(token)).resolves.toMatchObject({ subject: "someone" });

  keyServer.shown.set("second", generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey);
  const other = tokenVerifier({ kind: "jwks", url: keyServer.url, issuer: ISSUER, audience: "api" });
  await expect(other.verify(token)).rejects.toBeInstanceOf(InvalidToken);
});
