/** Who pays. */
export enum Payer {
  BOARD = "BOARD",
  TRAINEE = "TRAINEE",
}
