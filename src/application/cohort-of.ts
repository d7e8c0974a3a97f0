import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { absent } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { Application } from "./application.entity";

/**
 * The cohort of an application that the viewer may see, locked: what becomes of its places happens one after the other.
 * Locked before the application itself, always, so that no two wait for one another.
 */
export const cohortOf = async (tx: Transaction, applicationId: string): Promise<Cohort> => {
  const seen = visible(tx.ctx, thingOf(Application));
  const [row] = await tx.rows(
    `SELECT t.cohortId FROM application t WHERE (t.id = ? OR t.reference = ?) AND ${seen.sql}`,
    [applicationId, applicationId, ...seen.values],
  );
  if (!row) throw absent("applicationId");
  return tx.find(Cohort, row.cohortId as string, "applicationId");
};
