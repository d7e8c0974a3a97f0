import { generateKeyPairSync, KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, Server } from "node:http";
import { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import { InvalidToken, KeysUnavailable, TokenVerifier, tokenVerifier } from "../../src/identity/tokens";

const ISSUER = "https://id.example";
const pairs = {
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  EdDSA: generateKeyPairSync("ed25519"),
};

let server: Server;
let verifier: TokenVerifier;
let status: number;

beforeEach(async () => {
  status = 200;
  const keys = Object.entries(pairs).map(([kid, { publicKey }]) => ({ ...publicKey.export({ format: "jwk" }), kid }));
  server = createServer((_, response) => response.writeHead(status).end(JSON.stringify({ keys })));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  verifier = tokenVerifier({ kind: "jwks", url, issuer: ISSUER, audience: "api" });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const sign = (alg: string, key: KeyObject | Uint8Array, { kid = alg, issuer = ISSUER, audience = "api" } = {}) =>
  new SignJWT({ sub: "someone" })
    .setProtectedHeader({ alg, kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime("1h")
    .sign(key);

test.each(Object.entries(pairs))("a provider's %s token is accepted", async (alg, { privateKey }) => {
  await expect(verifier.verify(await sign(alg, privateKey))).resolves.toEqual({
    issuer: ISSUER,
    subject: "someone",
    expiresAt: expect.any(Date),
    issuedAt: null,
  });
});

test("a provider's token for another audience, or by another issuer, is refused", async () => {
  const { privateKey } = pairs.ES256;
  for (const other of [{ audience: "tandem" }, { issuer: "tandem" }]) {
    await expect(verifier.verify(await sign("ES256", privateKey, other))).rejects.toBeInstanceOf(InvalidToken);
  }
});

test("a public key does not serve as a secret", async () => {
  const key = Buffer.from(pairs.RS256.publicKey.export({ format: "pem", type: "spki" }));
  await expect(verifier.verify(await sign("HS256", key, { kid: "RS256" }))).rejects.toEqual(
    new InvalidToken("The token is signed with an algorithm that is not accepted."),
  );
});

test("PS256 is refused, though the provider's key could make it", async () => {
  const token = await sign("PS256", pairs.RS256.privateKey, { kid: "RS256" });
  await expect(verifier.verify(token)).rejects.toBeInstanceOf(InvalidToken);
});

test("a key that the provider does not have, or somebody else's under its name, is refused", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  for (const kid of ["other", "ES256"]) {
    await expect(verifier.verify(await sign("ES256", privateKey, { kid }))).rejects.toBeInstanceOf(InvalidToken);
  }
});

test("a provider that does not answer well says nothing about the token", async () => {
  const token = await sign("ES256", pairs.ES256.privateKey);

  status = 500;
  await expect(verifier.verify(token)).rejects.toBeInstanceOf(KeysUnavailable);
  status = 200;
  await expect(verifier.verify(token)).resolves.toMatchObject({ subject: "someone" });
});
