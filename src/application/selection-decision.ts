/** What a programme lead decides on an application. */
export enum SelectionDecision {
  OFFER = "OFFER",
  WAITING_LIST = "WAITING_LIST",
  REFUSE = "REFUSE",
}
