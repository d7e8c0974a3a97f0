import { generateKeyPairSync } from "node:crypto";
import { decodeJwt, JWTPayload, SignJWT } from "jose";
import { InvalidToken } from "../../src/identity/claims";
import { bearer, mintToken, parseTtl, tokenVerifier } from "../../src/identity/tokens";

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
    name: null,
    email: null,
  });
});

test("a token that anyone with the secret signs is as good", async () => {
  const { iat: _, ...claims } = WHOLE;
  await expect(verify(await sign(claims), NOW)).resolves.toMatchObject({ subject: "per_1", issuedAt: null });
});

test("a token signed with another secret is refused", async () => {
  const token = await sign(WHOLE, { secret: `${SECRET}!` });
  await expect(verify(token, NOW)).rejects.toEqual(new InvalidToken("The token is not genuine."));
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
