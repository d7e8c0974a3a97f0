import { Rows } from "../personal/holds";

/** R22: whether somebody conducts a review or conducted a part of it: as one of its pair, or of one that had it before. */
export const conducted = async (rows: Rows, commissionId: string, personId: string | null): Promise<boolean> => {
  const [found] = await rows(
    `SELECT m.id FROM pair_member m WHERE m.personId = ? AND m.pairId IN (
       SELECT c.pairId FROM commission c WHERE c.id = ? UNION SELECT f.pairId FROM former_pair f WHERE f.commissionId = ?)`,
    [personId, commissionId, commissionId],
  );
  return found !== undefined;
};
