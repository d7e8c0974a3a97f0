import { done } from "../support/change";
import { daysAgo } from "../support/story.beginning";
import { Served } from "../support/tandem";

/** Somebody is named, sent links, writes on their page, and is forgotten. */
export const contributed = async (tandem: Served, leadId: string): Promise<void> => {
  const { db } = tandem;
  const [one] = await db.rows(
    `SELECT c.id AS commissionId, m.personId, m.traineeId, MIN(a.code) AS code FROM commission c
     JOIN pair p ON p.id = c.pairId AND p.dissolvedOn IS NULL JOIN pair_member m ON m.pairId = p.id
     JOIN trainee t ON t.id = m.traineeId AND t.standing <> 'WITHDRAWN' JOIN cohort h ON h.id = t.cohortId
     JOIN competency_area a ON a.standardId = h.standardId
     WHERE c.stage NOT IN ('NEGOTIATING', 'DECLINED', 'CLOSED') GROUP BY c.id, m.personId, m.traineeId ORDER BY c.id`,
  );
  const who = { name: "Pat Practitioner", email: "pat@example.org", involvement: "PRACTITIONER", until: daysAgo(-9) };
  const about = { commissionId: one?.commissionId, traineeIds: [one?.traineeId], areaIds: [one?.code] };
  const thing = "contributor { id version }";
  const named = await done(tandem, one?.personId as string, "nameContributor", { ...who, ...about }, thing);
  const contributorId = named.contributor.id as string;
  const act = async (mutation: string, expectedVersion: number, more: object, selection = thing) =>
    done(tandem, leadId, mutation, { contributorId, expectedVersion, ...more }, selection);
  await act("issueContributionLink", 1, {});
  await act("revokeContributionLink", 2, { reason: "They are away." });
  const { link } = await act("issueContributionLink", 3, {}, "link");
  const body = new URLSearchParams({ [`area-${one?.code}`]: "Seen.", how: "I was there." }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  expect((await fetch(link, { method: "POST", redirect: "manual", headers, body })).status).toBe(303);
  await act("forgetContributor", 5, { reason: "REQUESTED" });
};
