import type { Database } from "../database/database";
import { DayOf } from "./days";
import { Review, reviewStory, writer } from "./review.story";
import { Act, Known } from "./stage";

/** A later review: the two who conduct it are accredited. */
const LATER: Review = {
  name: "Harrowmere later review",
  members: ["Mo Tregarth", "Greg Oakhanger"],
  trainees: [],
  board: "HARROWMERE",
  seat: "Corin Ashdown",
  kind: "SAFEGUARDING_ADULT_REVIEW",
  format: "FOCUSED",
  sector: "ADULTS",
  rates: [64_000, 66_000],
  from: -100,
  targetOn: 60,
  stages: 2,
  pace: 20,
};

/** What accredited reviewers do: a later review, a concern about it, a place in the directory, a credential to show. */
export const reviewersStory = (known: Known, db: Database, day: DayOf, served: boolean): Act[] => {
  const { id, act } = writer(known, db, day);
  const accreditationId = (name: string) => ({ accreditationId: id(`accreditation of ${name}`) });
  const listed = (when: number, name: string, words: Record<string, unknown>) =>
    act(when, name, "enterDirectory", () => ({ ...accreditationId(name), ...words, agrees: true }));
  const credentials = ["Greg Oakhanger", "Mo Tregarth"].map((name) =>
    act(-30, "Programme Lead A", "issueCredential", () => accreditationId(name)),
  );
  return [
    ...reviewStory(LATER, known, db, day),
    act(
      -25,
      "Programme Lead B",
      "raiseFidelityConcern",
      () => ({
        ...accreditationId("Mo Tregarth"),
        commissionId: id("Harrowmere later review"),
        concern: "The plan has findings in it before anybody involved in the case has been heard.",
      }),
      { as: "concern about Mo Tregarth" },
    ),
    listed(-200, "Greg Oakhanger", {
      sectors: ["ADULTS"],
      nations: ["ENGLAND"],
      area: "Eastvale and the coast",
      languages: "English",
    }),
    listed(-150, "Mo Tregarth", {
      sectors: ["ADULTS", "CHILDREN"],
      nations: ["ENGLAND", "SCOTLAND"],
      area: "Harrowmere and the Borders",
      languages: "English, Gaelic",
    }),
    // Where it is not known yet under which address the demo will be served, a lead issues them later.
    ...(served ? credentials : []),
  ];
};
