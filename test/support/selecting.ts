import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { CriterionScore } from "../../src/application/criterion-score.entity";
import { CourseDay } from "../../src/course/course-day.entity";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { ProgrammeItem } from "../../src/programme/programme-item.entity";
import { ProgrammeSection } from "../../src/programme/programme-section";
import { daysAgo } from "./story.beginning";
import { Served } from "./tandem";

/** An item of a list that a programme publishes; a selection criterion unless told. */
export const published = async (
  db: Database,
  programmeId: string,
  ordinal: number,
  more: Partial<ProgrammeItem> = {},
): Promise<string> => {
  const item = {
    ...{ id: newId("itm"), programmeId, section: ProgrammeSection.SELECTION_CRITERIA, ordinal },
    ...{ text: `Criterion ${ordinal}.`, days: null, retiredOn: null, ...more },
  };
  await db.source.manager.insert(ProgrammeItem, item);
  return item.id;
};

/** An application that was submitted some days ago, and whatever became of it since. */
export const submittedApplication = async (
  db: Database,
  { cohortId, personId, ...more }: Partial<Application> & { cohortId: string; personId: string },
): Promise<Application> => {
  const application = {
    ...{ id: newId("app"), reference: `LT-2017-A${newId("app").slice(-6)}`, cohortId, personId },
    ...{ state: ApplicationState.SUBMITTED, cvReference: "cv.pdf", statement: "I meet them.", commitsTime: true },
    ...{ startedAt: new Date(Date.now() - 9 * 86_400_000), submittedAt: new Date(Date.now() - 8 * 86_400_000) },
    ...{ decidedAt: null, decisionReason: null, confirmBy: null, confirmedAt: null, waitingRank: null },
    ...{ traineeId: null, version: 1, ...more },
  };
  await db.source.manager.insert(Application, application);
  return application as Application;
};

/** Scores of one person by every criterion, as they stand in the table. */
export const scoredBefore = async (
  db: Database,
  { id: applicationId }: { id: string },
  criteria: readonly string[],
  { id: scorerId }: { id: string },
  score = 3,
): Promise<void> => {
  const said = { applicationId, scorerId, score, comment: null, scoredAt: new Date(Date.now() - 86_400_000) };
  for (const criterionId of criteria) {
    await db.source.manager.insert(CriterionScore, { id: newId("csc"), criterionId, ...said });
  }
};

/** How many applications of a cohort are in each state. */
export const standings = async ({ db }: Pick<Served, "db">, cohortId: string): Promise<Record<string, number>> => {
  const rows = await db.rows("SELECT state, COUNT(*) AS n FROM application WHERE cohortId = ? GROUP BY state", [
    cohortId,
  ]);
  return Object.fromEntries(rows.map(({ state, n }) => [state as string, Number(n)]));
};

/** The course of a cohort is over a year away: until it begins places are offered. */
export const beforeTheCourse = async (db: Database, { id }: { readonly id: string }): Promise<void> => {
  for (const [number, ahead] of [400, 401, 410, 411].entries()) {
    await db.source.manager.update(CourseDay, { cohortId: id, number: number + 1 }, { date: daysAgo(-ahead) });
  }
};
