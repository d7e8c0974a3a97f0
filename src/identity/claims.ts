import { isEmail } from "class-validator";
import { JWTPayload } from "jose";

/** Issuer and audience of the tokens that Tandem signs itself, whose subject is a person's id. */
export const TANDEM = "tandem";

/** Clocks differ: how far "issued at" and "not before" may lie ahead. An expired token has no such grace. */
export const AHEAD_SECONDS = 60;

/** Who a genuine token speaks for, and until when. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly expiresAt: Date;
  /** Null where the token does not say. */
  readonly issuedAt: Date | null;
  /** What its issuer calls them; null where the token does not say. */
  readonly name: string | null;
  /** An address its issuer has verified to be theirs; null where it has not, or does not say. */
  readonly email: string | null;
}

/** A token was presented and cannot be accepted. The message may be shown to whoever sent it. */
export class InvalidToken extends Error {
  override readonly name = "InvalidToken";
}

/** What OpenID Connect allows a subject to be. Spaces at its end would be lost on MySQL, where "ada " equals "ada". */
const SUBJECT = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/** Reads the claims of a token whose signature, issuer and audience are right. */
export const claimsOf = ({ iss, sub, exp, iat, ...more }: JWTPayload, now: Date): TokenClaims => {
  const expiresAt = moment("exp", exp ?? Number.NaN);
  if (expiresAt <= now) throw new InvalidToken("The token has expired.");
  const issuedAt = iat === undefined ? null : moment("iat", iat);
  if (issuedAt && issuedAt.getTime() > now.getTime() + AHEAD_SECONDS * 1000) {
    throw new InvalidToken('The token\'s "iat" lies in the future.');
  }
  if (typeof iss !== "string" || typeof sub !== "string" || !SUBJECT.test(sub)) {
    throw new InvalidToken('The token\'s "sub" names nobody.');
  }
  return { issuer: iss, subject: sub, expiresAt, issuedAt, name: nameIn(more), email: emailIn(more) };
};

const moment = (claim: string, seconds: number): Date => {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) throw new InvalidToken(`The token's "${claim}" is not a time.`);
  return date;
};

const MOST_NAME = 200;

const nameIn = ({ name }: JWTPayload): string | null => {
  if (typeof name !== "string") return null;
  const plain = name.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return [...plain].slice(0, MOST_NAME).join("") || null;
};

/** Only `true` is verified: providers have been seen to send "false" as text. */
const emailIn = ({ email, email_verified: verified }: JWTPayload): string | null =>
  verified === true && typeof email === "string" && email.length <= 254 && isEmail(email) ? email : null;
