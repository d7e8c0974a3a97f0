/** How far a document has come. */
export enum DocumentState {
  AWAITED = "AWAITED",
  STORED = "STORED",
  REMOVED = "REMOVED",
}
