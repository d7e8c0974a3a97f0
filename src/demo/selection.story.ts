import type { Database } from "../database/database";
import { daysAfter } from "../time";
import { Act, idOf, Known, versionOf } from "./stage";

const LEADS = ["Programme Lead A", "Programme Lead B"] as const;

/** One person's application as the demo tells it. The days are those of the calendar. */
export interface Applying {
  readonly name: string;
  /** What the cohort is called in the story. */
  readonly cohort: string;
  readonly begins: string;
  /** Whether a CV goes with it. */
  readonly cv: boolean;
  /** Left out: it stays a draft. */
  readonly submits?: string;
  /** What each lead scored it by every criterion, lead by lead, one day after the other from this one on. */
  readonly scores?: { readonly from: string; readonly points: readonly number[] };
  readonly decided?: {
    readonly on: string;
    readonly as: "OFFER" | "WAITING_LIST" | "REFUSE";
    readonly reason?: string;
  };
  readonly confirms?: string;
}

const ANSWERS = [
  "I lead reviews as an independent consultant, and mean to do so in a pair from next year.",
  "Learning from how others frame their findings.",
  "Years of work across agencies, and an eye for how records are made.",
  "Keeping hindsight out of the first reading.",
  "I like to understand why it made sense at the time.",
  "A review showed how thresholds were read in one way by each agency, and nobody could see the whole.",
].map((text, index) => ({
  question: index + 1,
  text,
  ...(index === 5 ? { reviewKind: "SAFEGUARDING_ADULT_REVIEW", issue: "ORGANISATIONAL", effect: "HINDERS" } : {}),
}));

/** From the first line of an application to the place, as far as it comes. */
export const applyingStory = (applying: Applying, known: Known, db: Database): Act[] => {
  const { name, cohort, begins, cv, submits, scores, decided, confirms } = applying;
  const application = `application of ${name}`;
  const changed = async (more: Record<string, unknown> = {}) => {
    const applicationId = idOf(known, application);
    return { applicationId, expectedVersion: await versionOf(db, applicationId), ...more };
  };
  const act = (day: string, by: string, mutation: string, more?: () => Promise<Record<string, unknown>>): Act => ({
    ...{ day, by, mutation },
    input: async () => changed(await more?.()),
  });
  return [
    {
      ...{ day: begins, by: name, mutation: "beginApplication", as: application },
      input: () => ({
        cohortId: idOf(known, cohort),
        statement: "I meet the selection criteria by my work across agencies, of which my CV tells.",
        commitsTime: true,
        answers: ANSWERS,
        ...(cv ? { cvReference: `CV of ${name}.pdf` } : {}),
      }),
    },
    ...(submits ? [act(submits, name, "submitApplication")] : []),
    ...(scores?.points ?? []).map((score, index) =>
      act(daysAfter(scores?.from as string, index), LEADS[index] as string, "scoreApplication", async () => ({
        scores: (await criteria(db)).map((criterionId) => ({ criterionId, score })),
      })),
    ),
    ...(decided
      ? [
          act(decided.on, LEADS[0], "decideApplication", async () => ({
            decision: decided.as,
            ...(decided.as === "OFFER" ? { confirmBy: daysAfter(decided.on, 14) } : {}),
            ...(decided.reason ? { reason: decided.reason } : {}),
          })),
        ]
      : []),
    ...(confirms ? [act(confirms, name, "confirmPlace")] : []),
  ];
};

const criteria = async (db: Database): Promise<string[]> => {
  const rows = await db.rows(
    "SELECT id FROM programme_item WHERE section = 'SELECTION_CRITERIA' AND retiredOn IS NULL ORDER BY ordinal",
  );
  return rows.map(({ id }) => id as string);
};
