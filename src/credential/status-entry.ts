import { randomInt } from "node:crypto";
import { addressesUnder } from "./addresses";
import { CredentialStatus } from "./status.rules";

/** How many entries a status list must have at least, so that who asks for it tells nobody whom they ask about. */
export const ENTRIES = 131_072;

/** Bits an entry. */
export const STATUS_SIZE = 2;

/**
 * What the bits of an entry say. An Open Badge has one status entry and no more, so one entry says both; its first bit
 * alone tells whether the credential is to be relied on, for verifiers that read no further.
 */
export const BITS: Readonly<Record<CredentialStatus, number>> = {
  [CredentialStatus.VALID]: 0b00,
  [CredentialStatus.SUSPENDED]: 0b10,
  [CredentialStatus.REVOKED]: 0b11,
};

/** The same in words: for people who build verifiers. */
export const MESSAGES = [
  { status: "0x0", message: "valid" },
  { status: "0x1", message: "undefined" },
  { status: "0x2", message: "suspended" },
  { status: "0x3", message: "revoked" },
];

/** A place in the list. Only the upper half is given: see `mirrored` in status-list. */
export const drawnIndex = (): number => randomInt(ENTRIES / 2, ENTRIES);

/** What a credential says of where its status stands. */
export const statusEntry = (base: string, programmeId: string, statusIndex: number) => {
  const list = addressesUnder(base).statusList(programmeId);
  return {
    id: `${list}#${statusIndex}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "message",
    statusListIndex: String(statusIndex),
    statusListCredential: list,
    statusSize: STATUS_SIZE,
    statusMessage: MESSAGES,
  };
};
