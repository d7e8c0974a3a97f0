/** R50: what the programme fee pays for. Individual supervision is charged to the board: it is not among them. */
export enum FeeCover {
  COURSE = "COURSE",
  GROUP_SUPERVISION = "GROUP_SUPERVISION",
  ASSESSMENT = "ASSESSMENT",
}

/** R50 (E19): the same for every fee. */
export const COVERED: readonly FeeCover[] = [FeeCover.COURSE, FeeCover.GROUP_SUPERVISION, FeeCover.ASSESSMENT];
