import { Appeal } from "../appeal/appeal.entity";
import { appealBy } from "../appeal/appeal.rules";
import { AssessmentOutcome } from "../assessment/assessment-outcome";
import type { Context } from "../context";
import { visible } from "../graph/rows";
import { toIso } from "../graph/scalars";
import { thingOf } from "../graph/thing";
import { conditionFor, toSql } from "../scope/condition";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

const APPEALS = `
  FROM appeal t JOIN assessment a ON a.id = t.assessmentId JOIN trainee r ON r.id = t.traineeId
  JOIN person p ON p.id = r.personId`;

/** What waits for an assessor: appeals that were given to them. */
export const appealsOfAssessor = async (ctx: Context): Promise<Waiting[]> => {
  const seen = visible(ctx, thingOf(Appeal));
  const given = await ctx.db.rows(
    `SELECT t.id, t.assignedAt, a.round, p.name ${APPEALS} WHERE t.assessorId = ? AND t.state = 'OPEN' AND ${seen.sql}`,
    [ctx.personId, ...seen.values],
  );
  return given.map(({ id, assignedAt, round, name }) => ({
    kind: TaskKind.DECIDE_APPEAL,
    text: `Decide on the appeal of ${name} against round ${round}.`,
    since: assignedAt as string,
    aboutId: id as string,
  }));
};

/** What waits for a programme lead: appeals that nobody was given yet, but none of their own or their pair partner's. */
export const appealsOfLead = async (ctx: Context): Promise<Waiting[]> => {
  const others = toSql(conditionFor(ctx.scope, "judgements"), { traineeId: "t.traineeId" });
  const waiting = await ctx.db.rows(
    `SELECT t.id, t.appealedAt, a.round, p.name ${APPEALS} WHERE t.assessorId IS NULL AND t.state = 'OPEN' AND ${others.sql}`,
    others.values,
  );
  return waiting.map(({ id, appealedAt, round, name }) => ({
    kind: TaskKind.ASSIGN_APPEAL,
    text: `Give the appeal of ${name} against round ${round} to an assessor who had no part in it.`,
    since: appealedAt as string,
    aboutId: id as string,
  }));
};

/** What a trainee may do, while there is time: appeal against the newest decision that was released to them. */
export const appealsOfTrainee = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const decisions = await db.rows(
    `SELECT a.id, a.round, a.outcome, a.releasedAt FROM assessment a JOIN trainee r ON r.id = a.traineeId
     WHERE r.personId = ? AND r.standing <> 'WITHDRAWN' AND a.releasedAt IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM assessment b WHERE b.traineeId = a.traineeId AND b.round > a.round
         AND b.releasedAt IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM appeal x WHERE x.assessmentId = a.id)`,
    [personId],
  );
  return decisions.flatMap(({ id, round, outcome, releasedAt }) => {
    const lastDay = appealBy({
      outcome: outcome as AssessmentOutcome,
      releasedAt: new Date(toIso(releasedAt as string)),
    });
    if (lastDay === null || lastDay < londonDay(now)) return [];
    return [
      {
        kind: TaskKind.APPEAL_DECISION,
        text: `You may appeal against the decision of round ${round} until ${lastDay}.`,
        since: releasedAt as string,
        aboutId: id as string,
      },
    ];
  });
};
