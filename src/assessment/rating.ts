/** How an area of competency was judged. */
export enum Rating {
  NOT_YET_EVIDENCED = "NOT_YET_EVIDENCED",
  DEVELOPING = "DEVELOPING",
  MET = "MET",
  STRENGTH = "STRENGTH",
}
