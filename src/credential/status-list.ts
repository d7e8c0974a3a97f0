import { gzipSync } from "node:zlib";
import type { Row } from "../database/database";
import { addressesUnder } from "./addresses";
import { inSeconds, Signable } from "./signature";
import { CredentialStatus } from "./status.rules";
import { BITS, ENTRIES, MESSAGES, STATUS_SIZE } from "./status-entry";

/** So long a list may be kept before it is asked for again: so late a verifier hears at most of a lapse or a withdrawal. */
export const FRESH_MS = 5 * 60_000;
/** And so long it is of any worth: nobody can go on showing the list of an earlier day. */
const WORTH_MS = 24 * 60 * 60_000;

/** Where one credential stands. */
export interface Entry {
  readonly statusIndex: number;
  readonly status: CredentialStatus;
}

const set = (bytes: Buffer, bit: number): void => {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
};

/**
 * Some verifiers overlook that an entry has two bits, and read the one that the index itself counts to. Where it lies no
 * entry is: only the upper half of the indexes is given. So it can say the same to them.
 */
const mirrored = (bytes: Buffer, { statusIndex, status }: Entry): void => {
  if (status !== CredentialStatus.VALID) set(bytes, statusIndex);
};

/** The bits of a list: the entry with index 0 is the leftmost. */
export const bitstring = (entries: readonly Entry[]): Buffer => {
  const bytes = Buffer.alloc((ENTRIES * STATUS_SIZE) / 8);
  for (const entry of entries) {
    const first = entry.statusIndex * STATUS_SIZE;
    if (BITS[entry.status] & 0b10) set(bytes, first);
    if (BITS[entry.status] & 0b01) set(bytes, first + 1);
    mirrored(bytes, entry);
  }
  return bytes;
};

/**
 * The status list of a programme's credentials, as W3C's Bitstring Status List 1.0 has it. It is the same for everybody
 * who asks within the time that it stays fresh, on every instance.
 */
export const statusListOf = (
  { id: programmeId, name }: Row,
  entries: readonly Entry[],
  base: string,
  now: Date,
): Signable => {
  const { issuer, statusList } = addressesUnder(base);
  const id = statusList(programmeId as string);
  const from = Math.floor(now.getTime() / FRESH_MS) * FRESH_MS;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: { id: issuer(programmeId as string), type: ["Profile"], name },
    validFrom: inSeconds(from),
    validUntil: inSeconds(from + WORTH_MS),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "message",
      // Multibase: `u` says that base64url follows.
      encodedList: `u${gzipSync(bitstring(entries)).toString("base64url")}`,
      statusSize: STATUS_SIZE,
      statusMessages: MESSAGES,
      ttl: FRESH_MS,
    },
  };
};
