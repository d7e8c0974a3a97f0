/** What has become of a request for information. */
export enum InformationState {
  OPEN = "OPEN",
  ANSWERED = "ANSWERED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
}
