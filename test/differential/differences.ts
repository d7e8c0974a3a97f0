import { differencesOfApplication } from "./differences.application";
import { differencesOfJudgement } from "./differences.judgement";
import { differencesOfPeople } from "./differences.people";
import { differencesOfReview } from "./differences.review";
import { Difference } from "./telling";

/** All that worlds may differ in, each with those who may tell. Typed by hand from section 5 of the design. */
export const DIFFERENCES: readonly Difference[] = [
  ...differencesOfPeople,
  ...differencesOfApplication,
  ...differencesOfReview,
  ...differencesOfJudgement,
];
