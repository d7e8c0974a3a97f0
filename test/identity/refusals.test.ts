import { createSecretKey, generateKeyPairSync, KeyObject } from "node:crypto";
import { CompactSign, exportJWK, JWTHeaderParameters, JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { InvalidToken } from "../../src/identity/claims";
import { TokenVerifier, tokenVerifier } from "../../src/identity/tokens";
import { KeyServer, publish, serveKeys } from "./key-server";

const SECRET = "a secret of at least 32 bytes, as it must be";
const NOW = new Date("2026-03-14T09:00:00.500Z");
const SECOND = Math.floor(NOW.getTime() / 1000);
const ISSUER = "https://id.example";

/** One way by which tokens are known to be genuine: whatever else differs, the same is refused. */
interface Kind {
  readonly verifier: TokenVerifier;
  readonly key: KeyObject;
  readonly header: JWTHeaderParameters;
  readonly whole: JWTPayload;
}

let keyServer: KeyServer;
const kinds: Record<string, Kind> = {};

beforeAll(async () => {
  keyServer = await serveKeys();
  const times = { iat: SECOND, exp: SECOND + 60 };
  kinds.secret = {
    verifier: tokenVerifier({ kind: "secret", secret: SECRET }),
    key: createSecretKey(Buffer.from(SECRET)),
    header: { alg: "HS256" },
    whole: { ...times, iss: "tandem", aud: "tandem", sub: "per_1" },
  };
  kinds.provider = {
    verifier: tokenVerifier({ kind: "jwks", url: keyServer.url, issuer: ISSUER, audience: "api" }),
    key: publish(keyServer, "k1"),
    header: { alg: "ES256", kid: "k1" },
    whole: { ...times, iss: ISSUER, aud: "api", sub: "ada" },
  };
});
afterAll(() => keyServer.close());

describe.each(["secret", "provider"])("with a %s,", (name) => {
  const kind = (): Kind => kinds[name] as Kind;
  const verify = (token: string) => kind().verifier.verify(token, NOW);
  const sign = (claims: JWTPayload, header: object = {}, key = kind().key) =>
    new SignJWT({ ...kind().whole, ...claims }).setProtectedHeader({ ...kind().header, ...header }).sign(key);

  test.each<[string, JWTPayload, string]>([
    ["another issuer", { iss: "other" }, 'The token\'s "iss" is not as expected.'],
    ["no issuer", { iss: undefined }, 'The token\'s "iss" is not as expected.'],
    ["another audience", { aud: "other" }, 'The token\'s "aud" is not as expected.'],
    ["other audiences", { aud: ["one", "other"] }, 'The token\'s "aud" is not as expected.'],
    ["no audience", { aud: undefined }, 'The token\'s "aud" is not as expected.'],
    ["no end", { exp: undefined }, 'The token\'s "exp" is not as expected.'],
    ["an end that is text", { exp: `${SECOND + 60}` as never }, 'The token\'s "exp" is not as expected.'],
    ["an end beyond all time", { exp: 1e15 }, 'The token\'s "exp" is not a time.'],
    ["an end a second ago", { exp: SECOND - 1 }, "The token has expired."],
    ["an end long ago", { exp: SECOND - 3600 }, "The token has expired."],
    ["its end just now", { exp: SECOND }, "The token has expired."],
    ["a start over a minute ahead", { iat: SECOND + 61 }, 'The token\'s "iat" lies in the future.'],
    ["a start far ahead", { iat: SECOND + 86_400, exp: SECOND + 90_000 }, 'The token\'s "iat" lies in the future.'],
    ["a start that is text", { iat: "now" as never }, 'The token\'s "iat" is not as expected.'],
    ["a start before all time", { iat: -1e15 }, 'The token\'s "iat" is not a time.'],
    ["validity from over a minute ahead", { nbf: SECOND + 61 }, 'The token\'s "nbf" is not as expected.'],
    ["nobody", { sub: undefined }, 'The token\'s "sub" is not as expected.'],
    ["an empty subject", { sub: "" }, 'The token\'s "sub" names nobody.'],
    ["a subject that is no text", { sub: 7 as never }, 'The token\'s "sub" names nobody.'],
    ["a subject that is like another's but for a space", { sub: "ada " }, 'The token\'s "sub" names nobody.'],
    ["a subject of 256 characters", { sub: "a".repeat(256) }, 'The token\'s "sub" names nobody.'],
  ])("a token with %s is refused", async (_, claims, message) => {
    await expect(verify(await sign(claims))).rejects.toEqual(new InvalidToken(message));
  });

  test.each<[string, JWTPayload]>([
    ["nothing odd", {}],
    ["our audience among others", { aud: ["other", "api", "tandem"] }],
    ["a start a minute ahead, as clocks may differ", { iat: SECOND + 60, nbf: SECOND + 60, exp: SECOND + 120 }],
    ["its end in this second's rest", { exp: SECOND + 1 }],
    ["no start", { iat: undefined }],
  ])("a token with %s is accepted", async (_, claims) => {
    await expect(verify(await sign(claims))).resolves.toMatchObject({ subject: kind().whole.sub });
  });

  test("a token without a signature is refused", async () => {
    const unsigned = new UnsecuredJWT(kind().whole).encode();
    for (const token of [unsigned, `${unsigned}c2lnbmF0dXJl`]) {
      await expect(verify(token)).rejects.toBeInstanceOf(InvalidToken);
    }
    const [head, body] = (await sign({})).split(".");
    await expect(verify(`${head}.${body}.`)).rejects.toEqual(new InvalidToken("The token is not genuine."));
  });

  test("a token that names an algorithm of the other kind is refused", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const published = keyServer.shown.get("k1") as KeyObject;
    const confused = ["pem", "der"].map((format) =>
      createSecretKey(Buffer.from(published.export({ format: format as "pem", type: "spki" }))),
    );
    for (const key of confused) {
      const token = await sign({}, { alg: "HS256" }, key);
      await expect(verify(token)).rejects.toBeInstanceOf(InvalidToken);
    }
    const own = { alg: "ES256", jwk: await exportJWK(publicKey) };
    await expect(verify(await sign({}, own, privateKey))).rejects.toBeInstanceOf(InvalidToken);
  });

  test("keys that a token brings or points to are not looked at", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const theirs = await serveKeys();
    theirs.shown.set("k1", publicKey);
    const brought = { jwk: await exportJWK(publicKey), jku: theirs.url, x5u: theirs.url };
    try {
      const forged = await sign({}, { ...brought, alg: "ES256", kid: "k1" }, privateKey);
      await expect(verify(forged)).rejects.toBeInstanceOf(InvalidToken);
      await expect(verify(await sign({}, brought))).resolves.toMatchObject({ subject: kind().whole.sub });
      expect(theirs.reads()).toBe(0);
    } finally {
      await theirs.close();
    }
  });

  test("a token that demands what we do not understand is refused", async () => {
    const payload = Buffer.from(JSON.stringify(kind().whole));
    const signed = (header: object, crit: Record<string, boolean>) =>
      new CompactSign(payload).setProtectedHeader({ ...kind().header, ...header } as never).sign(kind().key, { crit });
    const demanding = await signed({ crit: ["exp"], exp: SECOND + 60 }, { exp: true });
    await expect(verify(demanding)).rejects.toEqual(new InvalidToken("The token is not genuine."));
    const unencoded = await signed({ crit: ["b64"], b64: true }, {});
    await expect(verify(unencoded)).resolves.toMatchObject({ subject: kind().whole.sub });
  });

  test("a token changed in any part is refused", async () => {
    const [head = "", body = "", seal = ""] = (await sign({})).split(".");
    const other = Buffer.from(JSON.stringify({ ...kind().whole, sub: "per_2" })).toString("base64url");
    const otherHead = Buffer.from(JSON.stringify({ ...kind().header, typ: "x" })).toString("base64url");
    for (const changed of [
      `${head}.${other}.${seal}`,
      `${otherHead}.${body}.${seal}`,
      `${head}.${body}.${seal.slice(4)}`,
    ]) {
      await expect(verify(changed)).rejects.toEqual(new InvalidToken("The token is not genuine."));
    }
  });

  test("a token of another kind of issuer is refused, whoever signed it", async () => {
    for (const { whole } of Object.values(kinds)) {
      if (whole.iss === kind().whole.iss) continue;
      await expect(verify(await sign(whole))).rejects.toBeInstanceOf(InvalidToken);
    }
  });

  test.each(["x", "a.b.c", "..", "a.b.c.d.e"])("%s is no token", async (text) => {
    await expect(verify(text)).rejects.toBeInstanceOf(InvalidToken);
  });

  test("a token of more than 8,192 characters is refused before anything of it is read", async () => {
    const fits = await sign({ more: "m".repeat(5_000) });
    expect(fits.length).toBeLessThan(8_192);
    await expect(verify(fits)).resolves.toMatchObject({ subject: kind().whole.sub });
    const tooLong = await sign({ more: "m".repeat(7_000) });
    await expect(verify(tooLong)).rejects.toEqual(new InvalidToken("A token has at most 8192 characters."));
  });

  test.each<[string, JWTPayload, { email: string | null; name: string | null }]>([
    ["nothing of them", {}, { email: null, name: null }],
    [
      "a verified address",
      { email: "Ada@example.org", email_verified: true },
      { email: "Ada@example.org", name: null },
    ],
    ["an address", { email: "ada@example.org" }, { email: null, name: null }],
    ["an unverified address", { email: "ada@example.org", email_verified: false }, { email: null, name: null }],
    ["verified as text", { email: "ada@example.org", email_verified: "true" }, { email: null, name: null }],
    ["verified as number", { email: "ada@example.org", email_verified: 1 }, { email: null, name: null }],
    ["no address that is one", { email: "ada@example.org ", email_verified: true }, { email: null, name: null }],
    ["two addresses", { email: ["ada@example.org"], email_verified: true }, { email: null, name: null }],
    ["a name", { name: " Ada\n Lovelace\t" }, { email: null, name: "Ada Lovelace" }],
    ["a long name", { name: "🦉".repeat(300) }, { email: null, name: "🦉".repeat(200) }],
    ["a blank name", { name: " \u0000 " }, { email: null, name: null }],
    ["a name that is no text", { name: { given: "Ada" } }, { email: null, name: null }],
  ])("a token that says %s", async (_, claims, said) => {
    const { email, name: called } = await verify(await sign(claims));
    expect({ email, name: called }).toEqual(said);
  });
});

test("a provider may not speak as Tandem", () => {
  const auth = { kind: "jwks", url: keyServer.url, issuer: "tandem", audience: "api" } as const;
  expect(() => tokenVerifier(auth)).toThrow("No provider may speak as tandem.");
});
