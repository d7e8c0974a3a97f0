/** How a fidelity concern was closed. */
export enum FidelityOutcome {
  UNFOUNDED = "UNFOUNDED",
  PUT_RIGHT = "PUT_RIGHT",
  UPHELD = "UPHELD",
}
