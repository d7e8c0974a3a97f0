import { forUpdate } from "../database/database";
import { Transaction } from "../mutation/transact";

/** Whether nobody else leads the programme: somebody must. Two leads who go at once wait for one another here. */
export const lastLead = async ({ rows, ctx }: Transaction, personId: string): Promise<boolean> => {
  const leads = await rows(
    `SELECT r.personId FROM person_role r JOIN person p ON p.id = r.personId
     WHERE r.role = 'PROGRAMME_LEAD' AND p.disabledAt IS NULL${forUpdate(ctx.db.kind)}`,
  );
  return leads.length > 0 && leads.every((lead) => lead.personId === personId);
};
