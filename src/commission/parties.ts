import { RELEASED } from "../accreditation/seen";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { PossibleMember } from "../pair/pair.rules";
import { marks } from "../scope/condition";
import { RateSide } from "./rate-side";

/** Who stands on the two sides of a commission, and on which of them the viewer does. */
export interface Parties {
  readonly members: readonly { personId: string; name: string; traineeId: string | null }[];
  /** The members who are or were trainees: whose readiness the commission bears on. */
  readonly traineeIds: readonly string[];
  readonly viewer: RateSide | null;
}

/**
 * Reads the two sides of a commission. Nobody sits on both: a member of the pair who has a seat on the board as well
 * is heard as the member only, and who has left the pair is not heard for the board either, so that nobody grants,
 * prices or answers their own review.
 */
export const partiesOf = async (tx: Transaction, pairId: string, boardId: string): Promise<Parties> => {
  const viewer = tx.ctx.personId as string;
  const members = (await tx.rows(
    `SELECT m.personId, m.traineeId, p.name FROM pair_member m JOIN person p ON p.id = m.personId
     WHERE m.pairId = ? ORDER BY m.ordinal`,
    [pairId],
  )) as unknown as Parties["members"];
  const seats = await tx.rows(
    `SELECT s.id FROM seat s WHERE s.boardId = ? AND s.personId = ? AND s.endedOn IS NULL AND NOT EXISTS (
       SELECT 1 FROM former_pair f JOIN commission c ON c.id = f.commissionId JOIN pair_member m ON m.pairId = f.pairId
       WHERE c.pairId = ? AND m.personId = s.personId)`,
    [boardId, viewer, pairId],
  );
  const isMember = members.some(({ personId }) => personId === viewer);
  return {
    members,
    traineeIds: members.map(({ traineeId }) => traineeId).filter((id) => id !== null),
    viewer: isMember ? RateSide.MEMBER : seats.length > 0 ? RateSide.BOARD : null,
  };
};

/** The sides of a commission, for an act that only one of them may do. */
export const partiesFor = async (
  tx: Transaction,
  side: RateSide,
  { pairId, boardId }: { pairId: string; boardId: string },
): Promise<Parties> => {
  const parties = await partiesOf(tx, pairId, boardId);
  if (parties.viewer !== side) throw forbidden();
  return parties;
};

/** What each member of a pair is to the programme now: a trainee still on the way, accredited, or neither. */
export const membersNow = async (tx: Transaction, { members }: Parties): Promise<PossibleMember[]> => {
  const people = members.map(({ personId }) => personId);
  const enrolled = await tx.rows(
    `SELECT id FROM trainee WHERE standing = 'ENROLLED' AND personId IN (${marks(people)})`,
    people,
  );
  const accreditations = await tx.rows(
    `SELECT t.personId, t.accreditedOn, t.lapsesOn, t.withdrawnOn FROM accreditation t
     WHERE t.personId IN (${marks(people)}) AND ${RELEASED}`,
    people,
  );
  return members.map(({ personId, name, traineeId }) => ({
    personId,
    name,
    traineeId: enrolled.some(({ id }) => id === traineeId) ? traineeId : null,
    accreditations: accreditations.filter((row) => row.personId === personId),
  })) as unknown as PossibleMember[];
};
