import { GraphQLError } from "graphql";
import type { Database } from "../database/database";
import { requestError, unauthenticated } from "../operation/errors";
import { loadScopes } from "../scope/load";
import { PUBLIC, Scope } from "../scope/scope";
import { isEnded } from "./signed-out";
import { bearer, InvalidToken, KeysUnavailable, TokenClaims, TokenVerifier } from "./tokens";

/** Who asks. Without a token, the public. */
export interface Caller {
  readonly personId: string | null;
  readonly scope: Scope;
  /** When the token was issued, where it tells, and when it ends; null without one. */
  readonly issuedAt: Date | null;
  readonly expiresAt: Date | null;
}

const NOBODY: Caller = { personId: null, scope: PUBLIC, issuedAt: null, expiresAt: null };

/** The token's own issuer, whose subject is a person's id. */
const TANDEM = "tandem";

const refused = (message: string): GraphQLError => {
  const { extensions } = unauthenticated();
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 401 } } });
};

/** Tells who presents an `Authorization` value, and what they may see now. Throws UNAUTHENTICATED for a token that is no good. */
export const authenticate = async (db: Database, verifier: TokenVerifier, authorization: unknown): Promise<Caller> => {
  let claims: TokenClaims;
  try {
    const token = bearer(authorization);
    if (token === null) return NOBODY;
    claims = await verifier.verify(token);
  } catch (error) {
    if (error instanceof KeysUnavailable) throw requestError("UNAVAILABLE", error.message);
    if (error instanceof InvalidToken) throw refused(error.message);
    throw error;
  }
  const personId = await personOf(db, claims);
  const scope = personId && (await loadScopes(db, [personId])).get(personId);
  if (!scope) throw refused("The token's person is not known here, or may no longer sign in.");
  return { personId: scope.personId, scope, issuedAt: claims.issuedAt, expiresAt: claims.expiresAt };
};

const personOf = async (db: Database, { issuer, subject, issuedAt }: TokenClaims): Promise<string | null> => {
  const [where, values] = issuer === TANDEM ? ["id = ?", [subject]] : ["issuer = ? AND subject = ?", [issuer, subject]];
  const [person] = await db.rows(`SELECT id, signedOutAt FROM person WHERE ${where}`, values);
  if (!person) return null;
  return isEnded(issuedAt, person.signedOutAt) ? null : (person.id as string);
};
