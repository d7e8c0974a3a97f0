import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { done } from "./change";
import { daysAgo } from "./story.beginning";
import { Served } from "./tandem";

/** What `openCohort` is given for a cohort of the story's programme, whose course of four days begins in so many days. */
export const cohortBeginning = (reference: string, inDays: number, more: Record<string, unknown> = {}) => ({
  ...{ programmeId: "LT", reference, name: `The cohort ${reference}`, decisionsExpected: "2016-10" },
  ...{ opensOn: daysAgo(200 - inDays), applyBy: daysAgo(100 - inDays), capacity: 4 },
  courseDays: [0, 1, 10, 11].map((after) => ({
    ...{ date: daysAgo(-inDays - after), venue: "London", topics: "Systems thinking" },
  })),
  ...more,
});

/** Such a cohort, by the programme lead. */
export const openCohort = async (
  tandem: Served,
  { lead }: { readonly lead: { readonly id: string } },
  ...said: Parameters<typeof cohortBeginning>
): Promise<{ id: string; reference: string; courseDays: { id: string; number: number; date: string }[] }> => {
  const { cohort } = await done(
    ...([tandem, lead.id, "openCohort", cohortBeginning(...said)] as const),
    "cohort { id reference courseDays { id number date } }",
  );
  return cohort;
};

/** A person's application for a place on a cohort, as far as it has come. */
export const hasApplied = async (
  db: Database,
  cohortId: string,
  personId: string,
  state: ApplicationState,
): Promise<Application> => {
  const submitted = state === ApplicationState.DRAFT ? null : new Date(`${daysAgo(150)}T09:00:00.000Z`);
  const application = {
    ...{ id: newId("app"), reference: `LT-${newId("a").slice(-8)}`, cohortId, personId, state },
    ...{ cvReference: "cv.pdf", statement: "How I meet the criteria.", commitsTime: true },
    ...{ startedAt: new Date(`${daysAgo(160)}T09:00:00.000Z`), submittedAt: submitted, decidedAt: null },
    ...{ decisionReason: null, confirmBy: null, confirmedAt: null, waitingRank: null, traineeId: null, version: 1 },
  };
  await db.source.manager.insert(Application, application);
  return application as Application;
};
