/** Whom safeguarding is about. The model works across both. */
export enum Sector {
  CHILDREN = "CHILDREN",
  ADULTS = "ADULTS",
}
