/** The formats in which a review is offered to boards, from the fullest to the lightest. */
export enum ReviewFormat {
  FULL = "FULL",
  INTENSIVE = "INTENSIVE",
  SPEED_PLUS = "SPEED_PLUS",
  MID_RANGE = "MID_RANGE",
  FOCUSED = "FOCUSED",
  THEMED = "THEMED",
}
