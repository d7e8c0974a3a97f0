import { LessThan } from "typeorm";
import type { Context } from "../context";
import { LogHead } from "../log/entry.entity";
import { Idempotency } from "../mutation/idempotency.entity";
import { KEPT_MS } from "../mutation/once";
import { transact } from "../mutation/transact";
import { marks } from "../scope/condition";
import { stored } from "../time";

/** Removes the keys of requests that are too old to be repeated; how many there were. */
export const dropKeys = async ({ db, now }: Context): Promise<number> => {
  const before = new Date(now.getTime() - KEPT_MS);
  const { affected } = await db.inTurn(() => db.source.manager.delete(Idempotency, { at: LessThan(before) }));
  return affected ?? 0;
};

const AT_A_TIME = 1_000;

/** Removes records of who opened what that are older than a moment, and says so in the Log; how many there were. */
export const dropAccessRecords = async (ctx: Context, before: Date): Promise<number> => {
  const { db } = ctx;
  let dropped = 0;
  for (;;) {
    const found = await db.rows(`SELECT id FROM access WHERE at < ? ORDER BY id LIMIT ${AT_A_TIME}`, [stored(before)]);
    if (found.length === 0) return dropped;
    const ids = found.map(({ id }) => id as string);
    await transact(ctx, null, async (tx) => {
      await tx.manager.query(`DELETE FROM access WHERE id IN (${marks(ids)})`, ids);
      const { logId: id } = await tx.manager.findOneByOrFail(LogHead, { id: 1 });
      tx.append("AccessRecordsExpired", Object.assign(new LogHead(), { id }), {}, { before, count: ids.length });
      return id;
    });
    dropped += ids.length;
  }
};
