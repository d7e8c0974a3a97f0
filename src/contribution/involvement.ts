/** In what role somebody took part in a review. */
export enum Involvement {
  REVIEW_TEAM = "REVIEW_TEAM",
  CASE_GROUP = "CASE_GROUP",
  PRACTITIONER = "PRACTITIONER",
  FAMILY_MEMBER = "FAMILY_MEMBER",
  BOARD = "BOARD",
  OTHER = "OTHER",
}
