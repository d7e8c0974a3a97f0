import { GraphQLError } from "graphql";
import type { Database } from "../database/database";
import { Log } from "../log/log";
import { requestError, unauthenticated } from "../operation/errors";
import { firstSignIn } from "../person/first-sign-in";
import { loadScopes } from "../scope/load";
import { PUBLIC, Scope } from "../scope/scope";
import { InvalidToken, TANDEM, TokenClaims } from "./claims";
import { KeysUnavailable } from "./provider-keys";
import { isEnded } from "./signed-out";
import { bearer, TokenVerifier } from "./tokens";

/** Who asks. Without a token, the public. */
export interface Caller {
  readonly personId: string | null;
  readonly scope: Scope;
  /** When the token was issued, where it tells, and when it ends; null without one. */
  readonly issuedAt: Date | null;
  readonly expiresAt: Date | null;
}

const NOBODY: Caller = { personId: null, scope: PUBLIC, issuedAt: null, expiresAt: null };

interface House {
  readonly db: Database;
  readonly log: Log;
  readonly verifier: TokenVerifier;
}

const refused = (message: string): GraphQLError => {
  const { extensions } = unauthenticated();
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 401 } } });
};

/**
 * Tells who presents an `Authorization` value, and what they may see now. Throws UNAUTHENTICATED for a token that is no
 * good. A provider's subject who comes for the first time becomes known here.
 */
export const authenticate = async (house: House, authorization: unknown): Promise<Caller> => {
  let claims: TokenClaims;
  try {
    const token = bearer(authorization);
    if (token === null) return NOBODY;
    claims = await house.verifier.verify(token);
  } catch (error) {
    if (error instanceof KeysUnavailable) throw requestError("UNAVAILABLE", error.message);
    if (error instanceof InvalidToken) throw refused(error.message);
    throw error;
  }
  const personId = await personOf(house, claims);
  const scope = personId && (await loadScopes(house.db, [personId])).get(personId);
  if (!scope) throw refused("The token's person is not known here, or may no longer sign in.");
  return { personId: scope.personId, scope, issuedAt: claims.issuedAt, expiresAt: claims.expiresAt };
};

const ENDED =
  "The token was ended by signing out everywhere: sign in again. Clocks differ, so a new token counts a minute after that.";

const personOf = async (house: House, claims: TokenClaims): Promise<string | null> => {
  let person = await known(house.db, claims);
  if (!person && claims.issuer !== TANDEM) {
    await firstSignIn(house, claims);
    person = await known(house.db, claims);
  }
  if (!person) return null;
  if (isEnded(claims.issuedAt, person.signedOutAt)) throw refused(ENDED);
  return person.id as string;
};

const known = async (db: Database, { issuer, subject }: TokenClaims) => {
  const [where, values] = issuer === TANDEM ? ["id = ?", [subject]] : ["issuer = ? AND subject = ?", [issuer, subject]];
  const [person] = await db.rows(`SELECT id, signedOutAt FROM person WHERE ${where}`, values);
  return person;
};
