import { In } from "typeorm";
import { forUpdate } from "../database/database";
import { Transaction } from "../mutation/transact";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Booking } from "./booking.entity";
import { hasRoom } from "./booking.rules";
import { BookingState } from "./booking-state";
import { placesBooked } from "./places";
import { SupervisionSession } from "./supervision-session.entity";

const { PLACE, WAITING, CANCELLED } = BookingState;
const HELD = In([PLACE, WAITING]);

/** The place after the last on the waiting list of a day that was found in this transaction. */
export const nextRank = async (tx: Transaction, { id }: SupervisionSession): Promise<number> => {
  const [row] = await tx.rows("SELECT MAX(waitingRank) AS last FROM booking WHERE sessionId = ?", [id]);
  return Number(row?.last ?? 0) + 1;
};

/**
 * R23: whoever waits longest has the next place, as long as one is left. A day that is past or cancelled has none to
 * give. The day must have been found in this transaction, and whoever gave a place up must not count any more.
 */
export const moveUp = async (tx: Transaction, day: SupervisionSession): Promise<void> => {
  if (day.cancelledAt !== null || day.date < londonDay(tx.ctx.now)) return;
  const waiting = await tx.rows(
    `SELECT b.id FROM booking b JOIN trainee r ON r.id = b.traineeId AND r.standing = 'ENROLLED'
     WHERE b.sessionId = ? AND b.state = 'WAITING' ORDER BY b.waitingRank, b.id`,
    [day.id],
  );
  let booked = await placesBooked(tx, day);
  for (const { id } of waiting) {
    if (!hasRoom(day.capacity, booked)) return;
    const booking = await tx.manager.findOneByOrFail(Booking, { id: id as string });
    const facts = { sessionId: day.id, date: day.date, from: booking.state, to: PLACE };
    await tx.change(Booking, booking, { state: PLACE, waitingRank: null });
    tx.append("BookingMovedUp", booking, { traineeId: booking.traineeId }, facts);
    booked += 1;
  }
};

/** Ends a booking, whether it was a place or a wait for one. */
export const endBooking = async (
  tx: Transaction,
  { id: sessionId, date }: SupervisionSession,
  booking: Booking,
  reason: string | null,
): Promise<void> => {
  const facts = { sessionId, date, from: booking.state, to: CANCELLED };
  await tx.change(Booking, booking, { state: CANCELLED, waitingRank: null });
  tx.append("BookingCancelled", booking, { traineeId: booking.traineeId }, facts, reason);
};

/** The bookings of a day that stand, places first as they were booked. */
export const bookingsOf = ({ manager }: Transaction, { id: sessionId }: SupervisionSession): Promise<Booking[]> =>
  manager.find(Booking, { where: { sessionId, state: HELD }, order: { waitingRank: "ASC", id: "ASC" } });

/** Who leaves the programme comes to no more days: each place of theirs goes to the next who waits. */
export const giveUpBookings = async (tx: Transaction, { id: traineeId }: Trainee): Promise<void> => {
  const today = londonDay(tx.ctx.now);
  const held = await tx.manager.find(Booking, { where: { traineeId, state: HELD }, order: { sessionId: "ASC" } });
  for (const { id, sessionId } of held) {
    await tx.rows(`SELECT id FROM supervision_session WHERE id = ?${forUpdate(tx.ctx.db.kind)}`, [sessionId]);
    const day = await tx.manager.findOneByOrFail(SupervisionSession, { id: sessionId });
    const booking = await tx.manager.findOneByOrFail(Booking, { id });
    if (day.date < today || booking.state === CANCELLED) continue;
    await endBooking(tx, day, booking, null);
    await moveUp(tx, day);
  }
};
