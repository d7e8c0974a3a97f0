import { Accreditation } from "../accreditation/accreditation.entity";
import { RELEASED } from "../accreditation/seen";
import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { inWords } from "../rules/day";
import { meetingsAttended, noOpenConcern, StatusReviewFacts } from "../status-review/status-review.rules";
import { statusReviewFacts } from "../status-review/status-review-facts";
import { daysAfter, londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** The accreditations (alias `t`) that hold on a day (each `?`). */
const HOLDS = `(t.lapsesOn > ? AND (t.withdrawnOn IS NULL OR t.withdrawnOn > ?) AND ${RELEASED})`;

/** So many days before it a review is spoken of. */
const AHEAD = 30;

/** What waits for whoever is accredited: conditions to be met, and a yearly review that comes soon. */
export const statusReviewsOfMember = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const today = londonDay(now);
  const held = await db.rows(
    `SELECT t.id, t.reviewDueOn, t.conditionsUntil FROM accreditation t WHERE t.personId = ? AND ${HOLDS}
     AND (t.conditionsUntil IS NOT NULL OR (t.reviewDueOn > ? AND t.reviewDueOn <= ?))`,
    [personId, today, today, today, daysAfter(today, AHEAD)],
  );
  const facts = await statusReviewFacts(
    db.rows,
    held.map(({ id }) => id as string),
  );
  return held.flatMap(({ id, reviewDueOn, conditionsUntil }) => {
    const aboutId = id as string;
    const tasks: Waiting[] = [];
    if (conditionsUntil !== null) {
      const text = `Meet the conditions of your last yearly review by ${inWords(conditionsUntil as string)}.`;
      tasks.push({ kind: TaskKind.MEET_CONDITIONS, text, since: null, aboutId });
    }
    if ((reviewDueOn as string) > today && (reviewDueOn as string) <= daysAfter(today, AHEAD)) {
      const text = `Your yearly review is due on ${inWords(reviewDueOn as string)}. ${missing(facts.get(aboutId) as StatusReviewFacts, today)}`;
      tasks.push({ kind: TaskKind.PREPARE_STATUS_REVIEW, text, since: null, aboutId });
    }
    return tasks;
  });
};

const missing = (facts: StatusReviewFacts, today: string): string =>
  [meetingsAttended(facts, today), noOpenConcern(facts)].flatMap(({ next }) => next ?? []).join(" ") ||
  "Nothing is missing.";

/** Which yearly reviews wait for a programme lead; never their own, nor that of somebody who was erased. */
export const statusReviewsDue = async (ctx: Context): Promise<Waiting[]> => {
  const today = londonDay(ctx.now);
  const seen = visible(ctx, thingOf(Accreditation));
  const due = await ctx.db.rows(
    `SELECT t.id, t.reviewDueOn, p.name FROM accreditation t JOIN person p ON p.id = t.personId
     WHERE t.reviewDueOn <= ? AND ${HOLDS} AND t.personId <> ? AND p.erasedAt IS NULL AND ${seen.sql}`,
    [today, today, today, ctx.personId, ...seen.values],
  );
  return due.map(({ id, reviewDueOn, name }) => ({
    kind: TaskKind.DECIDE_STATUS_REVIEW,
    text: `Decide the yearly review of ${name}, which is due since ${inWords(reviewDueOn as string)}.`,
    since: `${reviewDueOn} 00:00:00.000`,
    aboutId: id as string,
  }));
};
