/** What a document is to the programme. */
export enum DocumentPurpose {
  CV = "CV",
  EVIDENCE = "EVIDENCE",
  REPORT = "REPORT",
}
