/** Why somebody's data is erased. A closed list: the entry that tells of it stays, and must not speak of the person. */
export enum ErasureReason {
  REQUESTED = "REQUESTED",
  NO_LONGER_NEEDED = "NO_LONGER_NEEDED",
  LEGAL_DUTY = "LEGAL_DUTY",
}

/** The reason of an erasure that nobody asked for. */
export const RETENTION = "Retention";

export const IN_WORDS: Readonly<Record<ErasureReason, string>> = {
  [ErasureReason.REQUESTED]: "They asked for it.",
  [ErasureReason.NO_LONGER_NEEDED]: "It is no longer needed.",
  [ErasureReason.LEGAL_DUTY]: "The law requires it.",
};
