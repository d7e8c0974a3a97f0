import { daysAgo } from "../../support/story.beginning";
import { programme } from "./programmes";
import { Stage } from "./stage";

/**
 * What a programme says of itself: its unpaid time, its topics, of which one is retired again, its next fee, and who
 * endorsed it for a time.
 */
export const publish = async (
  { act, version, db }: Stage,
  by: string,
  programmeId: string,
  text: string,
  days: number,
) => {
  const seen = async () => ({ programmeId, expectedVersion: await version("programme", programmeId) });
  const list = async (section: string, items: readonly object[]) =>
    act(by, "publishItems", { ...(await seen()), section, items });
  await list("UNPAID_TIME", [
    { text, days },
    { text: `${text}, again`, days: days + 1 },
  ]);
  const next = { appliesFrom: daysAgo(-days), feeMinor: 400_000 + days, vatPercent: days };
  await act(by, "setFee", { ...(await seen()), ...next });
  await act(by, "recordEndorsement", { ...(await seen()), by: `Friends of ${text}`, number: `0${days}` });
  const [friends] = await db.rows("SELECT id FROM endorsement WHERE programmeId = ? ORDER BY id DESC", [programmeId]);
  const over = { endorsementId: friends?.id, until: daysAgo(-days), reason: `They left ${text}.` };
  await act(by, "endEndorsement", { ...(await seen()), ...over });
  await list("TOPICS", [{ text: `Topic: ${text}` }]);
  await list("TOPICS", [{ text: `Another topic: ${text}` }]);
};

/**
 * What the office changes once cohorts are open: the programme's texts, the next version of its Standard, and all of a
 * cohort that can change, its window closing so many days ago.
 */
export const revise = async (
  { act, version }: Stage,
  by: string,
  { programmeId, cohortId, letter }: { programmeId: string; cohortId: string; letter: string },
  applyBy: number,
) => {
  const seen = async () => ({ programmeId, expectedVersion: await version("programme", programmeId) });
  const { standard, name, summary, contactEmail } = programme(`R${letter}`, letter, [2, 3, 1, "PUBLISHED", true]);
  await act(by, "changeProgramme", { ...(await seen()), name, summary, contactEmail });
  await act(by, "publishStandard", { ...(await seen()), standard });
  await act(by, "changeCohort", {
    ...{ cohortId, name: `Intake ${letter}`, opensOn: daysAgo(applyBy + 9), applyBy: daysAgo(applyBy) },
    ...{ decisionsExpected: daysAgo(applyBy - 60).slice(0, 7), capacity: 20 + (applyBy % 7), reason: `Why ${letter}.` },
    expectedVersion: await version("cohort", cohortId),
  });
};
