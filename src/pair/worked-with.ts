import { Rows } from "../personal/holds";
import { CONDUCTED } from "./former-pair.entity";

const THEIR_PAIRS = "SELECT pairId FROM pair_member WHERE traineeId = ?";

/**
 * E20: everybody who is or was of a pair with a trainee, and everybody who conducted part of the same review, before
 * the trainee came to it or after they left. The trainee is among them.
 */
export const workedWith = async (rows: Rows, traineeId: string): Promise<string[]> => {
  const found = await rows(
    `SELECT personId FROM pair_member WHERE pairId IN (${THEIR_PAIRS})
     UNION SELECT m.personId FROM (${CONDUCTED}) mine
     JOIN (${CONDUCTED}) theirs ON theirs.commissionId = mine.commissionId JOIN pair_member m ON m.pairId = theirs.pairId
     WHERE mine.pairId IN (${THEIR_PAIRS})`,
    [traineeId, traineeId],
  );
  return found.map(({ personId }) => personId as string);
};
