import { CompactSign, importPKCS8 } from "jose";
import type { Sealed } from "../identity/sealed";
import { addressesUnder } from "./addresses";
import { ALGORITHM, opened } from "./signing-keys";

/** What a credential is signed with: a key, what opens it, and the address under which its other half is published. */
export interface Signing {
  readonly key: Parameters<typeof opened>[0];
  readonly sealed: Sealed;
  readonly base: string;
}

/** A verifiable credential, as far as its signature repeats it. */
export interface Signable {
  readonly id: string;
  readonly issuer: Named;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: Named;
  readonly [more: string]: unknown;
}

/** What has an address or a name, and whatever else is said of it. */
interface Named {
  readonly id: string;
  readonly [more: string]: unknown;
}

const seconds = (moment: string): number => Date.parse(moment) / 1_000;

/** A moment in whole seconds: what a signature repeats has no others. */
export const inSeconds = (moment: Date | number): string => new Date(moment).toISOString().replace(/\.\d{3}Z$/, "Z");

/**
 * Signs a credential as Open Badges 3.0 has it ("JSON Web Token Proof Format"): the payload is the credential with the
 * registered claims that repeat it, and the header has no other members than these.
 */
export const signed = async (credential: Signable, { key, sealed, base }: Signing): Promise<string> => {
  const claims = {
    iss: credential.issuer.id,
    jti: credential.id,
    nbf: seconds(credential.validFrom),
    sub: credential.credentialSubject.id,
    ...(credential.validUntil === undefined ? {} : { exp: seconds(credential.validUntil) }),
  };
  return new CompactSign(Buffer.from(JSON.stringify({ ...credential, ...claims })))
    .setProtectedHeader({ alg: ALGORITHM, kid: addressesUnder(base).key(key.id), typ: "JWT" })
    .sign(await importPKCS8(opened(key, sealed), ALGORITHM));
};
