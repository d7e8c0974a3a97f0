import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { Trainee } from "../trainee/trainee.entity";
import { Charge } from "./charge.entity";
import { ChargeKind } from "./charge-kind";
import { chargeTrainee } from "./ledger";

/** R49, R50: charges a trainee the fee of their cohort: it was fixed when the cohort opened, and no later fee changes it. */
export const chargeFee = (tx: Transaction, { id: traineeId }: Trainee, cohort: Cohort): Promise<Charge> =>
  chargeTrainee(tx, {
    ...{ kind: ChargeKind.PROGRAMME_FEE, traineeId, purpose: `Programme fee, ${cohort.reference}` },
    ...{ amountMinor: cohort.feeMinor, vatPercent: cohort.vatPercent, currency: cohort.currency },
  });

/** Whether a trainee is charged the fee, and not all of it was credited. A fee of nothing stands too. */
export const feeStands = async (tx: Transaction, { id }: Trainee): Promise<boolean> => {
  const standing = await tx.rows(
    `SELECT c.id FROM charge c WHERE c.traineeId = ? AND c.creditsId IS NULL AND (c.amountMinor = 0
     OR c.amountMinor + COALESCE((SELECT SUM(n.amountMinor) FROM charge n WHERE n.creditsId = c.id), 0) > 0)`,
    [id],
  );
  return standing.length > 0;
};
