import { generateKeyPairSync } from "node:crypto";
import { decodeJwt, JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { bearer, InvalidToken, mintToken, parseTtl, tokenVerifier } from "../../src/identity/tokens";

const SECRET = "a secret of at least 32 bytes, as it must be";
const NOW = new Date("2026-03-14T09:00:00.500Z");
const SECOND = Math.floor(NOW.getTime() / 1000);
const WHOLE = { iss: "tandem", aud: "tandem", sub: "per_1", iat: SECOND, exp: SECOND + 60 };

const { verify } = tokenVerifier({ kind: "secret", secret: SECRET });
const sign = (claims: JWTPayload, { alg = "HS256", secret = SECRET } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));

test("a minted token names its person until it expires", async () => {
  const token = await mintToken({ personId: "per_1", secret: SECRET, ttl: 3600 }, NOW);

  expect(decodeJwt(token)).toEqual({ ...WHOLE, exp: SECOND + 3600 });
  await expect(verify(token, NOW)).resolves.toEqual({
    issuer: "tandem",
    subject: "per_1",
    expiresAt: new Date("2026-03-14T10:00:00.000Z"),
    issuedAt: new Date("2026-03-14T09:00:00.000Z"),
  });
});

test("a token that anyone with the secret signs is as good", async () => {
  const { iat: _, ...claims } = WHOLE;
  await expect(verify(await sign(claims), NOW)).resolves.toMatchObject({ subject: "per_1", issuedAt: null });
});

test.each<[string, JWTPayload, string]>([
  ["another issuer", { ...WHOLE, iss: "other" }, 'The token\'s "iss" is not as expected.'],
  ["no issuer", { ...WHOLE, iss: undefined }, 'The token\'s "iss" is not as expected.'],
  ["another audience", { ...WHOLE, aud: "other" }, 'The token\'s "aud" is not as expected.'],
  ["no audience", { ...WHOLE, aud: undefined }, 'The token\'s "aud" is not as expected.'],
  ["no end", { ...WHOLE, exp: undefined }, 'The token\'s "exp" is not as expected.'],
  ["an end that is text", { ...WHOLE, exp: `${SECOND + 60}` as never }, 'The token\'s "exp" is not as expected.'],
  ["an end beyond all time", { ...WHOLE, exp: 1e15 }, 'The token\'s "exp" is not a time.'],
  ["an end a second ago", { ...WHOLE, exp: SECOND - 1 }, "The token has expired."],
  ["an end long ago", { ...WHOLE, exp: SECOND - 3600 }, "The token has expired."],
  ["its end just now", { ...WHOLE, exp: SECOND }, "The token has expired."],
  ["a start over a minute ahead", { ...WHOLE, iat: SECOND + 62 }, 'The token\'s "iat" lies in the future.'],
  ["a start that is text", { ...WHOLE, iat: "now" as never }, 'The token\'s "iat" is not as expected.'],
  ["a time before which it is not valid", { ...WHOLE, nbf: SECOND + 62 }, 'The token\'s "nbf" is not as expected.'],
  ["nobody", { ...WHOLE, sub: undefined }, 'The token\'s "sub" is not as expected.'],
  ["an empty subject", { ...WHOLE, sub: "" }, 'The token\'s "sub" names nobody.'],
  ["a subject that is no text", { ...WHOLE, sub: 7 as never }, 'The token\'s "sub" names nobody.'],
])("a token with %s is refused", async (_, claims, message) => {
  await expect(verify(await sign(claims), NOW)).rejects.toEqual(new InvalidToken(message));
});

test("clocks may differ by a minute at a token's start", async () => {
  const token = await sign({ ...WHOLE, iat: SECOND + 59, nbf: SECOND + 59 });
  await expect(verify(token, NOW)).resolves.toMatchObject({ subject: "per_1" });
});

test("a token signed with another secret is refused", async () => {
  const token = await sign(WHOLE, { secret: `${SECRET}!` });
  await expect(verify(token, NOW)).rejects.toEqual(new InvalidToken("The token is not genuine."));
});

test("a token without a signature is refused", async () => {
  const unsigned = new UnsecuredJWT(WHOLE).encode();
  await expect(verify(unsigned, NOW)).rejects.toBeInstanceOf(InvalidToken);
  await expect(verify(`${unsigned}c2lnbmF0dXJl`, NOW)).rejects.toBeInstanceOf(InvalidToken);
});

test.each(["HS384", "HS512"])("a token signed with %s is refused, though the secret is right", async (alg) => {
  const token = await sign(WHOLE, { alg });
  await expect(verify(token, NOW)).rejects.toEqual(
    new InvalidToken("The token is signed with an algorithm that is not accepted."),
  );
});

test("a token signed with somebody's private key is refused", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const token = await new SignJWT(WHOLE).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
  await expect(verify(token, NOW)).rejects.toBeInstanceOf(InvalidToken);
});

test("a token changed in any part is refused", async () => {
  const [head = "", body = "", seal = ""] = (await sign(WHOLE)).split(".");
  const other = Buffer.from(JSON.stringify({ ...WHOLE, sub: "per_2" })).toString("base64url");
  const otherHead = Buffer.from('{"alg":"HS256","kid":"x"}').toString("base64url");

  await expect(verify(`${head}.${body}.${seal}`, NOW)).resolves.toMatchObject({ subject: "per_1" });
  for (const changed of [
    `${head}.${other}.${seal}`,
    `${otherHead}.${body}.${seal}`,
    `${head}.${body}.${seal.slice(2)}`,
  ]) {
    await expect(verify(changed, NOW)).rejects.toEqual(new InvalidToken("The token is not genuine."));
  }
});

test.each(["x", "a.b.c", "..", "a.b.c.d.e"])("%s is no token", async (text) => {
  await expect(verify(text, NOW)).rejects.toBeInstanceOf(InvalidToken);
});

test("a short secret neither signs nor verifies", async () => {
  const secret = "k".repeat(31);
  await expect(mintToken({ personId: "per_1", secret, ttl: 60 })).rejects.toThrow("at least 32 bytes");
  expect(() => tokenVerifier({ kind: "secret", secret })).toThrow("at least 32 bytes");
});

test.each([
  ["Bearer abc.def.ghi", "abc.def.ghi"],
  ["bearer  abc== ", "abc=="],
  [undefined, null],
  [null, null],
  ["", null],
])("Authorization %j presents %j", (header, token) => {
  expect(bearer(header)).toBe(token);
});

test.each(["Bearer", "Bearer ", "abc.def.ghi", "Basic abc", "Bearer a b", "Bearer a,b", " ", 7, {}, ["Bearer a"]])(
  "Authorization %j is malformed",
  (header) => {
    expect(() => bearer(header)).toThrow(InvalidToken);
  },
);

test.each([
  ["30s", 30],
  ["15m", 900],
  ["1h", 3600],
  ["2d", 172_800],
  ["30d", 2_592_000],
])("%s is %i seconds", (text, seconds) => {
  expect(parseTtl(text)).toBe(seconds);
});

test.each(["", "0s", "31d", "721h", "1.5h", "-1h", "1w", "1 h", "1h30m", "h", "9999999d"])(
  "%j is no token's time",
  (text) => {
    expect(() => parseTtl(text)).toThrow("such as 30s, 15m, 1h or 2d, and at most 30d");
  },
);
