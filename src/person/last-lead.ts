import { Transaction } from "../mutation/transact";

/**
 * Whether nobody else leads the programme: somebody must. Of two leads who end one another's part at once, one waits or
 * begins anew: each holds the other's row, and an entry refers to its actor's.
 */
export const lastLead = async ({ rows }: Transaction, personId: string): Promise<boolean> => {
  const leads = await rows(
    `SELECT r.personId FROM person_role r JOIN person p ON p.id = r.personId
     WHERE r.role = 'PROGRAMME_LEAD' AND p.disabledAt IS NULL`,
  );
  return leads.length > 0 && leads.every((lead) => lead.personId === personId);
};
