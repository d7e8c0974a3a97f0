/** How far an application for a place has come. */
export enum ApplicationState {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  OFFERED = "OFFERED",
  WAITING = "WAITING",
  REFUSED = "REFUSED",
  CONFIRMED = "CONFIRMED",
  ENROLLED = "ENROLLED",
  DECLINED = "DECLINED",
  WITHDRAWN = "WITHDRAWN",
}
