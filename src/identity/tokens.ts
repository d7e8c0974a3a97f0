import { createRemoteJWKSet, errors, JWTPayload, JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import { Auth } from "../config";

/** Issuer and audience of the tokens that Tandem signs itself. */
const TANDEM = "tandem";
const SECRET_BYTES = 32;

/** Clocks differ: how far "issued at" and "not before" may lie ahead. An expired token has no such grace. */
const AHEAD_SECONDS = 60;

/** Who a genuine token speaks for, and until when. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly expiresAt: Date;
  /** Null where the token does not say. */
  readonly issuedAt: Date | null;
}

export interface TokenVerifier {
  /** The claims of a genuine token; throws InvalidToken, or KeysUnavailable where nobody can tell. */
  verify(token: string, now?: Date): Promise<TokenClaims>;
}

/** A token was presented and cannot be accepted. The message may be shown to whoever sent it. */
export class InvalidToken extends Error {
  override readonly name = "InvalidToken";
}

/** The provider's keys cannot be read just now, which says nothing about the token. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

const keyOf = (secret: string): Uint8Array => {
  const key = new TextEncoder().encode(secret);
  if (key.length < SECRET_BYTES) throw new RangeError(`A token's secret has at least ${SECRET_BYTES} bytes.`);
  return key;
};

/** Signs a token with which a person speaks for `ttl` seconds. */
export const mintToken = async (
  { personId, secret, ttl }: { personId: string; secret: string; ttl: number },
  now = new Date(),
): Promise<string> => {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(TANDEM)
    .setAudience(TANDEM)
    .setSubject(personId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ttl)
    .sign(keyOf(secret));
};

/** Verifies tokens against one secret or one provider. The list of algorithms is ours, never the token's to choose. */
export const tokenVerifier = (auth: Auth): TokenVerifier => {
  const { keys, ...expected } = trust(auth);
  return {
    verify: async (token, now = new Date()) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          ...expected,
          requiredClaims: ["exp", "sub"],
          clockTolerance: AHEAD_SECONDS,
          currentDate: now,
        });
        return claims(payload, now);
      } catch (error) {
        if (error instanceof KeysUnavailable || error instanceof InvalidToken) throw error;
        throw new InvalidToken(reason(error), { cause: error });
      }
    },
  };
};

interface Trust {
  readonly keys: JWTVerifyGetKey;
  readonly algorithms: string[];
  readonly issuer: string;
  readonly audience: string;
}

const trust = (auth: Auth): Trust => {
  if (auth.kind === "secret") {
    const key = keyOf(auth.secret);
    return { keys: async () => key, algorithms: ["HS256"], issuer: TANDEM, audience: TANDEM };
  }
  const { issuer, audience } = auth;
  return { keys: published(new URL(auth.url)), algorithms: ["RS256", "ES256", "EdDSA"], issuer, audience };
};

/** The provider's keys, kept and read again by jose; tells a key that is not there from a provider that is not. */
const published = (url: URL): JWTVerifyGetKey => {
  const keys = createRemoteJWKSet(url);
  const faultOfToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (faultOfToken.some((kind) => error instanceof kind)) throw error;
      throw new KeysUnavailable("The identity provider's keys cannot be read.", { cause: error });
    }
  };
};

const claims = ({ iss, sub, exp, iat }: JWTPayload, now: Date): TokenClaims => {
  const expiresAt = new Date((exp ?? Number.NaN) * 1000);
  if (Number.isNaN(expiresAt.getTime())) throw new InvalidToken('The token\'s "exp" is not a time.');
  if (expiresAt <= now) throw new InvalidToken("The token has expired.");
  if ((iat ?? 0) * 1000 > now.getTime() + AHEAD_SECONDS * 1000) {
    throw new InvalidToken('The token\'s "iat" lies in the future.');
  }
  if (typeof iss !== "string" || typeof sub !== "string" || sub === "") {
    throw new InvalidToken('The token\'s "sub" names nobody.');
  }
  return { issuer: iss, subject: sub, expiresAt, issuedAt: iat === undefined ? null : new Date(iat * 1000) };
};

const reason = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return "The token has expired.";
  if (error instanceof errors.JWTClaimValidationFailed) return `The token's "${error.claim}" is not as expected.`;
  if (error instanceof errors.JOSEAlgNotAllowed) return "The token is signed with an algorithm that is not accepted.";
  return "The token is not genuine.";
};

/** The token of an `Authorization` value; `null` where nothing is presented. A WebSocket may send any JSON here. */
export const bearer = (authorization: unknown): string | null => {
  if (authorization === undefined || authorization === null || authorization === "") return null;
  const form = typeof authorization === "string" ? /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization) : null;
  if (!form?.[1]) throw new InvalidToken('Authorization is not of the form "Bearer <token>".');
  return form[1];
};

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const LONGEST = 30 * 86_400;

/** The seconds of `30s`, `15m`, `1h` or `2d`. */
export const parseTtl = (text: string): number => {
  const [, amount = "", unit = ""] = /^(\d{1,7})([smhd])$/.exec(text) ?? [];
  const seconds = Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (!(seconds >= 1 && seconds <= LONGEST)) {
    throw new RangeError("A token's time is a number and s, m, h or d, such as 30s, 15m, 1h or 2d, and at most 30d.");
  }
  return seconds;
};
