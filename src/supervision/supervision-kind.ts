/** How supervision is given. */
export enum SupervisionKind {
  GROUP = "GROUP",
  INDIVIDUAL = "INDIVIDUAL",
}
