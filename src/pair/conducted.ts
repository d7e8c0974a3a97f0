import { Rows } from "../personal/holds";
import { PAIRS_OF_REVIEW } from "./former-pair.entity";

/** R22: whether somebody conducts a review or conducted a part of it: as one of its pair, or of one that had it before. */
export const conducted = async (rows: Rows, commissionId: string, personId: string | null): Promise<boolean> => {
  const [found] = await rows(
    `SELECT m.id FROM pair_member m WHERE m.personId = ? AND m.pairId IN (${PAIRS_OF_REVIEW})`,
    [personId, commissionId, commissionId],
  );
  return found !== undefined;
};
