import { FINAL, UNAPPEALED } from "../assessment/final";
import type { Context } from "../context";
import { forUpdate } from "../database/database";
import { Refused } from "../mutation/refused";
import { transact } from "../mutation/transact";
import { RETENTION } from "../personal/erasure-reason";
import { Rows } from "../personal/holds";
import { daysAfter, londonDay, stored } from "../time";
import { Contributor } from "./contributor.entity";
import { forget } from "./forget";

/** How long what somebody gave is kept after the assessment it served, and the name of who gave nothing after their last day. */
export const KEPT_DAYS = 365;
export const UNANSWERED_DAYS = 30;

/** Nobody it is about is still to be judged by it: each has had their final decision, or has left, long enough ago. */
const OVER = `
  SELECT k.id FROM contributor k WHERE k.forgottenAt IS NULL AND (
    (k.givenAt IS NULL AND k.until < ?)
    OR (k.givenAt < ? AND NOT EXISTS (
      SELECT 1 FROM contributor_about b JOIN trainee t ON t.id = b.traineeId
      WHERE b.contributorId = k.id AND t.standing <> 'WITHDRAWN' AND NOT EXISTS (
        SELECT 1 FROM assessment a WHERE a.traineeId = t.id AND ${FINAL} AND ${UNAPPEALED} AND a.releasedAt < ?))))`;

const over = async (rows: Rows, now: Date, id?: string): Promise<string[]> => {
  const before = stored(new Date(now.getTime() - KEPT_DAYS * 86_400_000));
  const lastDay = daysAfter(londonDay(now), -UNANSWERED_DAYS);
  const one = id === undefined ? "" : " AND k.id = ?";
  const found = await rows(`${OVER}${one} ORDER BY k.id`, [lastDay, before, before, ...(id === undefined ? [] : [id])]);
  return found.map((row) => row.id as string);
};

/** Forgets the contributors whose input has served its end; how many there were. Nobody does it. */
export const forgetContributors = async (ctx: Context): Promise<number> => {
  let forgotten = 0;
  for (const id of await over(ctx.db.rows, ctx.now)) if (await forgottenNow(ctx, id)) forgotten += 1;
  return forgotten;
};

/** Forgets one unless they were forgotten, or given more time, in the meantime. */
const forgottenNow = async (ctx: Context, id: string): Promise<boolean> => {
  try {
    await transact(ctx, null, async (tx) => {
      await tx.rows(`SELECT id FROM contributor WHERE id = ?${forUpdate(ctx.db.kind)}`, [id]);
      if ((await over(tx.rows, ctx.now, id)).length === 0) throw new Refused([]);
      await forget(tx, await tx.manager.findOneByOrFail(Contributor, { id }), RETENTION);
      return id;
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};
