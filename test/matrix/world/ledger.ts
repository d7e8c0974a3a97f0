import { People } from "./people";
import { words } from "./reviews";
import { Stage } from "./stage";

/** Quality assurance is charged, and of some charges a part or all is credited: of a board's and of trainees'. */
export const ledger = async (stage: Stage, { Lee }: People, ours: string, theirs: string): Promise<void> => {
  const { act, on, db } = stage;
  const lines = async (column: string, id: string) =>
    (await db.rows(`SELECT id FROM charge WHERE ${column} = ? ORDER BY id`, [id])).map((row) => row.id as string);
  const credit = (chargeId: string | undefined, amountMinor?: number) =>
    act(Lee, "creditCharge", { chargeId, reason: words("Why"), ...(amountMinor ? { amountMinor } : {}) });
  on(368);
  for (const [index, commissionId] of [ours, theirs].entries()) {
    const purpose = words("Quality assurance");
    await act(Lee, "chargeQualityAssurance", { commissionId, purpose, amountMinor: 45_001 + index });
  }
  const [supervised, more] = await lines("commissionId", ours);
  await credit(supervised, 1_001);
  await credit(supervised, 999);
  await credit(more);
};

/** Who has left owes nothing any more; another is forgiven a part. */
export const forgiven = async (stage: Stage, { Lee }: People, earlier: string, cara: string): Promise<void> => {
  const { act, db } = stage;
  for (const [traineeId, amountMinor] of [
    [earlier, undefined],
    [cara, 100_003],
  ] as const) {
    const [fee] = await db.rows("SELECT id FROM charge WHERE traineeId = ? AND creditsId IS NULL", [traineeId]);
    await act(Lee, "creditCharge", { chargeId: fee?.id, amountMinor, reason: words("Why") });
  }
};
