/** Who makes an offer: the member of the pair whose rate it is, or the board. */
export enum RateSide {
  MEMBER = "MEMBER",
  BOARD = "BOARD",
}
