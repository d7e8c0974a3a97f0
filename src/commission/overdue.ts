import type { Context } from "../context";
import { forUpdate } from "../database/database";
import { breath } from "../hub/breath";
import { Refused } from "../mutation/refused";
import { transact } from "../mutation/transact";
import { londonDay } from "../time";
import { Commission } from "./commission.entity";
import { lateOn } from "./late";

const UNTOLD = "(t.overdueToldFor IS NULL OR t.overdueToldFor <> t.targetOn)";

/** Tells of commissions whose target day has passed, once for each day that was agreed. Answers how many there were. */
export const tellOverdue = async (ctx: Context): Promise<number> => {
  const { sql, values } = lateOn(londonDay(ctx.now));
  const found = await ctx.db.rows(`SELECT t.id FROM commission t WHERE ${sql} AND ${UNTOLD} ORDER BY t.id`, values);
  let told = 0;
  for (const { id } of found) {
    await breath();
    if (await toldNow(ctx, id as string)) told += 1;
  }
  return told;
};

/** Tells of one, unless it was given another day, paused or finished in the meantime. */
const toldNow = async (ctx: Context, commissionId: string): Promise<boolean> => {
  try {
    await transact(ctx, null, async (tx) => {
      const { sql, values } = lateOn(londonDay(ctx.now));
      const [late] = await tx.rows(
        `SELECT t.id FROM commission t WHERE t.id = ? AND ${sql} AND ${UNTOLD}${forUpdate(ctx.db.kind)}`,
        [commissionId, ...values],
      );
      if (!late) throw new Refused([]);
      const commission = await tx.manager.findOneByOrFail(Commission, { id: commissionId });
      const { id, boardId, reference, targetOn } = commission;
      // Not its version: nobody has changed it, and whoever is about to is not to start again for this.
      await tx.manager.update(Commission, { id }, { overdueToldFor: targetOn });
      tx.append("CommissionOverdue", commission, { commissionId: id, boardId }, { reference, targetOn });
      return id;
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};
