import type { Database } from "../../src/database/database";
import { daysAgo } from "./story.beginning";

/** What a review taught: the answer to the sixth question. */
export const EXAMPLE = {
  ...{ question: 6, text: "A review that showed how handovers went.", reviewKind: "SAFEGUARDING_ADULT_REVIEW" },
  ...{ issue: "ORGANISATIONAL", effect: "HINDERS" },
};

/** Answers to all six questions. */
export const ANSWERS: readonly object[] = [
  ...[1, 2, 3, 4, 5].map((question) => ({ question, text: `The answer to question ${question}.` })),
  EXAMPLE,
];

/** What a complete application says. */
export const COMPLETE = {
  cvReference: "cv-kim.pdf",
  statement: "I have led reviews of several agencies for six years.",
  commitsTime: true,
  answers: ANSWERS,
};

/** Lets a cohort take applications from one day to the end of another: for a month around today unless told. */
export const takeApplications = async (
  db: Database,
  { id }: { id: string },
  opensOn = daysAgo(15),
  applyBy = daysAgo(-15),
): Promise<void> => {
  await db.source.query("UPDATE cohort SET opensOn = ?, applyBy = ? WHERE id = ?", [opensOn, applyBy, id]);
};
