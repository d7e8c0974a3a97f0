import { createPublicKey, verify } from "node:crypto";
import { gunzipSync } from "node:zlib";

/** A verifiable credential, as its signature carries it. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it reads.
export type Payload = Record<string, any>;

/** How what is published is read: a request to an address, and nothing else of the server. */
export type Fetch = (url: string) => Promise<{ status: number; type: string; body: string }>;

const json = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));

export const payloadOf = (jwt: string): Payload => json(jwt.split(".")[1] as string);
export const headerOf = (jwt: string): Payload => json(jwt.split(".")[0] as string);

/**
 * What somebody finds who has a credential and can read what is published: written from the specifications (Open Badges
 * 3.0, "Verify a Credential"; Bitstring Status List 1.0, "Validate Algorithm") with no code of the server's.
 */
export const outsider = (fetch: Fetch) => {
  /** Verifies the signature by the key whose address it names, and that the claims repeat the credential. */
  const genuine = async (jwt: string, now: Date): Promise<Payload> => {
    const [header, payload, signature] = jwt.split(".") as [string, string, string];
    const { alg, kid } = json(header);
    if (alg !== "RS256") throw new Error("Not RS256.");
    const { body } = await fetch(kid);
    const key = createPublicKey({ key: JSON.parse(body), format: "jwk" });
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))) throw new Error("Not genuine.");
    const said = json(payload);
    const repeats =
      said.iss === said.issuer.id &&
      said.jti === said.id &&
      said.sub === said.credentialSubject.id &&
      said.nbf * 1_000 === Date.parse(said.validFrom);
    if (!repeats) throw new Error("The claims are not the credential's.");
    if (said.nbf * 1_000 > now.getTime()) throw new Error("Not yet valid.");
    if (said.exp !== undefined && said.exp * 1_000 <= now.getTime()) throw new Error("No longer valid.");
    return said;
  };

  /** The number that stands in the list for a credential, read as the entry says it is to be read. */
  const statusIn = (list: Payload, entry: Payload): number => {
    const { statusPurpose, encodedList } = list.credentialSubject;
    if (statusPurpose !== entry.statusPurpose) throw new Error("Another purpose.");
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"));
    const size = entry.statusSize ?? 1;
    if ((bits.length * 8) / size < 131_072) throw new Error("Too short a list.");
    let status = 0;
    for (let bit = 0; bit < size; bit += 1) {
      const at = Number(entry.statusListIndex) * size + bit;
      status = status * 2 + (((bits[at >> 3] as number) >> (7 - (at & 7))) & 1);
    }
    return status;
  };

  return {
    genuine,
    statusIn,
    /** What the status of a genuine credential is called. */
    status: async (jwt: string, now: Date): Promise<string> => {
      const credential = await genuine(jwt, now);
      const entry = credential.credentialStatus;
      const list = await genuine((await fetch(entry.statusListCredential)).body, now);
      if (list.issuer.id !== credential.issuer.id) throw new Error("Another issuer's list.");
      const found = `0x${statusIn(list, entry).toString(16)}`;
      return entry.statusMessage.find(({ status }: Payload) => status === found).message;
    },
  };
};
