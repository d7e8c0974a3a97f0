import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { Transaction } from "../mutation/transact";
import { marks, padded } from "../scope/condition";
import type { SupervisionSession } from "./supervision-session.entity";

const BOOKED =
  "SELECT sessionId, COUNT(*) AS booked FROM booking WHERE state = 'PLACE' AND sessionId IN ($) GROUP BY 1";

/** How many have a place on a group day. It must have been found in this transaction, so that nobody books meanwhile. */
export const placesBooked = async (tx: Transaction, { id }: SupervisionSession): Promise<number> =>
  Number((await tx.rows(BOOKED.replace("$", "?"), [id]))[0]?.booked ?? 0);

/** Answers `SupervisionSession.placesLeft`. */
export const placesLeftOf: Load = async (
  { db }: Context,
  sessions: readonly { id: string; capacity: number | null }[],
) => {
  const ids = padded(sessions.map(({ id }) => id));
  const booked = new Map(
    (await db.rows(BOOKED.replace("$", marks(ids)), ids)).map((row) => [row.sessionId, Number(row.booked)]),
  );
  return sessions.map(({ id, capacity }) => (capacity === null ? null : Math.max(0, capacity - (booked.get(id) ?? 0))));
};
