import { Application } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import type { Database } from "../../src/database/database";
import { done } from "../support/change";
import { scoredBefore } from "../support/selecting";
import { daysAgo } from "../support/story.beginning";
import { Served } from "../support/tandem";

const criteriaOf = async (db: Database, programmeId: string): Promise<string[]> => {
  const rows = await db.rows(
    "SELECT id FROM programme_item WHERE programmeId = ? AND section = 'SELECTION_CRITERIA' AND retiredOn IS NULL",
    [programmeId],
  );
  return rows.map(({ id }) => id as string);
};

/** One application is scored, offered a place and no more; one waits and moves up; one confirms and gives the place back. */
export const selected = async (tandem: Served, lead: string): Promise<void> => {
  const { db } = tandem;
  const [cohort] = await db.rows("SELECT id, programmeId FROM cohort ORDER BY applyBy DESC LIMIT 1");
  const cohortId = cohort?.id as string;
  await db.source.query("UPDATE cohort SET capacity = 500 WHERE id = ?", [cohortId]);
  const found = await db.rows(
    `SELECT p.id FROM person p WHERE p.id <> ?
     AND NOT EXISTS (SELECT 1 FROM application a WHERE a.personId = p.id) ORDER BY p.id LIMIT 3`,
    [lead],
  );
  const [one, next, other] = found.map(({ id }) => id as string) as [string, string, string];
  const criteria = await criteriaOf(db, cohort?.programmeId as string);
  // Begun through the API: whoever applies sees something by being themselves from then on.
  const applied = async (by: string, values: Partial<Application> = {}): Promise<string> => {
    const { application } = await done(tandem, by, "beginApplication", { cohortId }, "application { id }");
    const submitted = { state: ApplicationState.SUBMITTED, submittedAt: new Date(Date.now() - 2 * 86_400_000) };
    await db.source.manager.update(Application, { id: application.id }, { ...submitted, ...values });
    return application.id;
  };
  const applicationId = await applied(one);
  await applied(next, { state: ApplicationState.WAITING, waitingRank: 1 });
  const placeId = await applied(other, { state: ApplicationState.OFFERED, confirmBy: daysAgo(-3) });

  await scoredBefore(db, { id: applicationId }, criteria, { id: other });
  const of = (expectedVersion: number, more: object) => ({ applicationId, expectedVersion, ...more });
  await done(
    tandem,
    lead,
    "scoreApplication",
    of(1, { scores: criteria.map((criterionId) => ({ criterionId, score: 3 })) }),
  );
  await done(tandem, lead, "decideApplication", of(1, { decision: "OFFER", confirmBy: daysAgo(-3) }));
  await done(tandem, lead, "withdrawOffer", of(2, { reason: "Not heard." }));
  await done(tandem, other, "confirmPlace", { applicationId: placeId, expectedVersion: 1 });
  await done(tandem, other, "declinePlace", { applicationId: placeId, expectedVersion: 2 });
};
