/** The three sources evidence comes from. */
export enum EvidenceSource {
  DOCUMENT = "DOCUMENT",
  OTHERS = "OTHERS",
  TRAINEE = "TRAINEE",
}
