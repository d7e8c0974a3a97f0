/**
 * How ready each trainee of this world is: of each rule how much there is, and how much it needs. Course days, the pair,
 * a safeguarding board, both rates, group days within the review, the review with its quality, sources of evidence.
 */
export const READINESS: Readonly<Record<string, string>> = {
  Ada: "E4 2/2 E6 2/2 E7 1/1 E8 2/2 E9 2/1 E11 2/2 E12 3/3",
  Ben: "E4 2/2 E6 2/2 E7 1/1 E8 2/2 E9 1/1 E11 2/2 E12 3/3",
  Cara: "E4 1/1 E6 2/2 E7 1/1 E8 2/2 E9 2/2 E11 2/2 E12 3/2",
  Lena: "E4 1/1 E6 2/2 E7 1/1 E8 2/2 E9 2/2 E11 2/2 E12 3/2",
  Tess: "E4 1/1 E6 2/2 E7 1/1 E8 2/2 E9 2/2 E11 2/2 E12 3/2",
  Uma: "E4 1/1 E6 2/2 E7 1/1 E8 2/2 E9 2/2 E11 2/2 E12 3/2",
  Lou: "E4 0/2 E6 0/2 E7 0/1 E8 0/2 E9 0/1 E11 0/2 E12 0/3",
  Dora: "E4 0/2 E6 0/2 E7 0/1 E8 0/2 E9 0/1 E11 0/2 E12 0/3",
  Eli: "E4 0/2 E6 0/2 E7 0/1 E8 0/2 E9 0/1 E11 0/2 E12 0/3",
  earlier: "E4 0/1 E6 0/2 E7 0/1 E8 0/2 E9 0/2 E11 0/2 E12 0/2",
};
