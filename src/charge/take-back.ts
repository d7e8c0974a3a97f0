import { forUpdate } from "../database/database";
import { Transaction } from "../mutation/transact";
import { Charge } from "./charge.entity";
import { creditBoard, leftOf } from "./ledger";

/** Credits whatever is left of the latest charge for a session of supervision, and answers how much that was. */
export const takeBackCharge = async (tx: Transaction, sessionId: string, reason: string): Promise<number> => {
  const [row] = await tx.rows(
    `SELECT id FROM charge WHERE sessionId = ? AND creditsId IS NULL
     ORDER BY raisedAt DESC, id DESC LIMIT 1${forUpdate(tx.ctx.db.kind)}`,
    [sessionId],
  );
  if (!row) return 0;
  const charge = await tx.manager.findOneByOrFail(Charge, { id: row.id as string });
  const left = await leftOf(tx, charge);
  if (left > 0) await creditBoard(tx, charge, left, reason);
  return left;
};
