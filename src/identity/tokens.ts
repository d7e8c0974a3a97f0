import { errors, JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import { Auth } from "../config";
import { AHEAD_SECONDS, claimsOf, InvalidToken, TANDEM, TokenClaims } from "./claims";
import { KeysUnavailable, ProviderKeys } from "./provider-keys";

const SECRET_BYTES = 32;

/** Longer ones are not looked at: a request's headers have 16 KiB for all of them. */
const LONGEST_TOKEN = 8_192;

export interface TokenVerifier {
  /** The claims of a genuine token; throws InvalidToken, or KeysUnavailable where nobody can tell. */
  verify(token: string, now?: Date): Promise<TokenClaims>;
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

/**
 * Verifies tokens against one secret or one provider. The list of algorithms and the keys are ours, never the token's
 * to choose. `onFault` hears why a provider's keys could not be read.
 */
export const tokenVerifier = (auth: Auth, onFault?: (error: unknown) => void): TokenVerifier => {
  const { keys, ...expected } = trust(auth, onFault);
  return {
    verify: async (token, now = new Date()) => {
      if (token.length > LONGEST_TOKEN) throw new InvalidToken(`A token has at most ${LONGEST_TOKEN} characters.`);
      try {
        const { payload } = await jwtVerify(token, keys, {
          ...expected,
          requiredClaims: ["exp", "sub"],
          clockTolerance: AHEAD_SECONDS,
          currentDate: now,
        });
        return claimsOf(payload, now);
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

const trust = (auth: Auth, onFault: (error: unknown) => void = () => undefined): Trust => {
  if (auth.kind === "secret") {
    const key = keyOf(auth.secret);
    return { keys: async () => key, algorithms: ["HS256"], issuer: TANDEM, audience: TANDEM };
  }
  const { url, issuer, audience } = auth;
  // Of our own issuer the subject is a person's id: such a provider could name anybody.
  if (issuer === TANDEM) throw new RangeError(`No provider may speak as ${TANDEM}.`);
  const published = new ProviderKeys(url, { onFault });
  return { keys: (...asked) => published.find(...asked), algorithms: ["RS256", "ES256", "EdDSA"], issuer, audience };
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
