import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, JWTPayload } from "jose";
import { standing } from "../accreditation/accreditation.rules";
import { AccreditationStanding } from "../accreditation/accreditation-standing";
import { RELEASED } from "../accreditation/seen";
import type { Context } from "../context";
import type { Row } from "../database/database";
import { londonDay } from "../time";
import { ISSUERS } from "./addresses";
import { idOfUrn } from "./names";
import { ALGORITHM, published, signingKeys } from "./signing-keys";
import { CredentialStatus, credentialStatus } from "./status.rules";

/** What a credential turns out to be: what its status is or, where it is none of ours, that. */
export const CredentialVerdict = { ...CredentialStatus, NOT_GENUINE: "NOT_GENUINE" } as const;
export type CredentialVerdict = (typeof CredentialVerdict)[keyof typeof CredentialVerdict];

/** Why a credential is not taken for one. */
export enum CredentialFault {
  MALFORMED = "MALFORMED",
  OTHER_ISSUER = "OTHER_ISSUER",
  UNKNOWN_KEY = "UNKNOWN_KEY",
  ALTERED = "ALTERED",
  NOT_ON_RECORD = "NOT_ON_RECORD",
  NOT_YET_VALID = "NOT_YET_VALID",
}

/** What anybody is told who has a credential. */
export interface CredentialCheck {
  readonly verdict: CredentialVerdict;
  readonly why: CredentialFault | null;
  readonly reference: string | null;
  readonly standing: AccreditationStanding | null;
}

/** Ours have some five thousand characters. */
export const MOST_CHARACTERS = 16_384;

const notGenuine = (why: CredentialFault): CredentialCheck => ({
  verdict: CredentialVerdict.NOT_GENUINE,
  why,
  reference: null,
  standing: null,
});

interface Presented {
  readonly keyId: string;
  readonly claims: JWTPayload;
}

/** Three parts as whoever signs writes them: what reads as the same bytes and is another text is not the same credential. */
const isCompact = (jwt: string): boolean => {
  const parts = jwt.split(".");
  return parts.length === 3 && parts.every((part) => Buffer.from(part, "base64url").toString("base64url") === part);
};

/** What it says of itself, before anything is believed; null where it is not of the form that ours have. */
const presented = (jwt: string): Presented | null => {
  if (jwt.length > MOST_CHARACTERS || !isCompact(jwt)) return null;
  try {
    const { alg, kid } = decodeProtectedHeader(jwt);
    const claims = decodeJwt(jwt);
    if (alg !== ALGORITHM || typeof kid !== "string") return null;
    return { keyId: kid.slice(kid.lastIndexOf("/") + 1), claims };
  } catch {
    return null;
  }
};

/**
 * Tells what a credential is, to whoever has it. The key is one of ours by its id, and never one that the credential
 * brings: where the server had another address when it signed, the signature is as good.
 */
export const checkCredential = async (ctx: Context, jwt: string): Promise<CredentialCheck> => {
  const said = presented(jwt);
  if (!said) return notGenuine(CredentialFault.MALFORMED);
  const key = (await signingKeys(ctx.db.rows)).find(({ id }) => id === said.keyId);
  if (!key) {
    const ours = `${ctx.publicUrl ?? ""}${ISSUERS}/`;
    const claimsOurs = typeof said.claims.iss === "string" && said.claims.iss.startsWith(ours);
    return notGenuine(claimsOurs ? CredentialFault.UNKNOWN_KEY : CredentialFault.OTHER_ISSUER);
  }
  try {
    await compactVerify(jwt, await importJWK(published(key, ""), ALGORITHM), { algorithms: [ALGORITHM] });
  } catch {
    return notGenuine(CredentialFault.ALTERED);
  }
  return onRecord(ctx, said.claims);
};

/** What is held of a credential whose signature is ours. */
const onRecord = async ({ db, now }: Context, { jti, nbf }: JWTPayload): Promise<CredentialCheck> => {
  const id = idOfUrn(jti);
  const [held] = id === null ? [] : await db.rows(ABOUT, [id]);
  if (!held) return notGenuine(CredentialFault.NOT_ON_RECORD);
  // Before its accreditation is released a credential is nobody's to show, whoever it came from.
  if (!Number(held.released) || Number(nbf) * 1_000 > now.getTime()) return notGenuine(CredentialFault.NOT_YET_VALID);
  const today = londonDay(now);
  return {
    verdict: credentialStatus(held as never, today),
    why: null,
    reference: held.reference as string,
    standing: standing(held as never, today),
  };
};

const HELD = "t.reviewDueOn, t.lapsesOn, t.conditionsUntil, t.withdrawnOn, c.revokedOn";
const ABOUT = `SELECT ${HELD}, t.reference, ${RELEASED} AS released
  FROM credential c JOIN accreditation t ON t.id = c.accreditationId WHERE c.id = ?`;

/** The status of each credential of a programme, by its place in the list. */
export const statusesOf = async ({ db, now }: Context, programmeId: string) => {
  const rows: Row[] = await db.rows(
    `SELECT c.statusIndex, ${HELD} FROM credential c JOIN accreditation t ON t.id = c.accreditationId
     WHERE t.programmeId = ?`,
    [programmeId],
  );
  const today = londonDay(now);
  return rows.map((held) => ({
    statusIndex: Number(held.statusIndex),
    status: credentialStatus(held as never, today),
  }));
};
